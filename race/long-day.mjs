// One tab, in which one customer after the other is looked at: what it holds and how quickly it moves on, after 50
// of them and at the end. README.md.

import { join } from 'node:path';

import { FIRST_ID } from './lib/customer.mjs';
import { held } from './lib/memory.mjs';
import { serve } from './lib/server.mjs';
import { launch, load, moveTo, openTab } from './lib/visits.mjs';

const FOLDER = process.env.DIST || join(import.meta.dirname, '../dist');
const CUSTOMERS = Number(process.env.CUSTOMERS || 2000);
/** After how many customers a page has everything that it keeps. */
const SETTLED = 50;
/** How much more it may hold, and how much longer a move may take, at the end than after those. */
const MORE_MEMORY = 1.1;
const MORE_TIME = 1.2;
/** What is still to be done shortly after a customer has come is done by then. */
const PAUSE = 3000;

/** Runs in the page before its own scripts, and counts the timers that it has set and that are still to come. */
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

const times = [];
const states = new Map();
for (let seen = 1; seen <= CUSTOMERS; seen++) {
  if (seen > 1) times.push(await moveTo(page, FIRST_ID + seen - 1, followers));
  if (seen === SETTLED || seen === CUSTOMERS || seen % 500 === 0) states.set(seen, await state(seen));
}
await browser.close();
site.close();

const [first, last] = [states.get(SETTLED), states.get(CUSTOMERS)];
const stretch = Math.ceil(times.length / 10);
const pace = { first: median(times.slice(SETTLED, SETTLED + stretch)), last: median(times.slice(-stretch)) };
console.log(`a move takes ${pace.first.toFixed(1)} ms at first, ${pace.last.toFixed(1)} ms at the end`);
const faults = Object.entries({
  memory: last.heap + last.wasm > MORE_MEMORY * (first.heap + first.wasm),
  nodes: last.nodes > first.nodes,
  listeners: last.listeners > first.listeners,
  timers: last.timers > first.timers,
  time: pace.last > MORE_TIME * pace.first,
}).filter(([, isFault]) => isFault);
if (faults.length > 0) throw new Error(`more at the end: ${faults.map(([name]) => name).join(', ')}`);

async function state(seen) {
  await page.waitForTimeout(PAUSE);
  const timers = await page.evaluate(() => window.pendingTimers.size);
  const { heap, wasm, nodes, listeners } = await held(cdp);
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  const memory = `heap ${megabytes(heap)}, WebAssembly ${megabytes(wasm)}`;
  console.log(`after ${seen} customers: ${memory}, ${nodes} nodes, ${listeners} listeners, ${timers} timers`);
  return { heap, wasm, nodes, listeners, timers };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
