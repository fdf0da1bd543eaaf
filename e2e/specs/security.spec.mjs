// Outside data is displayed as text, and the token is sent to the API only.

import { markup, markupCustomer } from '../server/answers.mjs';
import { startApi } from '../server/api.mjs';
import { read } from '../support/dist.mjs';
import { alert, arrival, button, customerPath, heading, serveEverywhere, stepsOf, valueOf } from '../support/page.mjs';
import { rows } from '../support/document.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

/** Asserts that no data has become an element or has run. */
async function expectText(page) {
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  const body = page.locator('body');
  await expect(body.locator('img, iframe, object, embed, form[action], [onerror], [onload], #app script, main b')).toHaveCount(0);
}

test('markup in any text field is shown as text', async ({ page }) => {
  const customer = markupCustomer();
  await page.goto(customerPath('markup'));
  await expect(heading(page)).toHaveText(customer.name);
  await expect(page).toHaveTitle(`${customer.name} - 客户档案`);
  for (const { key, comment } of rows) {
    const value = customer[key];
    if (key === 'name' || typeof value !== 'string' || !value.startsWith('<')) continue;
    const isText = !['createdAt', 'outstandingReceivables', 'retentionMoney'].includes(key);
    await expect(valueOf(page, comment), key).toContainText(isText ? value : JSON.stringify(value));
  }
  for (const [label, key] of [['所在部门', 'departmentPath'], ['行业', 'industryPath'], ['区域', 'area']]) {
    await expect(stepsOf(page, label)).toHaveText(customer[key]);
  }
  await expect(page.locator('.follower-name')).toHaveText([
    markup('followerNames'),
    markup('followers'),
  ]);
  await expectText(page);
  // In print, in the other language, on the start page.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await button(page, 'English').click();
  await expect(heading(page)).toHaveText(customer.name);
  await expectText(page);
  await page.goto('/');
  await expect(page.locator('.recent-list')).toContainText(customer.name);
  await expectText(page);
});

test('markup in the address is shown as text', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  const id = '<img src=x onerror="hacked=1"><script>hacked=1</script>';
  await page.goto(customerPath(id));
  await expect(heading(page)).toHaveText('未找到该客户');
  await expect(alert(page)).toContainText(`请求的客户ID：${id}`);
  await expectText(page);
  api.plan(id, '{"id": "1"}');
  await page.goto(`${customerPath(id)}?x=<script>hacked=1</script>#<img src=x onerror=hacked=1>`);
  await expect(valueOf(page, '客户ID')).toBeVisible();
  await expectText(page);
  await page.goto('/');
  await expect(page.locator('.recent-list')).toContainText(id);
  await expectText(page);
  await page.getByRole('combobox').fill(id);
  await page.getByRole('combobox').press('Enter');
  await expect(valueOf(page, '客户ID')).toBeVisible();
  await expectText(page);
  await serveEverywhere(page, read('index.html'));
  await page.goto('/customers/1/<img src=x onerror=hacked=1>');
  await expect(heading(page)).toHaveText('页面不存在');
  await expectText(page);
});

test('markup in the configuration is shown as text', async ({ page, deploy, watch }) => {
  watch.allow(/^console error: configuration:/);
  const config = JSON.stringify({ '<img src=x onerror=hacked=1>': 1, currency: '<script>hacked=1</script>', unit: '<b>元</b>' });
  const { origin } = await deploy({ config: config.replaceAll('<', '\\u003c') });
  await page.goto(origin + customerPath('example'));
  await expect(page.getByText('没有名为 <img src=x onerror=hacked=1> 的配置项')).toBeVisible();
  // An invalid value is quoted in the error message.
  await expect(page.getByText('currency 的值无效："\\u003cscript>hacked=1\\u003c/script>"')).toBeVisible();
  await expect(valueOf(page, '总成交额')).toContainText('2,324.32 <b>元</b>');
  await expectText(page);
});

test('names of object members are shown as text', async ({ page, api }) => {
  api.plan('c', '{"id": "1", "name": "constructor", "__proto__": {"x": 1}, "type": "__proto__", "from": "toString"}');
  await page.goto(customerPath('c'));
  await expect(heading(page)).toHaveText('constructor');
  await expect(valueOf(page, '客户类型')).toHaveText('__proto__');
});

