// Refreshing keeps what is shown until there is something newer, and says how old it is.

import { variation } from '../server/answers.mjs';
import { arrival, apiRequests, button, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const REFRESH = '刷新';
const freshness = (page) => page.getByRole('main').getByRole('status');

test('the old data stays until the new is there', async ({ page, api }) => {
  const newer = api.held(variation({ name: '新名称' }));
  api.plan('c', 'example', newer);
  await page.goto(customerPath('c'));
  await expect(freshness(page)).toHaveText(/^更新于 \d\d:\d\d$/);

  await button(page, REFRESH).click();
  await expect(freshness(page)).toHaveText('正在刷新…');
  await expect(button(page, REFRESH)).toHaveAttribute('aria-disabled', 'true');
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  await button(page, REFRESH).click({ force: true });
  newer.release();

  await expect(heading(page)).toHaveText('新名称');
  await expect(page).toHaveTitle(/^新名称/);
  await expect(freshness(page)).toHaveText(/^更新于/);
  expect(api.of('c'), 'a click while refreshing is no request').toHaveLength(2);
});

test('the time is the time of the answer, by the clock of the person who reads', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-01T09:05:30+08:00'));
  await page.goto(customerPath('example'));
  await expect(freshness(page)).toHaveText('更新于 09:05');
});

test('a refresh that fails keeps the data and marks it stale', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  api.plan('c', 'example', 'status-503', 'html', 'example');
  await page.clock.setFixedTime(new Date('2026-03-01T09:05:30+08:00'));
  await page.goto(customerPath('c'));
  await expect(freshness(page)).toHaveText('更新于 09:05');
  await page.clock.setFixedTime(new Date('2026-03-01T10:00:00+08:00'));

  await button(page, REFRESH).click();
  await expect(freshness(page)).toHaveText('刷新失败（服务暂时不可用），以下为 09:05 的数据');
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await button(page, REFRESH).click();
  await expect(freshness(page)).toHaveText('刷新失败（无法读取服务器的响应），以下为 09:05 的数据');

  await button(page, REFRESH).click();
  await expect(freshness(page)).toHaveText('更新于 10:00');
  expect(api.of('c')).toHaveLength(4);
});

test('what has not changed stays as the person has it', async ({ page, api }) => {
  await page.goto(customerPath('many-followers'));
  await page.getByRole('searchbox', { name: '筛选关注者' }).fill('张');
  await expect(page.getByText(/^找到/).last()).toBeVisible();
  await button(page, REFRESH).click();
  await expect.poll(() => api.of('many-followers').length).toBe(2);
  await expect(freshness(page)).toHaveText(/^更新于/);
  await expect(page.getByRole('searchbox', { name: '筛选关注者' })).toHaveValue('张');
  await expect(button(page, REFRESH)).toBeFocused();
});

test('coming back to the tab after a long while refreshes quietly, after a short one it does not', async ({ page }) => {
  const requests = apiRequests(page);
  await page.clock.install({ time: new Date('2026-03-01T09:05:30+08:00') });
  await page.goto(customerPath('example'));
  await expect(freshness(page)).toHaveText('更新于 09:05');
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

  await page.clock.fastForward('04:00');
  await comeBack();
  await page.clock.fastForward('02:00');
  expect(requests).toHaveLength(1);
  await comeBack();
  await expect(freshness(page)).toHaveText('更新于 09:11');
  expect(requests).toHaveLength(2);
});

test('leaving the page ends a refresh', async ({ page, api }) => {
  api.plan('c', 'example', 'hang');
  await page.goto(customerPath('c'));
  await button(page, REFRESH).click();
  await expect.poll(() => api.of('c').length).toBe(2);
  await page.getByRole('link', { name: '客户档案' }).click();
  await expect.poll(() => api.of('c')[1].aborted).toBe(true);
});

for (const signInUrl of ['/login', undefined]) {
  test(`who is signed out and comes back is asked for again by itself, ${signInUrl ? 'with' : 'without'} a place to sign in`, async ({
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
    await expect(freshness(page)).toHaveText(/^刷新失败（无法读取服务器的响应）/);
    await expect(link).toHaveCount(signInUrl ? 1 : 0);
    if (signInUrl) await expect(link).toHaveAttribute('href', `/login?return=${encodeURIComponent(page.url())}`);

    // The pointer moves a lot: only who has been away may have signed in meanwhile.
    await page.evaluate(() => document.body.dispatchEvent(new Event('pointermove', { bubbles: true })));
    expect(api.of('c')).toHaveLength(2);
    await comeBack();
    await expect(heading(page)).toHaveText('登录已过期');
    await expect(link).toHaveCount(signInUrl ? 1 : 0);
    await expect(button(page, '重试')).toHaveCount(signInUrl ? 0 : 1);
    // What somebody may be about to click in stays as it is.
    const shown = await heading(page).elementHandle();
    await comeBack();
    await expect.poll(() => api.of('c').filter(({ finished }) => finished).length).toBe(4);
    await expect(heading(page)).toHaveText('登录已过期');
    expect(await shown.evaluate((heading) => heading.isConnected)).toBe(true);
    await comeBack();
    await expect(heading(page)).toHaveText('金职院');
    expect(api.of('c')).toHaveLength(5);
  });
}
