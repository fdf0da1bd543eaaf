// Failures and races that need a real network. The other failures: faults.spec.mjs, tests/browser/failures.rs.

import { alert, button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_NETWORK, FAILED_STATUS } from '../support/watch.mjs';

const RETRY = '重试';
const ELSEWHERE = '查找其他客户';

/** Asserts the heading and the actions of the error view. */
async function expectState(page, id, name, offers) {
  await expect(heading(page)).toHaveText(name);
  await expect(alert(page)).toBeVisible();
  await expect(alert(page).getByRole('heading')).toHaveText(name);
  await expect(alert(page)).toContainText(`请求的客户ID：${id}`);
  await expect(page).toHaveTitle(new RegExp(`^${name.replace(/[()（）]/g, '.')}`));
  const offered = [
    ...(await alert(page).getByRole('button').allInnerTexts()),
    ...(await alert(page).getByRole('link').allInnerTexts()),
  ];
  expect(offered.map((text) => text.trim()).filter(Boolean)).toEqual(offers);
}

test('offline navigation shows a network error and retries once when the browser is back online', async ({ page, context, api, watch }) => {
  watch.allow(FAILED_NETWORK);
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  await context.setOffline(true);
  await goTo(page, 'example');
  await expectState(page, 'example', '网络连接失败', [RETRY, ELSEWHERE]);
  expect(api.of('example')).toHaveLength(0);
  // The browser's own `online` event.
  await context.setOffline(false);
  await expect(heading(page)).toHaveText('金职院');
  await expect(heading(page)).toBeFocused();
  expect(api.of('example')).toHaveLength(1);
});

test('a slow response for the previous customer is aborted down to the server and never shown', async ({ page, api }) => {
  const slow = api.held('full');
  api.plan('A', slow);
  await page.addInitScript(() => {
    window.seen = [];
    new MutationObserver(() => {
      const name = document.querySelector('h1')?.textContent;
      if (name && window.seen.at(-1) !== name) window.seen.push(name);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(customerPath('A'));
  await expect.poll(() => api.of('A').length).toBe(1);
  await goTo(page, 'example');
  await expect(heading(page)).toHaveText('金职院');
  await expect.poll(() => api.of('A')[0].aborted, 'A is aborted, down to the server').toBe(true);
  slow.release();
  // Wait for another response, which arrives after A's would have.
  await button(page, '刷新').click();
  await expect.poll(() => api.of('example').length).toBe(2);
  await expect(page.getByText(/^更新于/)).toBeVisible();
  await expect(heading(page)).toHaveText('金职院');
  expect(await page.evaluate(() => window.seen)).not.toContain('宁波澜沧海晟智能装备集团有限公司');
  await expect(page).toHaveTitle(/^金职院/);
  await expect(page).toHaveURL(/\/customers\/example$/);
});

test('an unreachable API on another origin is a network error', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_NETWORK);
  const nobody = 'http://127.0.0.1:9';
  const { origin } = await deploy({ config: { apiBase: nobody } });
  await page.goto(origin + customerPath('example'));
  await expectState(page, 'example', '网络连接失败', [RETRY, ELSEWHERE]);
});
