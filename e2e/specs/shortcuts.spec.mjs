// Keyboard shortcuts and the sheet that lists them.

import { arrival, apiRequests, button, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const sheet = (page) => page.getByRole('dialog', { name: '键盘快捷键' });
const box = (page) => page.getByRole('combobox', { name: '客户ID' });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
});

test('each key does what its button does', async ({ page }) => {
  const requests = apiRequests(page);
  await page.keyboard.press('r');
  await expect.poll(() => requests.length).toBe(1);
  await page.keyboard.press('p');
  expect(await page.evaluate(() => window.prints)).toBe(1);
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.keyboard.press('r');
  await expect(box(page)).toHaveValue('r');
  await box(page).blur();
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(requests).toHaveLength(1);
});

test('chords are the browser’s own', async ({ page }) => {
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('Meta+p');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await page.evaluate(() => window.prints)).toBe(0);
});

test('? opens the sheet, which lists every key there is; Escape closes it and the focus is back', async ({ page }) => {
  await button(page, '刷新').focus();
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
  const keys = await page.locator('[aria-keyshortcuts]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-keyshortcuts')));
  await expect(sheet(page).locator('kbd')).toHaveText(keys);
  for (const text of ['刷新', '打印', '切换到深色', '切换到英文', '键盘快捷键', '客户ID']) {
    await expect(sheet(page).locator('dd').filter({ hasText: text })).toHaveCount(1);
  }
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(button(page, '刷新')).toBeFocused();
});

test('the sheet says which version this is', async ({ page }) => {
  await page.keyboard.press('?');
  const version = await page.locator('meta[name=version]').getAttribute('content');
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  await expect(sheet(page).getByText(version, { exact: true })).toBeVisible();
});

test('no key does anything while composing, with a modifier, or in a box', async ({ page }) => {
  const requests = apiRequests(page);
  const keys = await page.locator('[aria-keyshortcuts]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-keyshortcuts')));
  expect(keys.length).toBeGreaterThan(5);
  const before = await page.locator('html').evaluate((html) => html.outerHTML.length);
  await page.evaluate((keys) => {
    const filter = document.querySelector('input');
    for (const key of keys) {
      for (const how of [{ isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how }));
      }
      filter.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  }, keys);
  expect(await page.locator('html').evaluate((html) => html.outerHTML.length)).toBe(before);
  await expect(sheet(page)).toBeHidden();
  await expect(box(page)).not.toBeFocused();
  expect(await page.evaluate(() => window.prints)).toBe(0);
  expect(requests).toHaveLength(0);
});

test('the sheet opens and closes by its buttons', async ({ page }) => {
  await button(page, '键盘快捷键').click();
  await expect(sheet(page)).toBeVisible();
  await sheet(page).getByRole('button', { name: '关闭' }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(button(page, '键盘快捷键')).toBeFocused();
});

test('the keys can be turned off, for good', async ({ page }) => {
  await page.keyboard.press('?');
  await sheet(page).getByRole('checkbox', { name: '启用单键快捷键' }).uncheck();
  await page.keyboard.press('Escape');
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(heading(page)).toHaveText('金职院');
    await arrival(page);
    await page.keyboard.press('l');
    await page.keyboard.press('?');
    await expect(sheet(page)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  }
  await button(page, '键盘快捷键').click();
  await sheet(page).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
