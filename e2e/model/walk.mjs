// Runs a sequence on the real page, and compares the page with the model whenever it is idle.

import { IDS } from './sequence.mjs';
import { Model, nameOf } from './model.mjs';

const TOKEN = 'token';
/** Time until the page must agree with the model, in milliseconds. */
const TIMEOUT = 5_000;
/** Console messages of the browser about failed requests, which are expected. */
const EXPECTED_MESSAGES = /Failed to load resource: (the server responded with a status of (401|403|404|503)|net::ERR_INTERNET_DISCONNECTED)/;

/** The page's configuration. */
export const config = { tokenKey: TOKEN };

/** The tab in which all sequences run: opening one takes longer than most sequences. */
export async function openTab({ browser, origin, api }) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 900, height: 600 }, reducedMotion: 'reduce' });
  const faults = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !EXPECTED_MESSAGES.test(message.text())) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error()}`));
  await context.addInitScript(prepare, TOKEN);
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  await page.goto(origin);
  return { context, page, origin, api, faults };
}

/** Runs the steps. Returns the first difference from the model; undefined if there is none. */
export async function walk(steps, { context, page, origin, api, faults }) {
  const model = new Model();
  await context.setOffline(false);
  // The previous page may still write to storage; the next one clears it.
  await page.evaluate(() => (window.name = 'reset'));
  faults.length = 0;
  let delay = 0;
  for (const id of IDS) api.plan(id, (exchange) => setTimeout(() => answer(model, id, exchange), delay));
  try {
    for (const [place, step] of steps.entries()) {
      if (model.allows(step)) {
        delay = step.delay ?? 0;
        const left = model.id;
        const done = await act(step, { page, context, origin });
        if (done) {
          model.apply({ ...step, ...done });
          if (!step.rest) [left, model.id].forEach((id) => model.passBy(id));
          if (step.kind === 'back' || step.kind === 'forward') await waitForPath(page, model);
        }
      }
      if (!step.rest) continue;
      const wrong = (await page.evaluate(atRest, [model.expected(), TIMEOUT])) ?? faults.at(0);
      if (wrong) return `step ${place + 1} of ${steps.length}, ${JSON.stringify(step)}: ${wrong}`;
      model.rest();
    }
  } catch (error) {
    return `${error.message.split('\n')[0]} (the page should be ${JSON.stringify(model.expected())})`;
  } finally {
    api.reset();
  }
  return undefined;
}

/** Runs in the page before other scripts: clears storage, signs in, counts pending requests, makes the clock adjustable. */
function prepare(token) {
  if (window.name === 'reset') {
    localStorage.clear();
    localStorage.setItem(token, 'secret');
    window.name = '';
  }
  window.live = 0;
  window.mostLive = 0;
  window.ahead = 0;
  const now = Date.now;
  Date.now = () => now() + window.ahead;
  const send = window.fetch;
  window.fetch = (input, init) => {
    if (!/\/detail$/.test(String(input.url ?? input))) return send(input, init);
    let isLive = true;
    const end = () => {
      if (isLive) window.live -= 1;
      isLive = false;
    };
    window.live += 1;
    window.mostLive = Math.max(window.mostLive, window.live);
    (init?.signal ?? input.signal)?.addEventListener('abort', end);
    const answer = send(input, init);
    answer.then(end, end);
    return answer;
  };
}

function answer(model, id, { request, response }) {
  const { mode, version } = model.server[id];
  const status = request.headers.authorization === 'Bearer secret' ? mode : 401;
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  if (status !== 'ok') return response.writeHead(status, headers).end('{}');
  const followerNames = [{ id: 1, name: `关注者${id}` }];
  return response.writeHead(200, headers).end(JSON.stringify({ id, name: nameOf(id, version), type: 'CLIENT', totalTurnover: version, followerNames }));
}

/** Runs a step. Returns the step as it was done; undefined if it was not possible. */
async function act({ kind, id, on, place }, { page, context, origin }) {
  switch (kind) {
    case 'open':
      await page.goto(origin + (id === undefined ? '/' : `/customers/${encodeURIComponent(id)}`));
      await page.waitForSelector('input[list]');
      return {};
    case 'reload':
      await page.reload();
      await page.waitForSelector('input[list]');
      return {};
    case 'network':
      await context.setOffline(!on);
      return {};
    case 'server':
      return {};
    default:
      return page.evaluate(actInPage, { kind, id, on, place, token: TOKEN });
  }
}

/** Runs in the page: does a step by click or key press, as a user. */
function actInPage({ kind, id, on, place, token }) {
  const press = (key) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const click = (selector) => {
    const element = document.querySelector(selector);
    element.focus();
    element.click();
  };
  switch (kind) {
    case 'box': {
      const box = document.querySelector('input[list]');
      box.focus();
      box.value = id;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.form.requestSubmit();
      return {};
    }
    case 'recent': {
      const links = document.querySelectorAll('.recent-list a');
      if (links.length === 0) return undefined;
      const link = links[place % links.length];
      link.focus();
      link.click();
      return { id: decodeURIComponent(link.getAttribute('href').split('/').at(-1)) };
    }
    case 'home':
      click('.topbar a');
      return {};
    case 'back':
    case 'forward':
      history[kind]();
      return {};
    case 'refresh':
      document.activeElement?.blur();
      document.querySelector('h1').focus();
      press('r');
      return {};
    case 'retry':
      click('.load-error button');
      return {};
    case 'later':
      window.ahead += 6 * 60 * 1000;
      window.dispatchEvent(new Event('focus'));
      return {};
    case 'language':
      click('[aria-keyshortcuts=l]');
      return {};
    case 'theme':
      click('[aria-keyshortcuts=t]');
      return {};
    case 'session':
      if (on) localStorage.setItem(token, 'secret');
      else localStorage.removeItem(token);
      // As if it happened in another tab.
      window.dispatchEvent(new StorageEvent('storage', { key: token }));
      return {};
    default:
      throw new Error(`no such step: ${kind}`);
  }
}

const waitForPath = (page, model) => page.waitForFunction((path) => location.pathname === path, model.expected().path);

/**
 * Runs in the page: waits until it is idle and as `expected` (by the model) in two successive checks. Returns the difference
 * otherwise.
 */
async function atRest([expected, patience]) {
  const { path, heading, title, id, others, isShown, announced, hasMoved, recent, forgotten } = expected;
  const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent).join(' ');
  const difference = () => {
    if (window.mostLive > 1) return `${window.mostLive} live requests`;
    if (window.live > 0) return 'a request is still live';
    if (document.querySelector('main [aria-busy=true], .freshness [aria-disabled=true]')) return 'the page is still busy';
    if (location.pathname !== path) return `the address is ${location.pathname}, not ${path}`;
    const name = document.querySelector('h1')?.textContent.trim();
    if (name !== heading) return `the heading is “${name}”, not “${heading}”`;
    if (document.title !== title) return `the title is “${document.title}”, not “${title}”`;
    const box = document.querySelector('input[list]')?.value;
    if (box !== '') return `the box says “${box}”`;
    const focused = document.activeElement;
    if (!focused || (hasMoved && focused === document.body)) return `the focus is on ${focused?.tagName}`;
    // A change of theme is announced too.
    if (!/已切换到[深浅]色/.test(text('[role=status]')) && !text('[role=status]').includes(announced)) return `“${announced}” is not announced`;
    const names = (text) => others.find((other) => text.includes(`客户${other}·`));
    const foreign = names(text('[role=status], [aria-live]')) ?? (id === undefined ? undefined : names(text('main')));
    if (foreign) return `something of ${foreign} is on the page of ${id}`;
    if (id !== undefined) return !isShown && text('main').includes(`关注者${id}`) ? 'data of a record that went' : undefined;
    const listed = [...document.querySelectorAll('.recent-list a')].map((link) => decodeURIComponent(link.getAttribute('href').split('/').at(-1)));
    const wrong = listed.find((other) => forgotten.includes(other)) ?? recent.find((other) => !listed.includes(other));
    return wrong && `${wrong} is ${listed.includes(wrong) ? '' : 'not '}among the last customers`;
  };
  const end = performance.now() + patience;
  for (let agreed = 0; agreed < 2; ) {
    const wrong = difference();
    if (wrong && (performance.now() > end || window.mostLive > 1)) return wrong;
    agreed = wrong ? 0 : agreed + 1;
    await new Promise((done) => setTimeout(done, 20));
  }
  return undefined;
}
