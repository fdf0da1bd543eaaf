// Runs public/boot.js with each case in cases.json, outside a browser: path, configuration block and storage of a page, and
// the expected request, if any. tests/browser/head_start.rs runs the program with the same cases.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const script = read('../../public/boot.js');
const origin = 'https://crm.example';
const cases = JSON.parse(read('cases.json').replaceAll('{origin}', origin));

/** Runs the script on a page. Returns the requests sent for the customer, and `window.headStart`. */
function boot({ path, config = '{}', session = {}, local = {}, cookies = {} }) {
  const sent = [];
  const storage = (values) => ({ getItem: (key) => (Object.hasOwn(values, key) ? values[key] : null) });
  const window = { sessionStorage: storage(session), localStorage: storage(local) };
  window.parent = window;
  const noop = () => {};
  runInNewContext(script, {
    window,
    location: { pathname: path, origin },
    document: {
      cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; '),
      documentElement: { dataset: {} },
      querySelector: () => ({ dataset: { wasm: 'program.wasm' } }),
      getElementById: () => ({ textContent: config }),
    },
    fetch: (url, settings) => {
      sent.push({ url, settings });
      return new Promise(noop);
    },
    AbortController,
    performance,
    addEventListener: noop,
    requestAnimationFrame: noop,
    setTimeout: noop,
    clearTimeout: noop,
    setInterval: noop,
  });
  return { sent: sent.filter(({ url }) => !url.endsWith('/program.wasm')), headStart: window.headStart };
}

for (const { name, request, ...page } of cases) {
  test(name, () => {
    const { sent, headStart } = boot(page);
    if (!request) {
      assert.deepEqual(sent, []);
      assert.equal(headStart, undefined);
      return;
    }
    const { url, credentials = 'same-origin', token, requestedWith = true } = request;
    assert.equal(sent.length, 1);
    const [{ url: address, settings }] = sent;
    assert.equal(address.toWellFormed(), url);
    assert.equal(settings.credentials, credentials);
    assert.equal(settings.cache, 'no-store');
    assert.equal(settings.redirect, 'manual');
    assert.equal(settings.signal, headStart.controller.signal);
    const headers = {
      Accept: 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(requestedWith && { 'X-Requested-With': 'XMLHttpRequest' }),
    };
    assert.deepEqual({ ...settings.headers }, headers);
    assert.equal(headStart.url, address);
    assert.equal(headStart.credentials, credentials);
    assert.equal(headStart.token, token);
  });
}
