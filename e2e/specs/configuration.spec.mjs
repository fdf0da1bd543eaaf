// Settings that need a real browser: another origin, navigation, links. The rest: src/config.rs,
// tests/browser/configuration.rs, tests/head_start/cases.json.

import { customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_NETWORK, FAILED_STATUS } from '../support/watch.mjs';

test('an API on another origin without CORS headers is a network error', async ({ page, api, deploy, watch }) => {
  watch.allow(FAILED_NETWORK, /blocked by CORS policy/);
  api.plan('c', ({ response }) => {
    response.removeHeader('Access-Control-Allow-Origin');
    response.end('{"id":"1","name":"甲"}');
  });
  const { origin } = await deploy({ config: { apiBase: `${api.origin}/api` } });
  await page.goto(origin + customerPath('c'));
  await expect(heading(page)).toHaveText('网络连接失败');
});

test('the sign-in link leaves the page and its return address leads back to the customer', async ({ page, api, deploy, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await deploy({ config: { signInUrl: '/api/login' } });
  api.plan('c', 'status-401', 'example');
  await page.goto(origin + customerPath('c'));
  await page.getByRole('link', { name: '去登录' }).click();
  await expect(page).toHaveTitle('登录');
  await page.goto(new URL(page.url()).searchParams.get('return'));
  await expect(heading(page)).toHaveText('金职院');
});

test('names with an id and the o key lead to the configured CRM pages', async ({ page, api, deploy }) => {
  const links = { customer: '/crm/#/customers/{id}', manager: 'https://crm.invalid/users?id={id}', follower: '/crm/users/{id}' };
  const { origin } = await deploy({ config: { links } });
  const people = [{ id: 'a/b 客', name: '张三' }, { id: '..', name: '李四' }, { name: '王五' }];
  api.plan('c', JSON.stringify({ id: '4/2', name: '甲', managerId: 7, managerName: '赵六', followerNames: people }));
  await page.goto(origin + customerPath('c'));
  const href = (name) => page.locator('main').getByRole('link', { name, exact: true }).getAttribute('href');
  expect(await href('赵六')).toBe('https://crm.invalid/users?id=7');
  expect(await href('张三')).toBe('/crm/users/a%2Fb%20%E5%AE%A2');
  expect(await href('在 CRM 中打开')).toBe('/crm/#/customers/4%2F2');
  for (const name of ['李四', '王五']) {
    await expect(page.locator('.follower-name').getByText(name)).toBeVisible();
    await expect(page.getByRole('link', { name })).toHaveCount(0);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: '在 CRM 中打开' })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.route('**/crm/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>CRM</title>' }));
  await page.keyboard.press('o');
  await expect(page).toHaveTitle('CRM');
  expect(page.url()).toBe(`${origin}/crm/#/customers/4%2F2`);
});
