// Navigation in a real browser, at `/` and under a base path. Which path is which page: tests/head_start/cases.json.

import { customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const FULL = '宁波澜沧海晟智能装备集团有限公司';
const HOME = '查找客户';

for (const basePath of ['/', '/crm/']) {
  test(`deep link, reload, back and forward under ${basePath}`, async ({ page, api, deploy, watch }) => {
    watch.allow(FAILED_STATUS);
    const { origin } = await deploy({ basePath });
    const root = origin + basePath.replace(/\/$/, '');

    await page.goto(`${root}/customers/example/?tab=1&id=full#main`);
    await expect(heading(page)).toHaveText(EXAMPLE);
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

    // From an error view, too.
    await goTo(page, 'nobody');
    await expect(heading(page)).toHaveText('未找到该客户');
    await page.getByRole('link', { name: '查找其他客户' }).click();
    await expect(page).toHaveURL(`${root}/`);
    await page.getByRole('list').getByRole('link', { name: EXAMPLE }).click();
    await expect(heading(page)).toHaveText(EXAMPLE);
    await expect(page).toHaveURL(`${root}/customers/example`);
    expect(api.requests.every(({ url }) => /^\/api\/customers\/(example|full|nobody)\/detail$/.test(url))).toBe(true);
  });
}

test('a page outside its configured base path names the setting', async ({ page, deploy, watch }) => {
  watch.allow(/./);
  const { origin } = await deploy({ basePath: '/crm/', config: { basePath: '/' } });
  await page.goto(`${origin}/crm/customers/example`).catch(() => {});
  await expect(page.getByText(/basePath/)).toBeVisible();
});

const oddIds = ['a/b', '100%', '客户 1', 'a+b&c=d?e#f', '%2e%2e', 'a;b:c@d', "O'Neil (北京)", '.hidden', 'a..b', '😀', '%', '{}', 'x"y<z>'];

test('ids that need encoding reach the API unchanged', async ({ page, api }) => {
  for (const id of oddIds) {
    api.plan(id, JSON.stringify({ id, name: `名 ${id}` }));
    await page.goto(customerPath(id));
    await expect(heading(page)).toHaveText(`名 ${id}`);
    expect(api.requests.splice(0).map((request) => request.id)).toEqual([id]);
  }
});

test('an address with invalid UTF-8 shows a message', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto('/customers/%E5%AE');
  await expect(heading(page)).toHaveText(/未找到该客户|页面不存在|服务器拒绝了请求/);
});

test('back and forward restore the scroll position, also after a late response', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c1', 'full', answer);
  const scroll = () => page.evaluate(() => scrollY);
  const home = page.getByRole('link', { name: '客户档案' });
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText(EXAMPLE);
  await page.goto(customerPath('c1'));
  await expect(heading(page)).toHaveText(FULL);
  await page.evaluate(() => scrollTo(0, 700));
  // A real click would scroll first.
  await home.evaluate((link) => link.click());
  await page.getByRole('list').getByRole('link', { name: EXAMPLE }).click();
  await expect(heading(page)).toHaveText(EXAMPLE);
  expect(await scroll()).toBe(0);
  await page.evaluate(() => scrollTo(0, 300));

  await page.goBack();
  await expect(heading(page)).toHaveText(HOME);
  await page.goBack();
  await expect(page.locator('main [aria-busy=true] .skeleton')).toBeVisible();
  answer.release();
  await expect(heading(page)).toHaveText(FULL);
  await expect.poll(scroll).toBe(700);
  await expect(heading(page)).toBeFocused();
  await page.goForward();
  await page.goForward();
  await expect(heading(page)).toHaveText(EXAMPLE);
  await expect.poll(scroll).toBe(300);

  // A reload keeps the entries of the history.
  await page.reload();
  await expect(heading(page)).toHaveText(EXAMPLE);
  await page.evaluate(() => scrollTo(0, 200));
  await home.evaluate((link) => link.click());
  await page.getByRole('list').getByRole('link', { name: FULL }).click();
  await expect(heading(page)).toHaveText(FULL);
  await page.evaluate(() => scrollTo(0, 700));
  await page.goBack();
  await expect(heading(page)).toHaveText(HOME);
  await page.goBack();
  await expect(heading(page)).toHaveText(EXAMPLE);
  await expect.poll(scroll).toBe(200);
});

test('the skip link changes neither URL nor history', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText(EXAMPLE);
  const entries = await page.evaluate(() => history.length);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/\/customers\/example$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});
