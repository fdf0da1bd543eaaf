// How numbers and times are written, by the page itself or by the browser.

import { customerPath, heading, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

test('a browser that cannot write how long ago it was goes without', async ({ page }) => {
  await page.addInitScript(() => {
    window.looks = 0;
    Object.defineProperty(Intl, 'RelativeTimeFormat', { get: () => void (window.looks += 1) });
  });
  await page.goto(customerPath('example'));
  await expect.poll(() => page.evaluate(() => window.looks)).toBeGreaterThan(0);
  await expect(heading(page)).toHaveText('金职院');
  await expect(valueOf(page, '创建时间')).toHaveText('2021-08-01 12:00:00');
});
