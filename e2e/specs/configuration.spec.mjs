// What an operator sets in index.html, key by key, from the block to what people see and servers get.

import { startApi } from '../server/api.mjs';
import { variation } from '../server/answers.mjs';
import { alert, button, customerPath, heading, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_NETWORK, FAILED_STATUS } from '../support/watch.mjs';

const notice = (page) => page.getByRole('alert').filter({ hasText: '页面配置有误' });
const WRONG = /^console error: configuration:/;

test('apiBase: another origin, and only that one is asked', async ({ page, api, deploy }) => {
  const own = await startApi();
  const { origin } = await deploy({ backend: own.origin, config: { apiBase: `${api.origin}/api` } });
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await button(page, '刷新').click();
  await expect.poll(() => api.of('example').length).toBe(2);
  expect(api.requests[0].headers.origin).toBe(origin);
  expect(own.requests).toEqual([]);
  await own.stop();
});

test('apiBase: another path, with or without a slash at its end', async ({ page, api, deploy }) => {
  for (const apiBase of ['/api/v2', '/api/v2/']) {
    const { origin } = await deploy({ config: { apiBase } });
    await page.route('**/api/v2/**', (route) => route.fulfill({ json: { id: '1', name: '第二版' } }));
    await page.goto(origin + customerPath('a/b'));
    await expect(heading(page)).toHaveText('第二版');
  }
  expect(api.requests).toEqual([]);
});

test('apiBase: an origin that does not allow this page is no network, and its answer is not read', async ({ page, api, deploy, watch }) => {
  watch.allow(FAILED_NETWORK, /blocked by CORS policy/);
  api.plan('c', ({ response }) => {
    response.removeHeader('Access-Control-Allow-Origin');
    response.end('{"id":"1","name":"甲"}');
  });
  const { origin } = await deploy({ config: { apiBase: `${api.origin}/api` } });
  await page.goto(origin + customerPath('c'));
  await expect(heading(page)).toHaveText('网络连接失败');
});

const session = { name: 'session', value: 's-1' };

