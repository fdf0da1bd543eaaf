// Addresses: a link leads to the same customer for everybody, now and later, at `/` and under a base path.

import { read } from '../support/dist.mjs';
import { alert, button, customerPath, goTo, heading, serveEverywhere } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const FULL = '宁波澜沧海晟智能装备集团有限公司';
const HOME = '查找客户';
const NO_PAGE = '页面不存在';

for (const basePath of ['/', '/crm/']) {
  test(`deep link, reload, back and forward under ${basePath}`, async ({ page, api, deploy, watch }) => {
    watch.allow(FAILED_STATUS);
    const { origin } = await deploy({ basePath });
    const root = origin + basePath.replace(/\/$/, '');

    await page.goto(root + customerPath('example'));
    await expect(heading(page)).toHaveText(EXAMPLE);
    await expect(page).toHaveTitle(`${EXAMPLE} - 客户档案`);
    await page.reload();
    await expect(heading(page)).toHaveText(EXAMPLE);

    await goTo(page, 'full');
    await expect(heading(page)).toHaveText(FULL);
    await expect(page).toHaveTitle(`${FULL} - 客户档案`);
    await expect(page).toHaveURL(`${root}/customers/full`);
    await page.getByRole('link', { name: '客户档案' }).click();
    await expect(heading(page)).toHaveText(HOME);
    await expect(page).toHaveURL(`${root}/`);

    await page.goBack();
    await expect(heading(page)).toHaveText(FULL);
    await page.goBack();
    await expect(heading(page)).toHaveText(EXAMPLE);
    await expect(page).toHaveTitle(`${EXAMPLE} - 客户档案`);
    await page.goForward();
    await expect(heading(page)).toHaveText(FULL);
    await page.reload();
    await expect(heading(page)).toHaveText(FULL);

    // From a message, too.
    await goTo(page, 'nobody');
    await expect(heading(page)).toHaveText('未找到该客户');
    await page.getByRole('link', { name: '查找其他客户' }).click();
    await expect(page).toHaveURL(`${root}/`);
    await page.getByRole('list').getByRole('link', { name: EXAMPLE }).click();
    await expect(heading(page)).toHaveText(EXAMPLE);
    await expect(page).toHaveURL(`${root}/customers/example`);
    expect(api.requests.every(({ url }) => url.startsWith('/api/customers/'))).toBe(true);
  });
}

test('the base path without its slash is the page, its lookalike is not', async ({ page, deploy, request }) => {
  const { origin } = await deploy({ basePath: '/crm/' });
  await page.goto(`${origin}/crm`);
  await expect(heading(page)).toHaveText(HOME);
  for (const path of ['/crmx', '/crmx/customers/example', '/', '/customers/example']) {
    const response = await request.get(origin + path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).not.toContain('<html');
  }
});

test('a page that stands where its base path is not names the setting', async ({ page, deploy, watch }) => {
  watch.allow(/./);
  const { origin } = await deploy({ config: { basePath: '/crm' } });
  await page.goto(origin + customerPath('example')).catch(() => {});
  await expect(page.getByText(/basePath/)).toBeVisible();
});

test('a page under a path that is not configured names the setting', async ({ page, deploy, watch }) => {
  watch.allow(/./);
  const { origin } = await deploy({ basePath: '/crm/', config: { basePath: '/' } });
  await page.goto(`${origin}/crm/customers/example`).catch(() => {});
  await expect(page.getByText(/basePath/)).toBeVisible();
});

test('a trailing slash is the same customer', async ({ page }) => {
  await page.goto('/customers/example/');
  await expect(heading(page)).toHaveText(EXAMPLE);
});

test('an unknown address has its page and a way on', async ({ page, api }) => {
  for (const path of ['/customers/1/edit', '/customers/']) {
    await page.goto(path);
    await expect(heading(page)).toHaveText(NO_PAGE);
    await expect(page).toHaveTitle(`${NO_PAGE} - 客户档案`);
  }
  expect(api.requests).toEqual([]);
  await page.getByRole('link', { name: '查找其他客户' }).click();
  await expect(heading(page)).toHaveText(HOME);
  await expect(page).toHaveTitle('客户档案');
});

