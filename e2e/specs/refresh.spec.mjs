// Refreshing after the session has ended. The rest: tests/browser/refreshing.rs.

import { variation } from '../server/answers.mjs';
import { button, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const REFRESH = '刷新';
const failure = (page) => page.getByRole('main').getByRole('status').filter({ hasText: /^刷新失败/ });

for (const signInUrl of ['/login', undefined]) {
  test(`returning to the tab after the session ended loads the customer again, ${signInUrl ? 'with' : 'without'} signInUrl`, async ({
    page,
    api,
    watch,
    deploy,
  }) => {
    watch.allow(FAILED_STATUS);
    const { origin } = await deploy({ config: signInUrl ? { signInUrl } : {} });
    api.plan('c', 'example', 'login-page', 'status-401', 'status-401', 'example');
    const link = page.getByRole('link', { name: '去登录' });
    const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.goto(origin + customerPath('c'));
    await button(page, REFRESH).click();
    await expect(failure(page)).toContainText('刷新失败（无法读取服务器的响应）');
    await expect(link).toHaveCount(signInUrl ? 1 : 0);
    if (signInUrl) await expect(link).toHaveAttribute('href', `/login?return=${encodeURIComponent(page.url())}`);

    // Pointer movement sends no request: only a user who was in another tab may have signed in.
    await page.evaluate(() => document.body.dispatchEvent(new Event('pointermove', { bubbles: true })));
    expect(api.of('c')).toHaveLength(2);
    await comeBack();
    await expect(heading(page)).toHaveText('登录已过期');
    await expect(link).toHaveCount(signInUrl ? 1 : 0);
    await expect(button(page, '重试')).toHaveCount(signInUrl ? 0 : 1);
    // The user may be about to click: the error view stays mounted.
    const shown = await heading(page).elementHandle();
    await comeBack();
    await expect.poll(() => api.of('c').filter(({ finished }) => finished).length).toBe(4);
    await expect(heading(page)).toHaveText('登录已过期');
    expect(await shown.evaluate((heading) => heading.isConnected)).toBe(true);
    // Again, until the page has received the previous response.
    await expect.poll(async () => (await comeBack(), api.of('c').length)).toBe(5);
    await expect(heading(page)).toHaveText('金职院');
    expect(api.of('c')).toHaveLength(5);
  });
}

test('notes on changes and on a failed refresh cause no layout shift', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  const sections = page.locator('.sections');
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    api.plan('c', 'example', variation({ from: 'partner' }), 'status-503');
    await page.goto(customerPath('c'));
    await expect(heading(page)).toHaveText('金职院');
    const before = await sections.boundingBox();
    await button(page, REFRESH).click();
    await expect(page.getByText('1 项有变化')).toBeVisible();
    await button(page, REFRESH).click();
    await expect(failure(page)).toBeVisible();
    expect((await sections.boundingBox()).y, `${width} px`).toBe(before.y);
    api.reset();
  }
});