for (const [credentials, own, other] of [
  ['same-origin', true, false],
  ['include', true, true],
  ['omit', false, false],
]) {
  test(`credentials: ${credentials}`, async ({ page, context, api, deploy }) => {
    await context.addCookies([{ ...session, url: api.origin }]);
    const here = await deploy({ config: { credentials } });
    await page.goto(here.origin + customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    const there = await deploy({ config: { credentials, apiBase: `${api.origin}/api` } });
    await page.goto(there.origin + customerPath('full'));
    await expect(valueOf(page, '客户编号')).toBeVisible();
    expect(api.of('example')[0].headers.cookie).toBe(own ? 'session=s-1' : undefined);
    expect(api.of('full')[0].headers.cookie).toBe(other ? 'session=s-1' : undefined);
  });
}

for (const [storage, stores] of Object.entries({
  sessionStorage: () => sessionStorage.setItem('crm.token', 'tab.1'),
  localStorage: () => localStorage.setItem('crm.token', 'tab.1'),
  'both, where the one of the tab counts': () => {
    sessionStorage.setItem('crm.token', 'tab.1');
    localStorage.setItem('crm.token', 'origin.2');
  },
})) {
  test(`tokenKey: a token in ${storage}`, async ({ page, api, deploy }) => {
    const { origin } = await deploy({ config: { tokenKey: 'crm.token' } });
    await page.addInitScript(stores);
    await page.goto(origin + customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await button(page, '刷新').click();
    await expect.poll(() => api.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer tab.1', 'Bearer tab.1']);
  });
}

test('tokenKey: no token stored, or none configured, is no header', async ({ page, api, deploy }) => {
  const keyed = await deploy({ config: { tokenKey: 'crm.token' } });
  await page.goto(keyed.origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  const plain = await deploy();
  await page.addInitScript(() => localStorage.setItem('crm.token', 'abc'));
  await page.goto(plain.origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
});

test('tokenKey: a token that changes is followed', async ({ page, api, deploy }) => {
  const { origin } = await deploy({ config: { tokenKey: 'crm.token' } });
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await page.evaluate(() => localStorage.setItem('crm.token', 'new'));
  await button(page, '刷新').click();
  await expect.poll(() => api.requests.at(-1).headers.authorization).toBe('Bearer new');
});

test('timeoutSeconds: how long an answer may take', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { timeoutSeconds: 1 } });
  await page.goto(origin + customerPath('hang'));
  await expect(heading(page)).toHaveText('请求超时');
});

for (const [signInUrl, expected] of [
  ['/login', (here) => `/login?return=${encodeURIComponent(here)}`],
  ['https://sso.example.com/in?app=crm', (here) => `https://sso.example.com/in?app=crm&return=${encodeURIComponent(here)}`],
  ['https://sso.example.com/#/in?to={address}', (here) => `https://sso.example.com/#/in?to=${encodeURIComponent(here)}`],
]) {
  test(`signInUrl: ${signInUrl} carries the present address back`, async ({ page, deploy, watch }) => {
    watch.allow(FAILED_STATUS);
    const { origin } = await deploy({ config: { signInUrl } });
    for (const id of ['status-401', 'envelope-401', 'login-page']) {
      const here = `${origin}/customers/${id}?from=chat&x=%E5%AE%A2#a`;
      await page.goto(here);
      const link = alert(page).getByRole('link', { name: '去登录' });
      await expect(link).toHaveAttribute('href', expected(here));
      await expect(link).not.toHaveAttribute('target');
    }
    await page.goto(`${origin}/customers/status-403`);
    await expect(heading(page)).toHaveText('无权查看该客户');
    await expect(page.getByRole('link', { name: '去登录' })).toHaveCount(0);
  });
}

test('signInUrl: the way there leaves the page, and back it is the customer', async ({ page, api, deploy, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await deploy({ config: { signInUrl: '/api/login' } });
  api.plan('c', 'status-401', 'example');
  await page.goto(origin + customerPath('c'));
  await page.getByRole('link', { name: '去登录' }).click();
  await expect(page).toHaveTitle('登录');
  const back = new URL(page.url()).searchParams.get('return');
  await page.goto(back);
  await expect(heading(page)).toHaveText('金职院');
});

test('currency and unit: behind every amount, in both languages, and on nothing else', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY', unit: '万元' } });
  await page.goto(origin + customerPath('exact'));
  await expect(valueOf(page, '总成交额')).toContainText('¥9,007,199,254,740,993.25 万元');
  await expect(valueOf(page, '未收款额')).toContainText('¥123,456,789,012,345,678,901,234,567,890.10 万元');
  await expect(valueOf(page, '累计质保金')).toContainText('-¥0.50 万元');
  await expect(valueOf(page, '签单数')).toHaveText('1,000');
  await expect(valueOf(page, '排名')).toHaveText('1');
  await button(page, 'English').click();
  await expect(valueOf(page, 'Total turnover')).toContainText('CN¥9,007,199,254,740,993.25 万元');
});

test('without currency and unit none is printed', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(valueOf(page, '总成交额').locator('.figure')).toHaveText('2,324.32');
});

test('values: words for codes, with the code in the title, and only where one is configured', async ({ page, api, deploy }) => {
  const values = {
    from: { referral: '转介绍' },
    partnerRelationship: { strategic: '战略合作', signed: '已签约' },
    type: { STRATEGIC_ALLY: '战略盟友', CLIENT: '别的词' },
  };
  const { origin } = await deploy({ config: { values } });
  await page.goto(origin + customerPath('full'));
  await expect(valueOf(page, '来源')).toHaveText('转介绍');
  await expect(valueOf(page, '来源').getByTitle('referral')).toBeVisible();
  await expect(valueOf(page, '合作关系')).toHaveText('战略合作');
  await expect(valueOf(page, '客户级别')).toHaveText('战略级');
  await expect(valueOf(page, '客户类型')).toHaveText('正式客户');
  api.plan('c', variation({ type: 'STRATEGIC_ALLY', from: 'Referral' }));
  await page.goto(origin + customerPath('c'));
  await expect(valueOf(page, '客户类型')).toHaveText('战略盟友');
  await expect(valueOf(page, '客户类型').getByTitle('STRATEGIC_ALLY')).toBeVisible();
  await expect(valueOf(page, '来源'), 'a code is compared letter by letter').toHaveText('Referral');
});

test('values: what is no table of words is named, and costs no other key', async ({ page, deploy, watch }) => {
  watch.allow(WRONG);
  for (const [values, shown] of [
    [{ form: { referral: '转介绍' } }, '{"form":{"referral":"转介绍"}}'],
    [{ from: { referral: 1 } }, '{"from":{"referral":1}}'],
    [['referral'], '["referral"]'],
  ]) {
    const { origin } = await deploy({ config: { values, unit: '元' } });
    await page.goto(origin + customerPath('full'));
    await expect(notice(page).getByRole('listitem')).toHaveText([`values 的值无效：${shown}。有效值：{"from": {"…": "…"}, …}`]);
    await expect(valueOf(page, '来源')).toHaveText('referral');
    await expect(valueOf(page, '总成交额')).toContainText('12,846,350.75 元');
  }
});

test('successCodes: what else means success', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { successCodes: [1, 'A00000'] } });
  await page.route('**/c1/detail', (route) => route.fulfill({ body: `{"code":1,"data":${variation({})}}` }));
  await page.route('**/c2/detail', (route) => route.fulfill({ body: `{"errcode":"A00000","data":${variation({})}}` }));
  await page.route('**/c3/detail', (route) => route.fulfill({ body: '{"code":0,"message":"坏","data":null}' }));
  for (const id of ['c1', 'c2']) {
    await page.goto(origin + customerPath(id));
    await expect(heading(page)).toHaveText('金职院');
  }
  await page.goto(origin + customerPath('c3'));
  await expect(heading(page)).toHaveText('服务器拒绝了请求（0）');
  await expect(alert(page)).toContainText('服务器消息：坏');
});

