// The dialog of keyboard shortcuts: focus and real key presses. What each key does: tests/browser/shortcuts.rs.

import { arrival, button, customerPath } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const dialog = (page) => page.getByRole('dialog', { name: '键盘快捷键' });

test('the shortcut dialog lists every key and the version, disables shortcuts and restores focus', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  await button(page, '刷新').focus();
  await page.keyboard.press('?');
  await expect(dialog(page)).toBeVisible();
  const keys = await page.locator('[aria-keyshortcuts]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-keyshortcuts')));
  await expect(dialog(page).locator('kbd')).toHaveText(keys);
  await expect(dialog(page)).toContainText('复制表格行');
  for (const name of await dialog(page).locator('dd').allTextContents()) expect(name).not.toBe('');
  const version = await page.locator('meta[name=version]').getAttribute('content');
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  await expect(dialog(page).getByText(version, { exact: true })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, '刷新')).toBeFocused();

  await button(page, '键盘快捷键').click();
  await dialog(page).getByRole('button', { name: '关闭' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, '键盘快捷键')).toBeFocused();

  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: '客户ID' })).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('combobox', { name: '客户ID' })).toHaveValue('r');
});
