// public/boot.js sends the request before the program has loaded: the same that the program would send, and the only one.
// Which request: tests/head_start/cases.json.

import { nameOf } from '../support/dist.mjs';
import { arrival, button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Holds the download of the program until `release()`. */
async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`**/${nameOf('.wasm')}`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('boot.js sends the only request while the program loads', async ({ page, api }) => {
  const release = await holdProgram(page);
  await page.goto(customerPath('example'), { waitUntil: 'commit' });
  await expect.poll(() => api.of('example').map(({ finished }) => finished)).toEqual([true]);
  await expect(heading(page)).toHaveCount(0);
  release();
  await expect(heading(page)).toHaveText('金职院');
  expect(api.requests).toHaveLength(1);
});

test('the response to the boot.js request is not used again after navigation', async ({ page, api }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await goTo(page, 'target');
  await expect(heading(page)).not.toHaveText('金职院');
  // First without a reload, then after one, where the response arrives before the program.
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

/** Records the sender of each request: boot.js runs while the document loads, the program afterwards. */
const recordSenders = (page) =>
  page.addInitScript(() => {
    window.senders = [];
    const { fetch } = window;
    window.fetch = (...request) => {
      const url = request[0].url ?? request[0];
      if (url.endsWith('/detail')) window.senders.push(document.readyState === 'loading' ? 'boot.js' : 'program');
      return fetch(...request);
    };
  });

/** Configurations, with the token in sessionStorage. */
const configurations = {
  'by default': { config: () => ({}) },
  'without credentials': { config: () => ({ credentials: 'omit' }) },
  'with credentials and a token, on another origin': {
    config: (api) => ({ apiBase: `${api.origin}/api/`, credentials: 'include', tokenKey: 'token' }),
    token: 'abc',
  },
  'with an id that needs encoding': { config: () => ({}), id: "a/b 100% (客户)!*'~?#&=+;:@$," },
};

for (const [name, { config, token, id = 'c' }] of Object.entries(configurations)) {
  test(`boot.js and the program send the same request, ${name}`, async ({ page, context, api, deploy }) => {
    api.plan(id, 'example');
    const { origin } = await deploy({ config: config(api) });
    await context.addCookies([{ name: 'session', value: 's1', url: api.origin }]);
    if (token) await page.addInitScript((token) => sessionStorage.setItem('token', token), token);

    await recordSenders(page);

    // The program is not held here: intercepting requests changes their headers.
    await page.goto(origin + customerPath(id));
    await expect(heading(page)).toHaveText('金职院');
    expect(api.requests, 'the program takes the request over').toHaveLength(1);
    await button(page, '刷新').click();
    await expect.poll(() => api.requests.length).toBe(2);
    expect(await page.evaluate(() => window.senders)).toEqual(['boot.js', 'program']);

    const [early, own] = api.requests.map(({ method, url, headers }) => ({ method, url, headers }));
    expect(own).toEqual(early);
    expect(early).toMatchObject({ method: 'GET', url: `/api/customers/${encodeURIComponent(id)}/detail` });
    expect(early.headers.accept).toBe('application/json');
    // Another origin would need a preflight.
    const isOwn = !config(api).apiBase?.startsWith(api.origin);
    expect(early.headers['x-requested-with']).toBe(isOwn ? 'XMLHttpRequest' : undefined);
  });
}

test.describe('a link to a customer', () => {
  /** Opens the start page with a recent customer, and returns the link to it. */
  async function openRecents(page, api, origin = '') {
    await page.goto(origin + customerPath('example'));
    await arrival(page);
    await page.goto(`${origin}/`);
    api.requests.length = 0;
    return page.getByRole('link', { name: '金职院' });
  }

  test('sends the request when the mouse button is pressed, and no other with the click', async ({ page, api }) => {
    const link = await openRecents(page, api);
    await link.hover();
    await page.mouse.down();
    await expect.poll(() => api.of('example').map(({ finished }) => finished)).toEqual([true]);
    await page.mouse.up();
    await expect(heading(page)).toHaveText('金职院');
    expect(api.requests).toHaveLength(1);
  });

  test('aborts the request when no click follows', async ({ page, api }) => {
    const link = await openRecents(page, api);
    api.plan('example', () => {});
    await link.hover();
    await page.mouse.down();
    await expect.poll(() => api.requests.length).toBe(1);
    await page.mouse.move(5, 700);
    await page.mouse.up();
    await expect.poll(() => api.requests.map(({ aborted }) => aborted)).toEqual([true]);
    await expect(heading(page)).not.toHaveText('金职院');
    // The program does not adopt the aborted request.
    api.plan('example', 'example');
    await link.press('Enter');
    await expect(heading(page)).toHaveText('金职院');
    expect(api.requests).toHaveLength(2);
  });

  test('sends no request before the click if requestOnPress is false, or with a modifier key', async ({ page, api, deploy, site }) => {
    const off = await deploy({ config: { requestOnPress: false } });
    for (const [origin, modifier] of [[off.origin], [site.origin, 'Control']]) {
      const link = await openRecents(page, api, origin);
      if (modifier) await page.keyboard.down(modifier);
      await link.hover();
      await page.mouse.down();
      await page.waitForTimeout(300);
      expect(api.requests).toEqual([]);
      if (modifier) await page.keyboard.up(modifier);
      await page.mouse.move(5, 700);
      await page.mouse.up();
    }
  });
});
