// Language and theme before the program has loaded, and from the browser's settings. The rest:
// tests/browser/preferences.rs.

import { rows } from '../support/document.mjs';
import { arrival, apiRequests, button, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const html = (page) => page.locator('html');
const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const LIGHT = 'rgb(244, 246, 250)';

test('switching the language changes everything but the data, sends no request and persists', async ({ page }) => {
  const requests = apiRequests(page);
  await page.goto(customerPath('full'));
  await expect(html(page)).toHaveAttribute('lang', 'zh-CN');
  await button(page, 'English').click();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/ - Customer profile$/);
  const labels = await page.locator('dt, h2, button').filter({ visible: true }).allInnerTexts();
  const chinese = labels.filter((text) => /\p{Script=Han}/u.test(text) && text.trim() !== '中文');
  expect(chinese).toEqual([]);
  const names = await page.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.title));
  expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  expect(requests, 'no request for a change of language').toHaveLength(1);

  await page.reload();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page.getByText('Total sales', { exact: true })).toBeVisible();
  await button(page, '中文').click();
  await expect(page.getByText('总成交额', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/ - 客户档案$/);
  expect(requests).toHaveLength(2);
});

test('stored language and theme apply before the program has loaded', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('customer-profile.language', 'en');
    localStorage.setItem('customer-profile.theme', 'dark');
  });
  await page.route('**/*.wasm', () => {});
  await page.goto(customerPath('example'), { waitUntil: 'commit' });
  await expect(page.locator('.skeleton')).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test.describe(() => {
  test.use({ locale: 'en-GB' });
  test('a browser that prefers English gets English before the program has loaded', async ({ page }) => {
    await page.goto(customerPath('example'), { waitUntil: 'commit' });
    await expect(html(page)).toHaveAttribute('lang', 'en');
    await expect(button(page, 'Refresh')).toBeVisible();
    await button(page, '中文').click();
    await page.reload();
    await expect(button(page, '刷新')).toBeVisible();
  });
});

test('the theme follows the system until one is chosen, which persists', async ({ page }) => {
  const requests = apiRequests(page);
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  expect(await background(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).not.toBe(LIGHT);
  const dark = await background(page);
  await expect(button(page, '切换到浅色模式')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(page)).toBe(LIGHT);

  await button(page, '切换到深色模式').click();
  await expect.poll(() => background(page)).toBe(dark);
  expect(requests).toHaveLength(1);
  await page.reload({ waitUntil: 'commit' });
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => background(page)).toBe(dark);
  await button(page, '切换到浅色模式').click();
  await expect.poll(() => background(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(page)).toBe(LIGHT);
  await expect(button(page, '切换到深色模式')).toBeVisible();
});

test.describe(() => {
  test.use({ colorScheme: 'dark' });
  test('a dark system gets the dark theme before the program has loaded', async ({ page }) => {
    await page.route('**/*.wasm', () => {});
    await page.goto(customerPath('example'), { waitUntil: 'commit' });
    await expect(page.locator('.skeleton')).toBeVisible();
    expect(await background(page)).not.toBe(LIGHT);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto(customerPath('example'));
    await expect(button(page, '切换到浅色模式')).toBeVisible();
  });
});
