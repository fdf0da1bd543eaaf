// The main path in other engines than Chromium: `make test-browsers`. Everything else is tested in ../specs.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { Key } from 'selenium-webdriver';

import { sample, sampleIds } from '../server/answers.mjs';
import { startApi } from '../server/api.mjs';
import { dist, nameOf } from '../support/dist.mjs';
import { customerTypes, grouped, rows } from '../support/document.mjs';
import { framedBy, startCrm } from '../support/crm.mjs';
import { startNginx } from '../support/nginx.mjs';
import { browsers } from './browsers.mjs';
import { Page, visibleTexts, waitUntil } from './page.mjs';

const EXAMPLE = '金职院';
const FULL = sample('full').name;
const CANNOT_START = '页面无法启动';

for (const { name, start } of browsers) {
  describe(name, () => {
    let api, browser, driver, page;
    /** Cleanup functions, the last one first. */
    let cleanups;
    /** Expected console messages. */
    let allowed;

    before(async () => {
      // First, because the browser may be missing.
      browser = await start();
      api = await startApi();
      driver = browser.driver;
      page = new Page(driver);
      const capabilities = await driver.getCapabilities();
      console.log(`${name}: ${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`);
    });
    after(async () => {
      await browser?.stop();
      await api?.stop();
    });

    beforeEach(async () => {
      cleanups = [];
      allowed = [];
      await browser.setSize(1200, 800);
    });
    afterEach(async () => {
      const consoleMessages = await browser.consoleMessages().finally(async () => {
        await driver.get('about:blank');
        for (const step of cleanups) await step();
        api.reset();
      });
      const unexpected = consoleMessages.filter((message) => !allowed.some((pattern) => pattern.test(message)));
      assert.deepEqual(unexpected, [], 'console errors, exceptions, policy violations');
    });

    /** Serves the build on a new origin, with empty storage and cache. */
    async function deploy({ changes, ...options } = {}) {
      const site = await startNginx({ dist, backend: api.origin, changes: { ...browser.changes, ...changes }, ...options });
      cleanups.unshift(() => site.stop());
      return site.origin;
    }
    const open = async (id, options) => driver.get(`${await deploy(options)}/customers/${id}`);
    const root = (name, expected) => page.says((name) => document.documentElement.getAttribute(name), [name], expected);
    const path = (expected) => page.says(() => location.pathname, [], expected);

    test('a deep link shows every key of the response with one request', async () => {
      await open('full');
      await page.arrives(FULL);
      await page.says(() => document.title, [], `${FULL} - 客户档案`);
      assert.equal(api.of('full').length, 1);

      const customer = sample('full');
      const shown = await page.properties();
      for (const { key, comment } of rows.filter(({ key }) => !/^(name|followers?|followerNames)$|\[\]/.test(key))) {
        const places = shown.filter(({ name }) => name === comment);
        assert.ok(places.length > 0, `${key}: nothing is called ${comment}`);
        // The header shows the last steps of the area.
        const steps = [displayedText(key, customer[key])].flat();
        assert.ok(places.some(({ texts }) => steps.every((step) => texts.includes(step))), `${key}: no ${steps}`);
        const last = steps.at(-1);
        for (const { texts } of places) assert.ok(texts.some((text) => text.endsWith(last)), `${key}: no ${last} in ${texts}`);
      }
      const members = await page.texts('main li');
      const absent = customer.followerNames.filter(({ name }) => !members.some((text) => text.includes(name)));
      assert.deepEqual(absent, []);
    });

    test('digits are shown as sent', async () => {
      await open('exact');
      await page.arrives(sample('exact').name);
      const shown = Object.fromEntries((await page.properties()).map(({ name, texts }) => [name, texts]));
      for (const [label, text] of [
        ['客户ID', '1725934800123456789'],
        ['总成交额', '9,007,199,254,740,993.25'],
        ['未收款额', '123,456,789,012,345,678,901,234,567,890.10'],
        ['累计质保金', '-0.50'],
        ['签单数', '1,000'],
      ]) {
        assert.ok(shown[label]?.includes(text), `${label}: no ${text} in ${shown[label]}`);
      }
    });

    test('relative times are shown', async () => {
      await driver.get(`${await deploy()}/customers/example`);
      await page.arrives(EXAMPLE);
      await waitUntil(async () => {
        const created = (await page.properties()).find(({ name }) => name === '创建时间');
        assert.match(created?.texts.join() ?? '', /年前/);
      });
    });

    test('every sample fits into 320 pixels', async () => {
      const origin = await deploy();
      await browser.setSize(320, 800);
      await page.says(() => innerWidth, [], 320);
      for (const id of sampleIds) {
        await driver.get(`${origin}/customers/${id}`);
        await waitUntil(async () => assert.ok((await page.properties()).length >= 20, id));
        assert.deepEqual(await page.texts('[role=alert]'), [], id);
        const excess = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(excess <= 0, `${id}: ${excess} pixels too wide`);
      }
    });

    for (const basePath of ['/', '/crm/']) {
      test(`navigation, back, forward and reload work under ${basePath}`, async () => {
        const base = basePath.slice(0, -1);
        await driver.get(`${await deploy({ basePath })}${base}/customers/example`);
        await page.arrives(EXAMPLE);
        await page.goTo('full');
        await page.arrives(FULL);
        await path(`${base}/customers/full`);
        await page.says(() => document.title, [], `${FULL} - 客户档案`);
        await driver.navigate().back();
        await page.arrives(EXAMPLE);
        await path(`${base}/customers/example`);
        await driver.navigate().forward();
        await page.arrives(FULL);
        await driver.navigate().refresh();
        await page.arrives(FULL);
        await page.click('客户档案');
        await page.arrives('查找客户');
        await page.click(EXAMPLE);
        await page.arrives(EXAMPLE);
      });
    }

    test('language and theme switch without a request and persist', async () => {
      const ground = () => page.run(() => getComputedStyle(document.documentElement).backgroundColor);
      await open('full');
      await page.arrives(FULL);
      const light = await ground();
      await page.click('切换到深色模式');
      await root('data-theme', 'dark');
      assert.notEqual(await ground(), light);
      await page.click('English');
      await root('lang', 'en');
      await page.says(() => document.title, [], `${FULL} - Customer profile`);
      assert.equal(api.of('full').length, 1);

      await driver.navigate().refresh();
      await page.arrives(FULL);
      await root('data-theme', 'dark');
      await root('lang', 'en');
      assert.ok((await page.properties()).some(({ name }) => name === 'Total sales'));
      await page.click('中文');
      await root('lang', 'zh-CN');
    });

    test('copying writes the exact value to the clipboard and is announced', async () => {
      await open('exact');
      for (const [label, value] of [
        ['总成交额', '9007199254740993.25'],
        ['所在部门', '华东大区 / 上海分公司 / 金融行业组'],
      ]) {
        await page.click(`复制${label}`);
        await waitUntil(async () => {
          const announced = await page.texts('[role=status]');
          assert.ok(announced.includes(`已复制${label}`), `announced: ${announced}`);
        });
        assert.equal(await page.clipboard(), value);
      }
    });

    test('? opens the shortcut dialog as a modal, Escape closes it', async () => {
      await open('example');
      await page.arrives(EXAMPLE);
      const modal = () => document.querySelectorAll('dialog:modal').length;
      await page.press('?');
      await page.says(modal, [], 1);
      const keys = await page.run(shortcuts);
      assert.ok(keys.length >= 5, `keys: ${keys}`);
      assert.deepEqual(await page.texts('dialog kbd'), keys);
      await page.press(Key.ESCAPE);
      await page.says(modal, [], 0);
      // WebKit moves focus out of hidden elements in the next frame.
      await page.says(() => document.activeElement.closest('dialog') === null, [], true);
      await page.press('l');
      await root('lang', 'en');
    });

    test('an unknown customer shows not found with a link to the start page', async () => {
      await open('status-404');
      await page.arrives('未找到该客户');
      assert.equal((await page.texts('[role=alert]')).length, 1);
      await page.click('查找其他客户');
      await page.arrives('查找客户');
      await path('/');
    });

    test('retry after 503 sends one request and focuses the result', async () => {
      api.plan('later', 'status-503', 'status-503', 'full');
      await open('later');
      for (const requests of [1, 2]) {
        await page.arrives('服务暂时不可用');
        assert.equal((await page.texts('[role=alert]')).length, 1);
        await waitUntil(() => assert.equal(api.of('later').length, requests));
        await page.click('重试');
        await waitUntil(() => assert.equal(api.of('later').length, requests + 1));
      }
      await page.arrives(FULL);
      await page.says(() => document.activeElement.innerText, [], FULL);
      assert.equal(api.of('later').length, 3);
    });

    test('a response that breaks off shows a failure', async () => {
      await open('reset-in-body');
      // WebKitGTK treats the partial body as complete.
      await waitUntil(async () => assert.match((await page.texts('h1')).join(), /^(网络连接失败|无法读取服务器的响应)$/));
      await page.click('重试');
      await waitUntil(() => assert.equal(api.of('reset-in-body').length, 2));
    });

    test('navigation aborts the previous request', async () => {
      await open('hang');
      await waitUntil(() => assert.equal(api.of('hang').length, 1));
      await page.goTo('full');
      await page.arrives(FULL);
      await waitUntil(() => assert.ok(api.of('hang')[0].aborted));
      assert.equal(api.of('full').length, 1);
    });

    test('a missing program reloads the page once, then shows the start failure message', async () => {
      // Messages differ by engine.
      allowed = [/./];
      await open('example', { changes: { [nameOf('.wasm')]: () => null } });
      await page.arrives(CANNOT_START);
      assert.match((await page.texts('[role=alert]')).join(), /The page couldn't start\./);
      await waitUntil(() => assert.equal(api.of('example').length, 2));
    });

    test('an embedded customer loads, resizes, changes, follows the theme, reports links and unmounts', async () => {
      const crm = await startCrm();
      cleanups.unshift(crm.stop);
      const links = { manager: '/crm/users/{id}' };
      const profile = await deploy({ config: { embedOrigins: [crm.origin], links }, edit: (text) => framedBy(text, crm.origin) });
      crm.show(profile);
      const inside = async (check) => {
        await driver.switchTo().frame(await waitUntil(async () => (await page.run(frame)) ?? assert.fail('there is no frame')));
        try {
          return await check();
        } finally {
          await driver.switchTo().defaultContent();
        }
      };
      const told = (expected) => page.says(events, [], expected);
      const ready = { type: 'profile-ready', id: 'full', name: FULL };

      await driver.get(`${crm.origin}/?customer=full&lang=en&theme=dark&route`);
      await told([ready]);
      await inside(() => page.says(visibleTexts, ['h1'], [FULL]));
      await page.says(isAsHighAsItsContent, [await inside(() => page.run(height))], true);
      await inside(async () => {
        await root('lang', 'en');
        await root('data-theme', 'dark');
        await page.click('陈思远');
      });
      const link = { type: 'profile-link', href: `${profile}/crm/users/1042`, kind: 'manager', id: '1042' };
      await told([ready, link]);

      for (const id of ['prospect', 'long-text', 'sparse']) api.plan(id, 'hang');
      await page.run(async (ids) => {
        for (const id of ids) document.querySelector('customer-profile').setAttribute('customer-id', id);
      }, ['prospect', 'long-text', 'full', 'sparse', 'prospect', 'long-text', 'sparse', 'full', 'prospect', 'example']);
      await told([ready, link, { type: 'profile-ready', id: 'example', name: EXAMPLE }]);
      await inside(() => page.says(visibleTexts, ['h1'], [EXAMPLE]));
      await page.says(isAsHighAsItsContent, [await inside(() => page.run(height))], true);
      await waitUntil(() => assert.ok(api.requests.every(({ aborted, finished }) => aborted || finished)));

      await page.run(() => document.querySelector('customer-profile').setAttribute('customer-id', 'sparse'));
      await waitUntil(() => assert.equal(api.of('sparse').at(-1)?.aborted, false));
      await page.click('Close');
      await waitUntil(() => assert.ok(api.of('sparse').at(-1).aborted));
    });

    test('a policy violation is reported', async () => {
      await open('example');
      await page.arrives(EXAMPLE);
      await page.run(() => void (new Image().src = 'http://127.0.0.1:9/'));
      await waitUntil(async () => assert.match((await browser.consoleMessages()).join('\n'), /CSP violation: img-src/));
      allowed = [/Content-Security-Policy/];
    });
  });

  test(`${name} without WebAssembly names supported browsers`, async () => {
    const browser = await start({ webAssembly: false });
    const api = await startApi();
    const site = await startNginx({ dist, backend: api.origin });
    try {
      await browser.driver.get(`${site.origin}/customers/example`);
      const page = new Page(browser.driver);
      await page.arrives(CANNOT_START);
      assert.match((await page.texts('[role=alert]')).join(), /Chrome.*Edge.*Firefox.*Safari/s);
    } finally {
      await browser.stop();
      await site.stop();
      await api.stop();
    }
  });
}

/** Runs inside the page: returns the shortcuts of its elements. */
function shortcuts() {
  return [...document.querySelectorAll('[aria-keyshortcuts]')].map((one) => one.getAttribute('aria-keyshortcuts'));
}

/** Run inside the host page: the iframe; the events of the element; whether it is as high as its content. */
function frame() {
  return document.querySelector('customer-profile')?.shadowRoot.querySelector('iframe');
}

function events() {
  return [...document.querySelectorAll('#events li')].map((item) => JSON.parse(item.textContent));
}

function isAsHighAsItsContent(content) {
  return Math.abs(document.querySelector('customer-profile').clientHeight - content) <= 1;
}

/** Runs inside the frame: returns the height of its content. */
function height() {
  return document.documentElement.getBoundingClientRect().height;
}

/** Returns a value as the page displays it: one text, or the steps of a trail. */
function displayedText(key, value) {
  const amounts = ['totalTurnover', 'outstandingReceivables', 'retentionMoney', 'transactionNumber', 'rank'];
  if (key === 'type') return customerTypes[value];
  if (amounts.includes(key)) return grouped(value);
  return Array.isArray(value) ? value : String(value).replace(/\s+/g, ' ').trim();
}