test('what is no page and no file is not found, and no HTML', async ({ request }) => {
  for (const path of ['/nowhere', '/customer-profile-0000_bg.wasm', '/old.js', '/index.htm', '/.git/config']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).not.toContain('<');
  }
  const api = await request.get('/api/nothing');
  expect(api.status()).toBe(404);
  expect(api.headers()['content-type']).toContain('json');
});

const oddIds = ['a/b', '100%', '客户 1', 'a+b&c=d?e#f', '%2e%2e', 'a;b:c@d', "O'Neil (北京)", '.hidden', 'a..b', '😀', '%', '{}', 'x"y<z>'];

test('ids that need encoding reach the API as they are, by address', async ({ page, api }) => {
  for (const id of oddIds) {
    api.plan(id, JSON.stringify({ id, name: `名 ${id}` }));
    await page.goto(customerPath(id));
    await expect(heading(page)).toHaveText(`名 ${id}`);
    await page.reload();
    await expect(heading(page)).toHaveText(`名 ${id}`);
    expect(api.requests.splice(0).map((request) => request.id)).toEqual([id, id]);
  }
});

test('and by the box, by back and forward, by the list of the last customers', async ({ page, api }) => {
  await page.goto('/');
  for (const id of oddIds) {
    api.plan(id, JSON.stringify({ id, name: `名 ${id}` }));
    await goTo(page, id);
    await expect(heading(page)).toHaveText(`名 ${id}`);
    expect(new URL(page.url()).pathname).toBe(new URL(customerPath(id), page.url()).pathname);
    await page.goBack();
    await expect(heading(page)).toHaveText(HOME);
    await page.goForward();
    await expect(heading(page)).toHaveText(`名 ${id}`);
    await page.goBack();
    await page.locator('.recent-list').getByRole('link', { name: `名 ${id}` }).first().click();
    await expect(heading(page)).toHaveText(`名 ${id}`);
    expect(new URL(page.url()).pathname).toBe(new URL(customerPath(id), page.url()).pathname);
    expect(api.requests.splice(0).map((request) => request.id)).toEqual([id, id, id]);
    await page.goBack();
    await expect(heading(page)).toHaveText(HOME);
  }
});

test('ids that would lead to another endpoint are refused', async ({ page, api }) => {
  for (const id of ['..', '.', '../admin', 'a/../../b', 'a\\..\\b', ' .. ']) {
    await page.goto('/');
    await goTo(page, id);
    await expect(page.getByText('这不是有效的客户ID')).toBeVisible();
    await expect(page.getByRole('combobox', { name: '客户ID' })).toHaveAttribute('aria-invalid', 'true');
    await expect(page).toHaveURL(/\/$/);
  }
  await goTo(page, '');
  await expect(page.getByText('这不是有效的客户ID')).toBeVisible();
  await page.getByRole('combobox', { name: '客户ID' }).fill('1');
  await expect(page.getByText('这不是有效的客户ID')).toHaveCount(0);

  await serveEverywhere(page, read('index.html'));
  for (const path of ['..%2Fadmin', 'a%2F..%2F..%2Fb', 'a%5C..%5Cb', '%20..%20', 'a%0Ab']) {
    await page.goto(`/customers/${path}`);
    await expect(heading(page)).toHaveText('未找到该客户');
  }
  expect(api.requests).toEqual([]);
});

test('an address that is no UTF-8 is a message, not a blank page', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto('/customers/%E5%AE');
  await expect(heading(page)).toHaveText(/未找到该客户|页面不存在|服务器拒绝了请求/);
});

test('query and fragment do not change the customer', async ({ page, api }) => {
  await page.goto('/customers/example?tab=1&id=full#main');
  await expect(heading(page)).toHaveText(EXAMPLE);
  expect(api.requests.map(({ url }) => url)).toEqual(['/api/customers/example/detail']);
});

test('the same customer again by the box stays; another one replaces it', async ({ page, api }) => {
  await page.goto(customerPath('example'));
  await goTo(page, 'example');
  await goTo(page, 'full');
  await expect(heading(page)).toHaveText(FULL);
  await expect(page.getByText('金职院')).toHaveCount(0);
  expect(api.of('full')).toHaveLength(1);
});

test('the button of the box goes, too', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: '客户ID' }).fill('  example  ');
  await button(page, '前往').click();
  await expect(heading(page)).toHaveText(EXAMPLE);
  await expect(page).toHaveURL(/\/customers\/example$/);
  await expect(alert(page)).toHaveCount(0);
});
