// The program does not start, or crashes: a plain HTML message, never a blank page.

import { createServer } from 'node:http';

import { dist, nameOf, nextVersion, read } from '../support/dist.mjs';
import { customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS, NO_GLUE, NO_PROGRAM, REFUSED_SCRIPT } from '../support/watch.mjs';

const CANNOT_START = '页面无法启动';
const wasm = nameOf('.wasm');

/** Asserts the start failure message: both languages, a reload button, nothing else. */
async function expectMessage(page) {
  await expect(heading(page)).toHaveText(CANNOT_START);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText("The page couldn't start.")).toBeVisible();
  await expect(page.getByRole('button', { name: '重新加载' })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** Counts loads of the page. */
function countLoads(page) {
  const loads = { count: 0 };
  page.on('request', (request) => (loads.count += request.isNavigationRequest() ? 1 : 0));
  return loads;
}

const withDamagedMiddle = (bytes) => {
  const damaged = Buffer.from(bytes);
  for (let at = bytes.length >> 1; at < (bytes.length >> 1) + 64; at += 1) damaged[at] ^= 0xff;
  return damaged;
};

const replaceLast = (bytes, part, by) => {
  const at = bytes.lastIndexOf(part);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by), bytes.subarray(at + part.length)]);
};

const broken = {
  'the WebAssembly is missing': { changes: { [wasm]: () => null } },
  'the WebAssembly is damaged': { changes: { [wasm]: withDamagedMiddle } },
  'the WebAssembly is truncated': { changes: { [wasm]: (bytes) => bytes.subarray(0, bytes.length >> 1) } },
  'the WebAssembly is empty': { changes: { [wasm]: () => Buffer.alloc(0) } },
  'the page is truncated within the glue': {
    changes: { 'index.html': (bytes) => bytes.subarray(0, bytes.length - 5_000) },
    allowed: [NO_GLUE],
  },
  'the glue does not match the policy': {
    changes: { 'index.html': (bytes) => replaceLast(bytes, '</script>', ' </script>') },
    allowed: [NO_GLUE, REFUSED_SCRIPT],
  },
};

for (const [name, { changes, allowed = [FAILED_STATUS, NO_PROGRAM] }] of Object.entries(broken)) {
  test(`${name}: the page reloads once, then shows a message`, async ({ page, deploy, watch }) => {
    watch.allow(...allowed);
    const { origin } = await deploy({ changes });
    const loads = countLoads(page);
    await page.goto(origin + customerPath('example')).catch(() => {});
    await expectMessage(page);
    expect(loads.count).toBe(2);
  });
}

test('a page that names another missing program each time reloads once', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  let loads = 0;
  await page.route('**/customers/example', (route) => {
    loads += 1;
    const body = read('index.html').toString('utf8').replaceAll(wasm, wasm.replace('-', `-${loads % 2}`));
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(customerPath('example')).catch(() => {});
  await expectMessage(page);
  expect(loads).toBe(2);
  expect(api.of('example').length).toBeLessThanOrEqual(2);
});

test('the reload starts the program if its files were late', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  let isFirst = true;
  await page.route(`**/${wasm}`, (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    return route.fulfill({ status: 404, body: 'HTTP 404' });
  });
  await page.goto(customerPath('example')).catch(() => {});
  await expect(heading(page)).toHaveText('金职院');
});

test('the start failure message has a reload button', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  await page.route(`**/${wasm}`, (route) => route.fulfill({ status: 404, body: 'HTTP 404' }));
  await page.goto(customerPath('example')).catch(() => {});
  await expectMessage(page);
  await page.unroute(`**/${wasm}`);
  await page.getByRole('button', { name: '重新加载' }).click();
  await expect(heading(page)).toHaveText('金职院');
});