test('successCodes: common ones are known without configuration', async ({ page }) => {
  for (const code of [0, '0', 200, '200', '00000', 'success', 'OK']) {
    const body = JSON.stringify({ code, data: JSON.parse(variation({ name: `代码 ${code}` })) });
    await page.route('**/c/detail', (route) => route.fulfill({ body }));
    await page.goto(customerPath('c'));
    await expect(heading(page)).toHaveText(`代码 ${code}`);
    await page.unroute('**/c/detail');
  }
});

test('a wrong key and wrong values are named, and everything else works', async ({ page, deploy, watch }) => {
  watch.allow(WRONG);
  const { origin } = await deploy({
    config: {
      colour: 'blue',
      apiBase: 'ftp://example.com',
      credentials: 'always',
      tokenKey: 7,
      timeoutSeconds: 0,
      signInUrl: 'javascript:hacked=1',
      currency: '元',
      successCodes: 'ok',
      unit: '元',
    },
  });
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await expect(notice(page).getByRole('listitem')).toHaveText([
    '没有名为 colour 的配置项',
    'apiBase 的值无效："ftp://example.com"。有效值："/…", "https://…"',
    'credentials 的值无效："always"。有效值："same-origin", "include", "omit"',
    'tokenKey 的值无效：7。有效值："…"',
    'timeoutSeconds 的值无效：0。有效值：1 … 600',
    'signInUrl 的值无效："javascript:hacked=1"。有效值："/…", "https://…"',
    'successCodes 的值无效："ok"。有效值：[0, "ok", …]',
    'currency 的值无效："元"。有效值："CNY", "USD", …',
  ]);
  await expect(valueOf(page, '总成交额')).toContainText('2,324.32 元');
  await button(page, 'English').click();
  await expect(page.getByText('Unknown setting: colour')).toBeVisible();
});

for (const [name, config, text] of [
  ['no block', null, 'index.html 中没有 #config 配置块，已使用默认值'],
  ['an empty block', '', '#config 配置块不是有效的 JSON 对象，已使用默认值'],
  ['a block with a comma too many', '{"unit": "元",}', '#config 配置块不是有效的 JSON 对象，已使用默认值'],
  ['a list', '[]', '#config 配置块不是有效的 JSON 对象，已使用默认值'],
  ['null', 'null', '#config 配置块不是有效的 JSON 对象，已使用默认值'],
]) {
  test(`a configuration that is none is named, and the defaults work: ${name}`, async ({ page, api, deploy, watch }) => {
    watch.allow(WRONG);
    const { origin } = await deploy({ config });
    await page.goto(origin + customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await expect(notice(page)).toContainText(text);
    expect(api.requests).toHaveLength(1);
  });
}

for (const signInUrl of ['javascript:hacked=1', 'data:text/html,<script>', '//evil.example/in', '/\\evil.example', 'vbscript:x', ' java\nscript:hacked=1']) {
  test(`signInUrl: ${JSON.stringify(signInUrl)} is refused by name`, async ({ page, deploy, watch }) => {
    watch.allow(FAILED_STATUS, WRONG);
    const { origin } = await deploy({ config: JSON.stringify({ signInUrl }).replaceAll('<', '\\u003c') });
    await page.goto(origin + customerPath('status-401'));
    await expect(heading(page)).toHaveText('登录已过期');
    await expect(notice(page)).toContainText('signInUrl 的值无效');
    await expect(page.getByRole('link', { name: '去登录' })).toHaveCount(0);
  });
}

test('links: names lead to the CRM’s own pages, and so does a key; who has no id leads nowhere', async ({ page, api, deploy }) => {
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
    await expect(page.locator('.member-name').getByText(name)).toBeVisible();
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
