// The page's head asks for the customer before the program is there. It must be the very request that the program would
// send, and the only one.

import { nameOf, read } from '../support/dist.mjs';
import { button, customerPath, goTo, heading, serveEverywhere } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

/** Keeps the program from arriving until `release()`. */
async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`**/${nameOf('.wasm')}`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('the request is sent before the program is there, once, and its answer is used', async ({ page, api }) => {
  const release = await holdProgram(page);
  await page.goto(customerPath('example'), { waitUntil: 'commit' });
  await expect.poll(() => api.of('example').map(({ finished }) => finished)).toEqual([true]);
  await expect(heading(page)).toHaveCount(0);
  release();
  await expect(heading(page)).toHaveText('金职院');
  expect(api.requests).toHaveLength(1);
});

test('an answer that came in time is used, however late the program is', async ({ page, api, deploy }) => {
  const { origin } = await deploy({ config: { timeoutSeconds: 1 } });
  const release = await holdProgram(page);
  await page.goto(origin + customerPath('example'), { waitUntil: 'commit' });
  await expect.poll(() => api.of('example').map(({ finished }) => finished)).toEqual([true]);
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(1_500);
  release();
  await expect(heading(page)).toHaveText('金职院');
  expect(api.requests).toHaveLength(1);
});

test('an early failure is shown and retried like any other', async ({ page, api, watch }) => {
  watch.allow(/Failed to load resource/);
  api.plan('c', 'status-500', 'example');
  const release = await holdProgram(page);
  await page.goto(customerPath('c'), { waitUntil: 'commit' });
  await expect.poll(() => api.of('c').length).toBe(1);
  release();
  await expect(heading(page)).toHaveText('服务暂时不可用');
  await button(page, '重试').click();
  await expect(heading(page)).toHaveText('金职院');
  expect(api.of('c')).toHaveLength(2);
});

test('the program does not wait for the answer', async ({ page, api }) => {
  const answer = api.held('example');
  api.plan('c', answer);
  await page.goto(customerPath('c'));
  await expect(page.getByRole('searchbox', { name: '客户ID' })).toBeVisible();
  await expect(heading(page)).toHaveText('正在加载…');
  answer.release();
  await expect(heading(page)).toHaveText('金职院');
  expect(api.of('c')).toHaveLength(1);
});

test('a refresh and a retry ask anew', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  api.plan('c', 'status-500', 'example', 'target');
  await page.goto(customerPath('c'));
  await button(page, '重试').click();
  await expect(heading(page)).toHaveText('金职院');
  await button(page, '刷新').click();
  await expect(heading(page)).not.toHaveText('金职院');
  expect(api.of('c')).toHaveLength(3);
});

test('it serves the page that it was sent for, and none that is gone back or forth to', async ({ page, api }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await goTo(page, 'target');
  await expect(heading(page)).not.toHaveText('金职院');
  // Within one document, and then with an answer to the head's request that is there before the program.
  for (const load of [() => {}, () => page.reload()]) {
    await load();
    await expect(heading(page)).toHaveText(/^(?!正在加载)./);
    api.requests.length = 0;
    await page.goBack();
    await expect(heading(page)).toHaveText('金职院');
    await page.goForward();
    await expect(heading(page)).toHaveText(/^(?!正在加载|金职院)./);
    await button(page, '刷新').click();
    await expect.poll(() => api.requests.map(({ id }) => id)).toEqual(['example', 'target', 'target']);
  }
});

test('whoever moves on before the answer gets the next customer, and nobody waits for that answer any more', async ({ page, api }) => {
  await page.goto(customerPath('hang'));
  await expect(heading(page)).toHaveText('正在加载…');
  await goTo(page, 'example');
  await expect(heading(page)).toHaveText('金职院');
  await expect.poll(() => api.of('hang').map(({ aborted }) => aborted)).toEqual([true]);
  expect(api.of('example')).toHaveLength(1);
});

test('leaving before the program is there, and coming back, is two requests', async ({ page, api }) => {
  await page.goto(customerPath('hang'));
  await expect.poll(() => api.of('hang').length).toBe(1);
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  await expect.poll(() => api.of('hang')[0].aborted).toBe(true);
});

test('where there is no customer to ask for, nothing is asked', async ({ page, api }) => {
  await serveEverywhere(page, read('index.html'));
  const paths = ['', '1/edit', '%20', '..%2Fadmin', 'a%2F..%2Fb', 'a%5C..', 'a%00b', 'a%0Ab', 'a%7Fb'];
  for (const path of paths) {
    await page.goto(`/customers/${path}`);
    await expect(heading(page)).toHaveText(/未找到该客户|页面不存在/);
  }
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  expect(api.requests.map(({ url }) => url)).toEqual([]);
});

/** Notes who sends each request: the head runs while the document is being read, the program afterwards. */
const noteSenders = (page) =>
  page.addInitScript(() => {
    window.senders = [];
    const { fetch } = window;
    window.fetch = (...request) => {
      const url = request[0].url ?? request[0];
      if (url.endsWith('/detail')) window.senders.push(document.readyState === 'loading' ? 'the head' : 'the program');
      return fetch(...request);
    };
  });

/** Ways to configure a request; `store` puts a token where the configuration says. */
const configurations = {
  'by default': { config: () => ({}) },
  'with a token': { config: () => ({ tokenKey: 'token' }), token: 'abc.DEF-123' },
  'with a token in quotes': { config: () => ({ tokenKey: 'token' }), token: '"abc.DEF-123"' },
  'with a token that no header can carry': { config: () => ({ tokenKey: 'token' }), token: '令牌 1' },
  'without credentials': { config: () => ({ credentials: 'omit' }) },
  'with credentials, on another origin': {
    config: (api) => ({ apiBase: `${api.origin}/api`, credentials: 'include' }),
  },
  'with a token, on another origin': { config: (api) => ({ apiBase: `${api.origin}/api/`, tokenKey: 'token' }), token: 'abc' },
  'with spaces around its values': { config: () => ({ apiBase: ' /api/ ', credentials: ' include ', tokenKey: ' token ' }), token: ' abc ' },
  'with an id that needs encoding': { config: () => ({}), id: "a/b 100% (客户)!*'~?#&=+;:@$," },
};

for (const [name, { config, token, id = 'c' }] of Object.entries(configurations)) {
  test(`the head's request and the program's own are the same, ${name}`, async ({ page, context, api, deploy }) => {
    api.plan(id, 'example');
    const { origin } = await deploy({ config: config(api) });
    await context.addCookies([{ name: 'session', value: 's1', url: api.origin }]);
    if (token) await page.addInitScript((token) => sessionStorage.setItem('token', token), token);

    await noteSenders(page);

    // The program is not held here: where the tests look into requests, the browser sends other headers.
    await page.goto(origin + customerPath(id));
    await expect(heading(page)).toHaveText('金职院');
    expect(api.requests, 'the program takes the request over').toHaveLength(1);
    await button(page, '刷新').click();
    await expect.poll(() => api.requests.length).toBe(2);
    expect(await page.evaluate(() => window.senders)).toEqual(['the head', 'the program']);

    const [early, own] = api.requests.map(({ method, url, headers }) => ({ method, url, headers }));
    expect(own).toEqual(early);
    expect(early).toMatchObject({ method: 'GET', url: `/api/customers/${encodeURIComponent(id)}/detail` });
    expect(early.headers.accept).toBe('application/json');
    // Another origin would first have to allow it.
    const isOwn = !config(api).apiBase?.startsWith(api.origin);
    expect(early.headers['x-requested-with']).toBe(isOwn ? 'XMLHttpRequest' : undefined);
  });
}