test('a damaged program in the cache is downloaded again without a reload', async ({ page, deploy, watch }) => {
  watch.allow(NO_PROGRAM);
  const site = await deploy({ changes: { [wasm]: (bytes) => bytes.subarray(0, bytes.length >> 1) } });
  // The first load leaves the damaged program in the cache for a year.
  await page.goto(site.origin + customerPath('example')).catch(() => {});
  await expectMessage(page);
  site.publish(dist, {});
  const requestedPaths = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  await page.goto(site.origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  expect(requestedPaths.filter((path) => path === customerPath('example'))).toHaveLength(1);
  expect(requestedPaths.filter((path) => path === `/${wasm}`)).toHaveLength(2);
  // Now the cache has the correct one.
  requestedPaths.splice(0);
  await page.goto(site.origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  expect(requestedPaths.filter((path) => path === `/${wasm}`)).toHaveLength(1);
});

/**
 * Starts a server that sends the first half of the program. Each entry of `waiting` belongs to a request and sends a range of
 * the second half, or the rest of it.
 */
async function startSlowServer() {
  const body = read(wasm);
  const half = body.length >> 1;
  const waiting = [];
  const server = createServer((request, response) => {
    if (request.url !== `/${wasm}`) return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(read('index.html'));
    response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': body.length });
    response.write(body.subarray(0, half));
    waiting.push((from, to) => (to === undefined ? response.end(body.subarray(half + from)) : response.write(body.subarray(half + from, half + to))));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => server.closeAllConnections() ?? server.close();
  return { origin: `http://127.0.0.1:${server.address().port}`, waiting, stop };
}

const STALLED = '页面加载停滞';

/** Asserts the message about a stalled download, with its reload button. */
async function expectStalled(page) {
  await expect(heading(page)).toHaveText(STALLED);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Check the network and reload')).toBeVisible();
  await expect(page.getByRole('button', { name: '重新加载' })).toBeVisible();
  await expect(page.locator('.skeleton')).toBeHidden();
}

test('a download without progress for 20 seconds is reported, and the program still starts if it arrives', async ({ page }) => {
  const server = await startSlowServer();
  try {
    await page.clock.install();
    await page.goto(`${server.origin}/`);
    await expect.poll(() => server.waiting.length).toBe(1);
    // Any bytes are progress.
    await page.clock.fastForward(15_000);
    server.waiting[0](0, 100);
    await page.waitForTimeout(500);
    await page.clock.fastForward(15_000);
    await expect(page.locator('#stalled')).toBeHidden();
    await page.clock.fastForward(5_000);
    await expectStalled(page);
    server.waiting[0](100);
    await expect(page.getByRole('combobox', { name: '客户ID' })).toBeVisible();
    await expect(page.locator('#stalled')).toBeHidden();
  } finally {
    server.stop();
  }
});

test('a program without a response is reported, and the button reloads the page', async ({ page }) => {
  let isFirst = true;
  await page.route(`**/${wasm}`, (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
  });
  await page.clock.install();
  await page.goto(customerPath('example'));
  await page.clock.fastForward(20_000);
  await expectStalled(page);
  await page.getByRole('button', { name: '重新加载' }).click();
  await expect(heading(page)).toHaveText('金职院');
});

test('a program that is compiled and never starts is reported', async ({ page }) => {
  await page.addInitScript(() => (WebAssembly.instantiate = () => new Promise(() => {})));
  await page.clock.install();
  await page.goto(customerPath('example'));
  await page.clock.fastForward(20_000);
  await expectStalled(page);
});

test('a program that has started is never reported', async ({ page }) => {
  await page.clock.install();
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await page.clock.fastForward(60_000);
  await expect(page.locator('#stalled')).toBeHidden();
  await expect(heading(page)).toHaveText('金职院');
});

test('a page in use prefetches a new version once an hour, an idle page sends no request', async ({ page, deploy }) => {
  const { origin, publish } = await deploy();
  await page.clock.install();
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  const next = nextVersion();
  publish(next.folder, {});
  next.remove();
  const requestedPaths = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  const pages = () => requestedPaths.filter((path) => path === '/').length;

  await page.clock.fastForward('00:59:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('05:00:00');
  await page.clock.runFor(1000);
  expect(pages()).toBe(0);
  await page.keyboard.press('Shift');
  await expect.poll(() => requestedPaths.filter((path) => path === `/${next.wasm}`).length).toBe(1);
  await page.mouse.click(5, 5);
  await page.keyboard.press('Shift');
  expect(pages()).toBe(1);
  await page.clock.fastForward('01:00:01');
  await page.mouse.click(5, 5);
  await expect.poll(pages).toBe(2);
});

test('WebAssembly with another Content-Type works', async ({ page }) => {
  const body = read(wasm);
  for (const contentType of ['text/plain', 'application/octet-stream', 'text/html']) {
    await page.route(`**/${wasm}`, (route) => route.fulfill({ body, contentType }));
    await page.goto(customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await page.unroute(`**/${wasm}`);
  }
});

test('a browser without WebAssembly shows the start failure message', async ({ page, watch }) => {
  watch.allow(/WebAssembly/);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(customerPath('example')).catch(() => {});
  await expectMessage(page);
});

test('blocked storage does not cause endless reloads', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  const { origin } = await deploy({ changes: { [wasm]: () => null } });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const loads = countLoads(page);
  await page.goto(origin + customerPath('example')).catch(() => {});
  await expectMessage(page);
  expect(loads.count).toBe(2);
});

test('a browser without navigation timing does not cause endless reloads', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  const { origin } = await deploy({ changes: { [wasm]: () => null } });
  await page.addInitScript(() => (performance.getEntriesByType = () => []));
  const loads = countLoads(page);
  await page.goto(origin + customerPath('example')).catch(() => {});
  await expectMessage(page);
  expect(loads.count).toBe(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page asks for JavaScript', async ({ page }) => {
    await page.goto(customerPath('example'));
    await expect(page.getByRole('heading', { name: '需要启用 JavaScript' })).toBeVisible();
    await expect(page.locator('noscript p')).toHaveText('This page needs JavaScript.');
    await expect(page.getByText(CANNOT_START)).toBeHidden();
  });
});

test('an exception through the program shows the message and logs its location', async ({ page, watch }) => {
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(error.stack));
  watch.allow(/./);
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  // A document that cannot create elements makes the program throw. (Panics: tests/panics.rs.)
  await page.evaluate(() => {
    const refuse = () => {
      throw new Error('refused by the test');
    };
    Document.prototype.createElement = refuse;
    Document.prototype.createElementNS = refuse;
    Node.prototype.cloneNode = refuse;
  });
  await page.keyboard.press('l');
  await expectMessage(page);
  await expect(page.locator('#fatal-cause')).toContainText('refused by the test');
  expect(thrown.join('\n')).toMatch(/_bg\.wasm/);
});