test("a token is sent to the API's origin only", async ({ page, api, deploy }) => {
  const { origin } = await deploy({ config: { apiBase: `${api.origin}/api`, tokenKey: 'token' } });
  await page.addInitScript(() => sessionStorage.setItem('token', 'secret.token'));
  const originsWithToken = [];
  page.on('request', async (request) => {
    const whole = JSON.stringify([request.url(), await request.allHeaders(), request.postData()]);
    if (whole.includes('secret.token')) originsWithToken.push(new URL(request.url()).origin);
  });
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await button(page, '刷新').click();
  await expect.poll(() => api.of('example').length).toBe(2);
  await page.goto(origin);
  await expect(heading(page)).toHaveText('查找客户');
  expect(new Set(originsWithToken)).toEqual(new Set([api.origin]));
  expect(originsWithToken).toHaveLength(2);
});

test('a redirect to another origin does not carry the token', async ({ page, api, deploy, watch }) => {
  watch.allow(/CORS policy|Failed to load resource|Connecting to|Content Security Policy|CSP violation: connect-src/);
  const otherApi = await startApi();
  api.plan('c', ({ response }) => response.writeHead(302, { Location: `${otherApi.origin}/api/customers/example/detail` }).end());
  const { origin } = await deploy({ config: { tokenKey: 'token' } });
  await page.addInitScript(() => sessionStorage.setItem('token', 'secret.token'));
  await page.goto(origin + customerPath('c'));
  await expect(heading(page)).toHaveText('登录已过期');
  expect(api.of('c')[0].headers.authorization).toBe('Bearer secret.token');
  expect(otherApi.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
  await otherApi.stop();
});

test('the page sends requests to its own server only', async ({ page, site }) => {
  const origins = new Set();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:') origins.add(origin);
  });
  await page.goto(customerPath('full'));
  await arrival(page);
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  expect([...origins]).toEqual([site.origin]);
});

test('no other page may frame this one', async ({ page, site, watch }) => {
  watch.allow(/frame|CSP/i);
  await page.route('https://other.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${site.origin}/customers/example"></iframe>` }),
  );
  await page.goto('https://other.example/');
  await expect.poll(() => page.frames().at(-1).url()).toMatch(/^chrome-error:/);
});

test("the page works under a stricter policy", async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY' } });
  const stricter = [
    ...['worker-src', 'child-src', 'frame-src', 'object-src', 'media-src', 'font-src', 'manifest-src'].map((name) => `${name} 'none'`),
    `base-uri 'none'`,
    `form-action 'none'`,
    `trusted-types 'none'`,
    `require-trusted-types-for 'script'`,
  ];
  await page.route('**/customers/full', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': stricter.join('; ') } });
  });
  await page.goto(origin + customerPath('full'));
  await arrival(page);
  await expect(valueOf(page, '创建时间')).toContainText('前');
  await button(page, '刷新').click();
  await expect(page.getByText(/^更新于/)).toBeVisible();
  for (const key of ['l', '?', 'Escape']) await page.keyboard.press(key);
  await expect(button(page, '中文')).toBeVisible();
});

test('setting innerHTML is a policy violation that fails a test', async ({ page, watch }) => {
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  const thrown = await page.evaluate(() => {
    try {
      document.querySelector('main').innerHTML = 'text';
    } catch (error) {
      return error.message;
    }
  });
  expect(thrown).toContain('TrustedHTML');
  await expect.poll(() => watch.unexpected().join('\n')).toContain('CSP violation: require-trusted-types-for');
  watch.allow(/TrustedHTML|require-trusted-types-for/);
});

test('the policy blocks foreign scripts and requests', async ({ page, watch }) => {
  watch.allow(/./);
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  const elsewhere = await page.evaluate(async () => {
    const script = document.createElement('script');
    const element = document.createElement('div');
    const attempts = [
      () => (script.textContent = 'window.hacked = 1'),
      () => document.body.append(script),
      () => element.setAttribute('onclick', 'window.hacked = 2'),
      () => document.body.append(element),
      () => element.click(),
      () => (element.innerHTML = '<img src=x onerror="hacked=3">'),
      () => setTimeout('window.hacked = 4'),
      () => (window.hacked = new Worker('data:text/javascript,') && 5),
      () => (window.hacked = trustedTypes.createPolicy('other', {}) && 6),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Trusted Types throw for some of them.
      }
    }
    return fetch('https://other.example/').then(() => 'sent', () => 'refused');
  });
  expect(elsewhere).toBe('refused');
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
});
