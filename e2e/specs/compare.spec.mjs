// The comparison: navigation, scrolling and print. Its content: tests/browser/compare.rs.

import { variation } from '../server/answers.mjs';
import { customerPath, heading, overflow } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const table = (page) => page.getByRole('region', { name: '客户对比' });
const columns = (page) => page.getByRole('columnheader');

/** Opens a comparison, and waits for its columns. */
async function open(page, ...ids) {
  await page.goto(`/compare/${ids.join('/')}`);
  await expect(columns(page).getByRole('link')).toHaveCount(ids.length);
}

test('a comparison opens from a customer, and back returns step by step', async ({ page, api }) => {
  for (const id of ['c1', 'c2']) api.plan(id, ...Array(4).fill(variation({ id, name: `客户${id}` })));
  await page.goto(customerPath('c2'));
  await expect(heading(page)).toHaveText('客户c2');
  await page.goto(customerPath('c1'));
  await expect(heading(page)).toHaveText('客户c1');
  await page.getByLabel('更多操作').click();
  await page.getByRole('link', { name: '与…对比' }).click();
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText('客户对比');
  await page.getByRole('link', { name: '客户c2' }).click();
  await expect(page).toHaveTitle('客户对比：客户c1、客户c2 - 客户档案');
  await expect(page).toHaveURL(/\/compare\/c1\/c2$/);
  await expect(heading(page)).toBeFocused();
  await page.getByRole('link', { name: '客户c2' }).click();
  await expect(heading(page)).toHaveText('客户c2');
  await page.goBack();
  await expect(columns(page)).toHaveText(['客户名称', /^客户c1/, /^客户c2/]);
  await page.reload();
  await expect(columns(page)).toHaveText(['客户名称', /^客户c1/, /^客户c2/]);
});

test('the table scrolls inside its region by keyboard, and the labels stay visible', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  // A value that is absent from the last column has a visually hidden text.
  await open(page, 'full', 'example', 'sparse');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await table(page).focus();
  const label = page.getByRole('rowheader', { name: '客户级别' });
  const { x } = await label.boundingBox();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => table(page).evaluate((region) => region.scrollLeft)).toBeGreaterThan(50);
  expect((await label.boundingBox()).x).toBe(x);
});

test('a comparison is printed on one sheet', async ({ page }) => {
  await open(page, 'full', 'example', 'target');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // Landscape: on the screen, the names are sticky at this width.
  await page.setViewportSize({ width: 1000, height: 718 });
  const tops = await columns(page).evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

test('a missing customer does not affect the other columns', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto('/compare/example/nobody');
  await expect(columns(page)).toHaveText(['客户名称', /^金职院/, /^未找到该客户/]);
});
