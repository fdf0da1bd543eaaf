// The browser's ways of writing numbers and times get ready in another thread, so that nobody waits for them.

import { customerPath, heading, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Notes in `window.order` when a thread is asked for, when it answers, and when the page itself uses `Intl`. */
const note = () => {
  window.order = [];
  const { Worker, Intl } = window;
  window.Worker = class extends Worker {
    constructor(...of) {
      super(...of);
      window.order.push('asked');
      for (const event of ['message', 'error']) this.addEventListener(event, () => window.order.push(event));
    }
  };
  for (const name of ['NumberFormat', 'RelativeTimeFormat']) {
    const Format = Intl[name];
    Intl[name] = class extends Format {
      constructor(...of) {
        super(...of);
        if (!window.order.includes('used')) window.order.push('used');
      }
    };
  }
};

/** Without the time after which the page waits for no thread any more; `window.limits` says how often there was one. */
const waitForEver = () => {
  const { setTimeout } = window;
  window.limits = 0;
  window.setTimeout = (act, after, ...of) => (after === 3_000 ? (window.limits += 1) : setTimeout(act, after, ...of));
};
const expectLimit = async (page) => expect(await page.evaluate(() => window.limits)).toBe(1);

/** How long ago the customer was created stands on the page, in 中文. */
const expectWritten = (page) => expect(valueOf(page, '创建时间')).toContainText('年前');

test('they get ready in a thread of their own, once, and are used only then', async ({ page }) => {
  const threads = [];
  page.on('worker', (thread) => threads.push(thread.url()));
  await page.addInitScript(note);
  await page.addInitScript(waitForEver);
  await page.goto(customerPath('example'));
  await expectWritten(page);
  await expectLimit(page);
  expect(await page.evaluate(() => window.order)).toEqual(['asked', 'message', 'used']);
  await page.keyboard.press('l');
  await expect(page.getByText('years ago')).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(threads).toEqual([expect.stringMatching(/^data:text\/javascript,/)]);
});

test('the thread does what it is there for: it has every language of the page ready', async ({ page }) => {
  let script;
  page.on('worker', (thread) => (script = decodeURI(thread.url()).replace(/^[^,]*,/, '')));
  await page.goto(customerPath('example'));
  await expectWritten(page);
  const made = [];
  const noting = (name) => class { constructor(tag) { made.push(`${name} ${tag}`); } };
  const Intl = { NumberFormat: noting('NumberFormat'), RelativeTimeFormat: noting('RelativeTimeFormat') };
  new Function('Intl', 'postMessage', 'close', script)(Intl, () => made.push('message'), () => made.push('end'));
  const tags = ['zh-CN', 'en'].flatMap((tag) => [`NumberFormat ${tag}`, `RelativeTimeFormat ${tag}`]);
  expect(made).toEqual([...tags, 'message', 'end']);
});

test('where a server allows no thread, they get ready on the page', async ({ page, watch }) => {
  watch.allow(/worker/i);
  await page.addInitScript(note);
  await page.addInitScript(waitForEver);
  await page.route(customerPath('example'), async (route) => {
    const response = await route.fetch();
    const refused = "worker-src 'none'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': refused } });
  });
  await page.goto(customerPath('example'));
  await expectWritten(page);
  await expectLimit(page);
  expect(await page.evaluate(() => window.order)).toEqual(['asked', 'error', 'used']);
});

test('and so they do where there are no threads at all', async ({ page }) => {
  await page.addInitScript(() => delete window.Worker);
  await page.goto(customerPath('example'));
  await expectWritten(page);
  await expect(heading(page)).toHaveText('金职院');
});

test('a browser that cannot write how long ago it was goes without', async ({ page }) => {
  await page.addInitScript(() => {
    window.looks = 0;
    Object.defineProperty(Intl, 'RelativeTimeFormat', { get: () => void (window.looks += 1) });
  });
  await page.goto(customerPath('example'));
  await expect.poll(() => page.evaluate(() => window.looks)).toBeGreaterThan(0);
  await expect(heading(page)).toHaveText('金职院');
  await expect(valueOf(page, '创建时间')).toHaveText('2021-08-01 12:00:00');
});

test('nor does a thread that never answers keep anything from the page', async ({ page }) => {
  await page.addInitScript(() => (window.Worker = class {}));
  await page.goto(customerPath('example'));
  await expectWritten(page);
});

test('amounts with a currency need them for the first picture: the thread starts before the program', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY' } });
  const threads = [];
  page.on('worker', (thread) => threads.push(thread.url()));
  await page.addInitScript(note);
  await page.goto(origin + customerPath('example'));
  await expect(valueOf(page, '总成交额')).toContainText('¥2,324.32');
  await expectWritten(page);
  expect((await page.evaluate(() => window.order)).filter((what) => what !== 'message')).toEqual(['asked', 'used']);
  expect(threads).toHaveLength(1);
});

test('no thread is started while somebody who has moved on at once waits', async ({ page, api }) => {
  const next = api.held('full');
  api.plan('next', next);
  await page.addInitScript(note);
  await page.addInitScript(waitForEver);
  await page.addInitScript(() => {
    const leave = () => {
      history.pushState({}, '', '/customers/next');
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    };
    const look = () => {
      if (document.querySelector('h1')?.textContent !== '金职院') return requestAnimationFrame(look);
      // Before the moment is over after which the thread would be started, and long enough to be idle.
      setTimeout(leave, 90);
    };
    requestAnimationFrame(look);
  });
  await page.goto(customerPath('example'));
  await expect.poll(() => api.of('next').length).toBe(1);
  // Longer than the moment, and idle.
  await page.evaluate(() => new Promise((then) => setTimeout(() => requestIdleCallback(then), 600)));
  expect(await page.evaluate(() => window.order)).toEqual([]);
  next.release();
  await expect.poll(() => page.evaluate(() => window.order)).toEqual(['asked', 'message', 'used']);
});
