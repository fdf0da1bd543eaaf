// The record: every value of every sample, beside its label.

import { sample, sampleIds } from '../server/answers.mjs';
import { customerTypes, grouped, rows } from '../support/document.mjs';
import { arrival, customerPath, heading, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const topRows = rows.filter(({ key }) => !key.includes('[]'));
const amounts = ['totalTurnover', 'outstandingReceivables', 'retentionMoney', 'transactionNumber', 'rank'];
/** Samples whose values are displayed as sent. Odd values: tests/wire.rs, tests/browser/odd_values.rs. */
const PLAIN = ['example', 'full', 'long-text', 'prospect', 'target', 'unknown-type'];

/** Returns every text and number of a customer as the page shows it. */
function textsOf(customer) {
  return Object.entries(customer).flatMap(([key, value]) => {
    if (key === 'followers' || value === null) return [];
    if (key === 'followerNames') return value.map(({ name }) => name);
    if (key === 'type') return [customerTypes[value] ?? value];
    if (amounts.includes(key)) return [grouped(value)];
    return [value].flat().map(String);
  });
}

test('every sample is shown with all labels and all values', async ({ page }) => {
  const normal = (text) => text.replace(/\s+/g, ' ').trim();
  for (const id of sampleIds) {
    await test.step(id, async () => {
      await page.goto(customerPath(id));
      await arrival(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      const labels = await page.locator('dt').allTextContents();
      const keysWithoutLabel = ['name', 'followers', 'followerNames'];
      expect(topRows.filter(({ key, comment }) => !keysWithoutLabel.includes(key) && !labels.includes(comment))).toEqual([]);
      await expect(page.getByRole('heading', { level: 2, name: '关注者' })).toBeVisible();
      if (!PLAIN.includes(id)) return;
      await expect(page.getByText('无法识别')).toHaveCount(0);
      const shown = normal(await page.getByRole('main').innerText());
      expect(textsOf(sample(id)).filter((text) => !shown.includes(normal(text)))).toEqual([]);
    });
  }
});

test('creation time is the same in every time zone', async ({ browser, contextOptions, site }) => {
  for (const timezoneId of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
    const context = await browser.newContext({ ...contextOptions, timezoneId });
    const page = await context.newPage();
    await page.goto(site.origin + customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await expect(valueOf(page, '创建时间')).toHaveText(/^2021-08-01 12:00:00\s*[1-9]\d*年前$/);
    await context.close();
  }
});
