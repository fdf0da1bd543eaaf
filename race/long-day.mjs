// Opens many customers in one tab, and compares memory and speed after 50 of them with those at the end: README.md.

import { join } from 'node:path';

import { FIRST_ID } from './lib/customer.mjs';
import { measureMemory, mainThreadSeconds } from './lib/memory.mjs';
import { serve } from './lib/server.mjs';
import { launch, load, navigateTo, openTab } from './lib/visits.mjs';

const FOLDER = process.env.DIST || join(import.meta.dirname, '../dist');
const CUSTOMERS = Number(process.env.CUSTOMERS || 2000);
/** Customers to open before the first measurement, so that caches are filled. */
const SETTLED = 50;
/** Maximum growth of JavaScript's heap, and of work per navigation. */
const MORE_HEAP = 1.1;
const MORE_WORK = 1.1;
/** Maximum growth of WebAssembly's memory per navigation, in bytes. 300 were measured; Leptos leaks 200 of them (docs/performance.md).
    Memory grows in pages of 64 KiB. */
const MORE_WASM = 450;
/** Milliseconds after which a page is idle. */
const PAUSE = 3000;

/** Runs in the page before its scripts, and tracks pending timers. */
function countTimers() {
  const pending = (window.pendingTimers = new Set());
  const [set, clear, setRepeated, clearRepeated] = [setTimeout, clearTimeout, setInterval, clearInterval];
  window.setTimeout = (callback, ...rest) => {
    const timer = set((...values) => {
      pending.delete(timer);
      callback(...values);
    }, ...rest);
    pending.add(timer);
    return timer;
  };
  window.setInterval = (...rest) => {
    const timer = setRepeated(...rest);
    pending.add(timer);
    return timer;
  };
  window.clearTimeout = window.clearInterval = (timer) => {
    pending.delete(timer);
    clear(timer);
    clearRepeated(timer);
  };
}

const followers = 30;
const site = await serve(FOLDER, { followers, delay: 5 });
const browser = await launch();
const { page, cdp } = await openTab(browser, { net: 'none', cpu: 1, followers });
await page.addInitScript(countTimers);
await load(page, site.origin);

const navigations = [];
const states = new Map();
for (let seen = 1; seen <= CUSTOMERS; seen++) {
  if (seen > 1) navigations.push(await openCustomer(FIRST_ID + seen - 1));
  if (seen === SETTLED || seen === CUSTOMERS || seen % 500 === 0) states.set(seen, await state(seen));
}
await browser.close();
site.close();

const [first, last] = [states.get(SETTLED), states.get(CUSTOMERS)];
const stretch = Math.ceil(navigations.length / 10);
const [early, late] = [pace(navigations.slice(SETTLED, SETTLED + stretch)), pace(navigations.slice(-stretch))];
console.log(`a navigation at first: ${early.time.toFixed(1)} ms, of them ${early.work.toFixed(1)} ms on the main thread`);
console.log(`a navigation at the end: ${late.time.toFixed(1)} ms, of them ${late.work.toFixed(1)} ms on the main thread`);
const faults = Object.entries({
  heap: last.heap > MORE_HEAP * first.heap,
  WebAssembly: last.wasm - first.wasm > MORE_WASM * (CUSTOMERS - SETTLED),
  nodes: last.nodes > first.nodes,
  listeners: last.listeners > first.listeners,
  timers: last.timers > first.timers,
  work: late.work > MORE_WORK * early.work,
}).filter(([, isFault]) => isFault);
if (faults.length > 0) throw new Error(`grown: ${faults.map(([name]) => name).join(', ')}`);

/** Navigates to a customer. Returns elapsed time and main thread time in milliseconds. */
async function openCustomer(id) {
  const before = await mainThreadSeconds(cdp);
  const time = await navigateTo(page, id, followers);
  return { time, work: 1000 * ((await mainThreadSeconds(cdp)) - before) };
}

async function state(seen) {
  await page.waitForTimeout(PAUSE);
  const timers = await page.evaluate(() => window.pendingTimers.size);
  const { heap, wasm, nodes, listeners } = await measureMemory(cdp);
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  const memory = `heap ${megabytes(heap)}, WebAssembly ${megabytes(wasm)}`;
  console.log(`after ${seen} customers: ${memory}, ${nodes} nodes, ${listeners} listeners, ${timers} timers`);
  return { heap, wasm, nodes, listeners, timers };
}

function pace(navigations) {
  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  return { time: median(navigations.map(({ time }) => time)), work: median(navigations.map(({ work }) => work)) };
}
