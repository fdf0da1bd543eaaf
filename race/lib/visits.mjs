// Measures visits to a page.

import { chromium } from 'playwright-core';

import { FIRST_ID, customer, displayedValues } from './customer.mjs';
import { serve } from './server.mjs';
import { watch } from './watch.js';

/** Emulated networks: round trip in milliseconds, bits per second. */
export const NETS = {
  fast4g: { latency: 60, speed: 9e6 },
  slow4g: { latency: 150, speed: 1.6e6 },
  lan: { latency: 2, speed: 100e6 },
  none: undefined,
};

/** Milliseconds between two steps of a visit. */
const PAUSE = 1000;
/** Copy buttons for name, number (twice), id, amounts and trails. */
const COPY_BUTTONS = 10;
/** Timeout in milliseconds. */
const TIMEOUT = 60_000;

export function launch() {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args });
}

/** Opens a tab with an empty cache, throttled, with `watch` in every page. */
export async function openTab(browser, { net, cpu, followers }) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (NETS[net]) {
    const { latency, speed } = NETS[net];
    const line = { offline: false, latency, downloadThroughput: speed / 8, uploadThroughput: speed / 16 };
    await cdp.send('Network.emulateNetworkConditions', line);
  }
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(watch, expectedTexts(FIRST_ID, followers));
  return { context, page, cdp };
}

/** Returns all texts of a record, the name first. */
export const expectedTexts = (id, followers) => {
  const { name, ...rest } = displayedValues(customer(id, followers));
  return [name, ...Object.values(rest).flat().map(String)];
};

/** Loads the first customer. Returns the time from navigation start to the painted record. */
export async function load(page, origin) {
  await page.goto(`${origin}/customers/${FIRST_ID}`, { waitUntil: 'commit' });
  return waitForRecord(page);
}

/** Navigates to a customer by the lookup box. Returns the time from Enter to the painted record. */
export async function navigateTo(page, id, followers) {
  await page.locator('[role=search] input').evaluate(type, String(id));
  await page.evaluate((texts) => window.race.expect(texts), expectedTexts(id, followers));
  await page.keyboard.press('Enter');
  const ready = await waitForRecord(page);
  return ready - (await page.evaluate(() => window.race.pressedAt));
}

/**
 * Runs in the page: sets the input's value like typing, but without the undo history, which would keep a node for each
 * customer.
 */
function type(box, text) {
  box.focus();
  // The prototype's setter: React overrides it on its inputs to track values.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

async function waitForRecord(page) {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the whole record was never painted')), TIMEOUT);
  });
  try {
    return await Promise.race([page.evaluate(() => window.race.ready), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Measures a first visit, a second one, and a navigation to another customer. */
export async function measure(browser, { origin }, setting) {
  const { context, page, cdp } = await openTab(browser, setting);
  try {
    let bytes = 0;
    let requests = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    const ready = await load(page, origin);
    await page.waitForTimeout(PAUSE);
    const wire = { kB: bytes / 1000, requests };
    const { blocked, paint } = await page.evaluate(() => ({
      blocked: window.race.blocked,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    }));
    await page.goto('about:blank');
    const warm = await load(page, origin);
    await page.waitForTimeout(PAUSE);
    const navigation = await navigateTo(page, FIRST_ID + 1, setting.followers);
    return { ...wire, paint, ready, warm, navigation, blocked };
  } finally {
    await context.close();
  }
}

/**
 * Checks that a page shows the whole record and has its features, without throttling: otherwise it would win by doing less.
 */
export async function check(browser, folder) {
  const followers = 30;
  const site = await serve(folder, { followers, delay: 0 });
  const { context, page } = await openTab(browser, { net: 'none', cpu: 1, followers });
  try {
    await page.goto(`${site.origin}/customers/${FIRST_ID}`);
    // Until the record is complete, or much longer than that takes.
    await Promise.race([page.evaluate(() => window.race.ready), page.waitForTimeout(10 * PAUSE)]);
    const shows = await page.innerText('body');
    const record = Object.entries(displayedValues(customer(FIRST_ID, followers)));
    const lacking = record.filter(([, value]) => ![value].flat().every((text) => shows.includes(text)));
    if (lacking.length > 0) throw new Error(`does not show ${lacking.map(([key]) => key).join(', ')}`);

    const buttons = await page.getByRole('button', { name: /^复制/ }).count();
    if (buttons < COPY_BUTTONS) throw new Error(`has ${buttons} copy buttons, not ${COPY_BUTTONS}`);
    if ((await page.getByLabel('筛选关注者').count()) === 0) throw new Error('has no box to filter the followers');
    await page.getByRole('button', { name: /^\+18/ }).click({ timeout: 10 * PAUSE });
    const last = customer(FIRST_ID, followers).followerNames.at(-1);
    await page.waitForFunction((name) => document.body.innerText.includes(name), last.name, { timeout: 10 * PAUSE });
  } finally {
    await context.close();
    site.close();
  }
}
