// The page over HTTP/2 and TLS.

import { button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

// The certificate is made for the test.
test.use({ ignoreHTTPSErrors: true });

test('loading, retry and navigation work over HTTP/2', async ({ page, api, deploy, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await deploy({ tls: true });
  expect(origin).toMatch(/^https:/);
  api.plan('later', 'status-503', 'full');
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await goTo(page, 'later');
  await expect(heading(page)).toHaveText('服务暂时不可用');
  await button(page, '重试').click();
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await page.reload();
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  const protocols = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ nextHopProtocol }) => nextHopProtocol),
  );
  expect(new Set(protocols)).toEqual(new Set(['h2']));
});

test('navigation aborts the request over HTTP/2', async ({ page, api, deploy }) => {
  const { origin } = await deploy({ tls: true });
  await page.goto(origin + customerPath('hang'));
  await expect.poll(() => api.of('hang').length).toBe(1);
  await goTo(page, 'example');
  await expect(heading(page)).toHaveText('金职院');
  await expect.poll(() => api.of('hang')[0].aborted).toBe(true);
});
