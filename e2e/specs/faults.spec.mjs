// Every fault leads to its error view or to the customer: never to a blank page, a hang or a crash. Connection faults run
// twice: behind nginx, and with the API on another origin, so that they reach the browser.

import { faults } from '../server/faults.mjs';
import { read } from '../support/dist.mjs';
import { alert, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_NETWORK, FAILED_STATUS } from '../support/watch.mjs';

const NOT_FOUND = '未找到该客户';
const SIGNED_OUT = '登录已过期';
const FORBIDDEN = '无权查看该客户';
const UNAVAILABLE = '服务暂时不可用';
const OFFLINE = '网络连接失败';
const TIMED_OUT = '请求超时';
const UNREADABLE = '无法读取服务器的响应';
const refused = (code) => `服务器拒绝了请求（${code}）`;
const MIXED = '服务器返回的数据夹杂了其他内容';
const CUSTOMER = '金职院';

/** The actions of an error view: the usual ones, and by heading those that differ. */
const DEFAULT_ACTIONS = ['重试', '查找其他客户'];
const HOME_ONLY = ['查找其他客户'];
const ACTIONS = { [NOT_FOUND]: HOME_ONLY, [FORBIDDEN]: HOME_ONLY, [refused(400)]: HOME_ONLY, [refused(418)]: HOME_ONLY, [refused(1)]: HOME_ONLY, [refused('false')]: HOME_ONLY };

/** The heading for each fault, and parts of the message. `behindNginx` if nginx responds instead of the API. */
const outcomes = {
  'status-400': { heading: refused(400), says: '消息 400' },
  'status-401': { heading: SIGNED_OUT, says: '消息 401' },
  'status-403': { heading: FORBIDDEN, says: '消息 403' },
  'status-404': { heading: NOT_FOUND, says: '消息 404' },
  'status-408': { heading: UNAVAILABLE, says: '消息 408' },
  'status-410': { heading: NOT_FOUND, says: '消息 410' },
  'status-418': { heading: refused(418), says: '消息 418' },
  'status-425': { heading: UNAVAILABLE, says: '消息 425' },
  'status-429': { heading: UNAVAILABLE, says: '消息 429' },
  'status-500': { heading: UNAVAILABLE, says: '消息 500' },
  'status-501': { heading: UNAVAILABLE, says: '消息 501' },
  'status-502': { heading: UNAVAILABLE, says: '消息 502' },
  'status-503': { heading: UNAVAILABLE, says: '消息 503' },
  'status-504': { heading: UNAVAILABLE, says: '消息 504' },
  'status-html': { heading: UNAVAILABLE, saysNot: 'Bad Gateway' },
  'status-empty': { heading: UNAVAILABLE, saysNot: '服务器消息' },
  'status-markup': { heading: UNAVAILABLE, says: '<img src=x onerror="hacked=1"><b>消息</b>' },
  'retry-after-seconds': { heading: UNAVAILABLE, says: '请求过于频繁' },
  'retry-after-date': { heading: UNAVAILABLE },
  'retry-after-hour': { heading: UNAVAILABLE, says: '分钟后可重试' },
  'retry-after-nonsense': { heading: UNAVAILABLE, saysNot: '后可重试' },

  hang: { heading: TIMED_OUT },
  'hang-in-body': { heading: TIMED_OUT },
  reset: { heading: OFFLINE, behindNginx: UNAVAILABLE },
  'reset-in-body': { heading: OFFLINE },
  'reset-in-chunks': { heading: OFFLINE },
  slow: { heading: CUSTOMER },
  'length-too-long': { heading: OFFLINE },
  'length-too-short': { heading: UNREADABLE },

  truncated: { heading: UNREADABLE, says: '服务器返回的内容不是客户数据' },
  empty: { heading: UNREADABLE },
  blank: { heading: UNREADABLE },
  null: { heading: NOT_FOUND },
  list: { heading: NOT_FOUND },
  'list-of-objects': { heading: '甲' },
  object: { heading: NOT_FOUND },
  text: { heading: UNREADABLE },
  number: { heading: UNREADABLE },
  'other-json': { heading: UNREADABLE },
  'all-null': { heading: NOT_FOUND },
  'not-utf8': { heading: /�/ },
  'deep-list': { heading: UNREADABLE },
  'deep-field': { heading: CUSTOMER },
  noise: { heading: UNREADABLE },
  'noise-5-mb': { heading: UNREADABLE },
  guarded: { heading: CUSTOMER },
  words: { heading: CUSTOMER },
  'warning-before': { heading: UNREADABLE, says: MIXED, saysNot: '/var/www' },
  'dump-behind': { heading: UNREADABLE, says: MIXED, saysNot: 'array' },
  gbk: { heading: CUSTOMER },
  'utf-16': { heading: CUSTOMER },
  bom: { heading: CUSTOMER },

  'json-as-html': { heading: CUSTOMER },
  'json-as-nothing': { heading: CUSTOMER },
  'html-as-json': { heading: UNREADABLE, saysNot: '登录页面' },
  html: { heading: UNREADABLE, saysNot: '登录页面' },
  'login-page': { heading: UNREADABLE, says: '返回的内容疑似登录页面' },
  'login-redirect': { heading: SIGNED_OUT },
  'login-redirect-elsewhere': { heading: SIGNED_OUT },
  'redirect-honest': { heading: CUSTOMER },
  'redirect-loop': { heading: SIGNED_OUT },

  'envelope-401': { heading: SIGNED_OUT, says: '令牌已失效' },
  'envelope-403': { heading: FORBIDDEN, says: '该客户属于其他部门' },
  'envelope-404': { heading: NOT_FOUND, says: '客户不存在' },
  'envelope-500': { heading: UNAVAILABLE, says: '数据库连接失败' },
  'envelope-1': { heading: refused(1), says: '参数错误' },
  'envelope-false': { heading: refused('false'), says: '操作失败' },
  'envelope-empty': { heading: NOT_FOUND },
  'envelope-text': { heading: UNREADABLE },
  'envelope-markup': { heading: UNAVAILABLE, says: '<img src=x onerror="hacked=1"><b>消息</b>' },
  'envelope-nested': { heading: CUSTOMER },
  'envelope-list': { heading: CUSTOMER },
  'envelope-of-text': { heading: CUSTOMER },
  'envelope-code-1': { heading: CUSTOMER },
  'envelope-deep-error': { heading: FORBIDDEN, says: '该客户属于其他部门' },
  'envelope-path': { heading: UNAVAILABLE, saysNot: '/var/www' },
  'envelope-bare': { heading: CUSTOMER },

  markup: { heading: /^<img src=x onerror="hacked='name'">/ },
  'long-id': { heading: CUSTOMER },
  echo: { heading: CUSTOMER },
};

