// The program does not start, or breaks down: a message in plain HTML, never a blank page.

import { nameOf, read } from '../support/dist.mjs';
import { customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS, NO_GLUE, NO_PROGRAM, REFUSED_SCRIPT } from '../support/watch.mjs';

const CANNOT_START = '页面无法启动';
const wasm = nameOf('.wasm');

/** The message is there, in both languages, with a way on, and nothing else takes the place. */
async function expectMessage(page) {
  await expect(heading(page)).toHaveText(CANNOT_START);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('The page could not start.')).toBeVisible();
  await expect(page.getByRole('button', { name: '重新加载' })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** How often the page itself has been loaded. */
function countLoads(page) {
  const loads = { count: 0 };
  page.on('request', (request) => (loads.count += request.isNavigationRequest() ? 1 : 0));
  return loads;
}

const middleFlipped = (bytes) => {
  const damaged = Buffer.from(bytes);
  for (let at = bytes.length >> 1; at < (bytes.length >> 1) + 64; at += 1) damaged[at] ^= 0xff;
  return damaged;
};

const replaceLast = (bytes, part, by) => {
  const at = bytes.lastIndexOf(part);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by), bytes.subarray(at + part.length)]);
};

const broken = {
  'the WebAssembly is not there': { changes: { [wasm]: () => null } },
  'the WebAssembly is damaged': { changes: { [wasm]: middleFlipped } },
  'the WebAssembly is cut short': { changes: { [wasm]: (bytes) => bytes.subarray(0, bytes.length >> 1) } },
  'the WebAssembly is empty': { changes: { [wasm]: () => Buffer.alloc(0) } },
  'the page is cut short in the middle of the glue': {
    changes: { 'index.html': (bytes) => bytes.subarray(0, bytes.length - 5_000) },
    allowed: [NO_GLUE],
  },
  'the glue is not the one that the policy names': {
    changes: { 'index.html': (bytes) => replaceLast(bytes, '</script>', ' </script>') },
    allowed: [NO_GLUE, REFUSED_SCRIPT],
  },
};

for (const [name, { changes, allowed = [FAILED_STATUS, NO_PROGRAM] }] of Object.entries(broken)) {
  test(`${name}: the page is loaded anew once, then says so`, async ({ page, deploy, watch }) => {
    watch.allow(...allowed);
    const { origin } = await deploy({ changes });
    const loads = countLoads(page);
    await page.goto(origin + customerPath('example')).catch(() => {});
    await expectMessage(page);
    expect(loads.count).toBe(2);
  });
}

test('a page that names another missing program each time is loaded anew once, too', async ({ page, api, watch }) => {
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

test('where the files only were late, loading anew helps', async ({ page, watch }) => {
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

test('the message has a button that loads the page anew', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  await page.route(`**/${wasm}`, (route) => route.fulfill({ status: 404, body: 'HTTP 404' }));
  await page.goto(customerPath('example')).catch(() => {});
  await expectMessage(page);
  await page.unroute(`**/${wasm}`);
  await page.getByRole('button', { name: '重新加载' }).click();
  await expect(heading(page)).toHaveText('金职院');
});

test('WebAssembly of the wrong type works all the same', async ({ page }) => {
  const body = read(wasm);
  for (const contentType of ['text/plain', 'application/octet-stream', 'text/html']) {
    await page.route(`**/${wasm}`, (route) => route.fulfill({ body, contentType }));
    await page.goto(customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await page.unroute(`**/${wasm}`);
  }
});

test('a browser without WebAssembly is told so', async ({ page, watch }) => {
  watch.allow(/WebAssembly/);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(customerPath('example')).catch(() => {});
  await expectMessage(page);
});

test('a storage that is forbidden does not make the page load for ever', async ({ page, deploy, watch }) => {
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

test('a browser that does not say how the page was loaded does not load it for ever', async ({ page, deploy, watch }) => {
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
  test('the page says that it needs it', async ({ page }) => {
    await page.goto(customerPath('example'));
    await expect(page.getByRole('heading', { name: '需要启用 JavaScript' })).toBeVisible();
    await expect(page.locator('noscript p')).toHaveText('This page needs JavaScript.');
    await expect(page.getByText(CANNOT_START)).toBeHidden();
  });
});

test('what is thrown through the program ends in the message, and the console says where it was', async ({ page, watch }) => {
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(error.stack));
  watch.allow(/./);
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  // Nothing that people or servers do is known to break the program; a document that makes no elements does. (What a
  // panic of its own does is tested in tests/panics.rs.)
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
