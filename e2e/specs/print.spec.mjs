// The printed page.

import { sample } from '../server/answers.mjs';
import { rows } from '../support/document.mjs';
import { arrival, customerPath, overflow } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

// The tests that set the clock expect Chinese local time.
test.use({ timezoneId: 'Asia/Shanghai' });

/** Opens a page with print styles. */
async function openPrinted(page, id) {
  await page.goto(customerPath(id));
  await arrival(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** Returns the visible text, without visually hidden elements. */
const visibleText = (page) => page.getByRole('main').innerText();

test('a printed customer has every field, the address and the time', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-01T09:05:30+08:00'));
  const customer = sample('full');
  await openPrinted(page, 'full');
  const text = (await visibleText(page)).replace(/\s+/g, ' ');
  for (const { key, comment } of rows) {
    if (!key.includes('[]') && key !== 'name' && key !== 'type') expect(text, key).toContain(comment);
  }
  const values = [
    customer.name,
    customer.customerNo,
    customer.id,
    '12,846,350.75',
    '正式客户',
    customer.description.replace(/\s+/g, ' '),
    ...customer.departmentPath,
    ...customer.areaCode,
  ];
  for (const value of values) expect(text).toContain(value);
  for (const { name } of customer.followerNames) expect(text).toContain(name);
  expect(text).toContain(`${page.url()} · 打印于 2026-03-01 09:05 · 数据更新于 2026-03-01 09:05`);
});

test('a printed customer has no buttons or links', async ({ page }) => {
  await openPrinted(page, 'many-followers');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('combobox').or(page.getByRole('searchbox'))).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
});

test('the list of followers is printed if the browser sends no beforeprint event', async ({ page }) => {
  await page.goto(customerPath('full'));
  await arrival(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.follower').first()).toBeVisible();
});

test('printed links look like text', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { links: { manager: '/crm/users/{id}' } } });
  await page.goto(origin + customerPath('full'));
  await arrival(page);
  await page.emulateMedia({ media: 'print' });
  const style = await page.locator('.profile-tags a').evaluate((link) => [getComputedStyle(link).color, getComputedStyle(link).textDecorationLine]);
  expect(style).toEqual(['rgb(0, 0, 0)', 'none']);
});

test('a printed long description is expanded', async ({ page }) => {
  await openPrinted(page, 'long-text');
  const body = page.locator('.long-text-body');
  const [height, content] = await body.evaluate((element) => [element.clientHeight, element.scrollHeight]);
  expect(height).toBeGreaterThan(1_000);
  expect(content).toBeLessThanOrEqual(height + 1);
  const normal = (text) => text.replace(/\s+/g, '');
  expect(normal(await body.innerText())).toBe(normal(sample('long-text').description));
});

test('print is black on white in both themes', async ({ page }) => {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, media: null });
    await openPrinted(page, 'full');
    const colours = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, .card, h1, h2, dt, dd')].map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return [color, backgroundColor];
      }),
    );
    const dark = (colour) => colour.match(/\d+/g).slice(0, 3).every((part) => Number(part) <= 0x33);
    expect(colours.filter(([color]) => !dark(color))).toEqual([]);
    const white = ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
    expect(colours.filter(([, background]) => !white.includes(background))).toEqual([]);
    const tracks = await page.locator('.bar').evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).backgroundColor));
    expect(tracks).toEqual(Array(3).fill('rgb(255, 255, 255)'));
  }
});

test('a PDF has several pages for a long customer and one for a usual one', async ({ page }) => {
  await page.goto(customerPath('long-text'));
  await arrival(page);
  const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
  const long = await pages();
  expect(long).toBeGreaterThan(5);
  for (const id of ['example', 'full']) {
    await page.goto(customerPath(id));
    await arrival(page);
    expect(await pages(), id).toBe(1);
  }
});

test('print fits the width of A4', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  for (const id of ['full', 'long-text', 'exact', 'odd-types']) {
    await openPrinted(page, id);
    expect(await overflow(page), id).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
  }
});

test('a failure can be printed', async ({ page, watch }) => {
  watch.allow(/404/);
  await openPrinted(page, 'nobody');
  expect(await visibleText(page)).toContain('未找到该客户');
});