test('every fault has an expected outcome', () => {
  expect(Object.keys(outcomes).sort()).toEqual(Object.keys(faults).sort());
});

/** Faults with another outcome behind nginx or on another origin. */
const isConnectionFault = (id) => /^(reset|length|hang|slow|login-redirect|redirect|retry-after-seconds)|^(status-401|empty|envelope-403)$/.test(id);

// Split into parts, to share them between workers.
const names = Object.keys(outcomes);
const runs = {
  'behind nginx (1)': names.filter((_, place) => place % 2 === 0),
  'behind nginx (2)': names.filter((_, place) => place % 2 === 1),
  'on another origin': names.filter(isConnectionFault),
};

for (const [title, ids] of Object.entries(runs)) {
  const isDirect = title === 'on another origin';
  test(`every fault leads to its error view, ${title}`, async ({ page, api, deploy, watch }) => {
    // The page may neither connect to the sign-in server nor read its response.
    watch.allow(FAILED_STATUS, FAILED_NETWORK, /violates.* Content Security Policy/, /violation: connect-src/, /CORS policy/);
    const config = isDirect ? { apiBase: `${api.origin}/api` } : {};
    const usual = await deploy({ config });
    const withShortTimeout = await deploy({ config: { ...config, timeoutSeconds: 1 } });
    for (const id of ids) {
      await test.step(id, async () => {
        const outcome = outcomes[id];
        const { origin } = outcome.heading === TIMED_OUT ? withShortTimeout : usual;
        await page.goto(origin + customerPath(id));
        const expected = (!isDirect && outcome.behindNginx) || outcome.heading;
        await expect(heading(page)).toHaveText(expected);
        const isCustomer = [CUSTOMER, '甲'].includes(outcome.heading) || outcome.heading instanceof RegExp;
        await expect(alert(page)).toHaveCount(isCustomer ? 0 : 1);
        if (!isCustomer) {
          await expect(alert(page)).toContainText(`请求的客户ID：${id}`);
          const offers = await alert(page).locator('button, a').allInnerTexts();
          expect(offers.map((text) => text.trim())).toEqual(ACTIONS[expected] ?? DEFAULT_ACTIONS);
        }
        if (outcome.says) await expect(alert(page)).toContainText(outcome.says);
        if (outcome.saysNot) await expect(alert(page)).not.toContainText(outcome.saysNot);
        expect(await page.evaluate(() => window.hacked)).toBeUndefined();
      });
    }
  });
}

test('a response over maxResponseMegabytes is refused as too large', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { maxResponseMegabytes: 1 } });
  await page.goto(origin + customerPath('noise-5-mb'));
  await expect(heading(page)).toHaveText(UNREADABLE);
  await expect(alert(page)).toContainText('服务器返回的数据过大');
});

test('a redirect to sign-in during a refresh removes the record and offers to sign in', async ({
  page,
  api,
  deploy,
  watch,
}) => {
  watch.allow(FAILED_NETWORK, /violates.* Content Security Policy/, /violation: connect-src/, /CORS policy/);
  const { origin } = await deploy({ config: { signInUrl: '/sso?back={address}' } });
  api.plan('c', 'example', 'login-redirect-elsewhere');
  await page.goto(origin + customerPath('c'));
  await expect(heading(page)).toHaveText(CUSTOMER);
  expect(api.of('c'), 'an ordinary answer is one request').toHaveLength(1);
  expect(api.of('c')[0].headers['x-requested-with']).toBe('XMLHttpRequest');
  await page.keyboard.press('r');
  await expect(heading(page)).toHaveText(SIGNED_OUT);
  await expect(page.getByText('00001')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '去登录' })).toHaveAttribute('href', /^\/sso\?back=http/);
});

test('a back end that is down shows that the service is unavailable', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await deploy({ backend: 'http://127.0.0.1:9' });
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText(UNAVAILABLE);
  await expect(alert(page)).toContainText('HTTP 502');
});

test("the page's own HTML as a response is not taken for a customer", async ({ page }) => {
  const body = read('index.html');
  await page.route('**/detail', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText(UNREADABLE);
  await expect(alert(page)).not.toContainText('登录页面');
});
