// A person's visits to one page, measured.

import { chromium } from 'playwright-core';

import { FIRST_ID, customer, shownOf } from './customer.mjs';
import { serve } from './server.mjs';
import { watch } from './watch.js';

/** Lines that Chromium imitates: milliseconds there and back, bits a second. */
export const NETS = {
  fast4g: { latency: 60, speed: 9e6 },
  slow4g: { latency: 150, speed: 1.6e6 },
  lan: { latency: 2, speed: 100e6 },
  none: undefined,
};

/** How long a person looks at a customer, and how long nothing more may be going on in the page after it. */
const LOOK = 1000;
/** The name, number, id, amounts and trails can be copied; the number in two places. */
const COPY_BUTTONS = 10;
/** What takes longer than this many milliseconds never comes. */
const PATIENCE = 60_000;

export function launch() {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args });
}

/** A tab of its own, with nothing in any cache, slowed as asked, in which every page is watched. */
export async function openTab(browser, { net, cpu, followers }) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (NETS[net]) {
    const { latency, speed } = NETS[net];
    const line = { offline: false, latency, downloadThroughput: speed / 8, uploadThroughput: speed / 16 };
    await cdp.send('Network.emulateNetworkConditions', line);
  }
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(watch, textsOf(FIRST_ID, followers));
  return { context, page, cdp };
}

/** Everything that a record says, in one list. */
export const textsOf = (id, followers) => {
  const { name, ...rest } = shownOf(customer(id, followers));
  return [name, ...Object.values(rest).flat().map(String)];
};

/** Loads the first customer; when, after the beginning of the navigation, its record was on the screen. */
export async function load(page, origin) {
  await page.goto(`${origin}/customers/${FIRST_ID}`, { waitUntil: 'commit' });
  return waitForRecord(page);
}

/** Goes to another customer by the box at the top, as a person does; how long after Enter its record was on the screen. */
export async function moveTo(page, id, followers) {
  const box = page.locator('[role=search] input');
  await box.fill(String(id));
  await page.evaluate((texts) => window.race.expect(texts), textsOf(id, followers));
  await page.keyboard.press('Enter');
  const ready = await waitForRecord(page);
  return ready - (await page.evaluate(() => window.race.pressedAt));
}

async function waitForRecord(page) {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the whole record never stood on the screen')), PATIENCE);
  });
  try {
    return await Promise.race([page.evaluate(() => window.race.ready), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** One first visit, one visit more, and one move to another customer. */
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
    await page.waitForTimeout(LOOK);
    const wire = { kB: bytes / 1000, requests };
    const { blocked, paint } = await page.evaluate(() => ({
      blocked: window.race.blocked,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    }));
    await page.goto('about:blank');
    const warm = await load(page, origin);
    await page.waitForTimeout(LOOK);
    const move = await moveTo(page, FIRST_ID + 1, setting.followers);
    return { ...wire, paint, ready, warm, move, blocked };
  } finally {
    await context.close();
  }
}

/**
 * Looks through a page with nothing slowed, and throws where it does not show all that a record has or lacks what people
 * do with it: then it would be raced for less work.
 */
export async function check(browser, folder) {
  const followers = 30;
  const site = await serve(folder, { followers, delay: 0 });
  const { context, page } = await openTab(browser, { net: 'none', cpu: 1, followers });
  try {
    await page.goto(`${site.origin}/customers/${FIRST_ID}`);
    // Until everything is there, or for as long as that takes nobody.
    await Promise.race([page.evaluate(() => window.race.ready), page.waitForTimeout(10 * LOOK)]);
    const shows = await page.innerText('body');
    const lacking = textsOf(FIRST_ID, followers).filter((text) => !shows.includes(text));
    if (lacking.length > 0) throw new Error(`does not show ${lacking.join(', ')}`);

    const buttons = await page.getByRole('button', { name: /^复制/ }).count();
    if (buttons < COPY_BUTTONS) throw new Error(`has ${buttons} copy buttons, not ${COPY_BUTTONS}`);
    if ((await page.getByLabel('筛选关注者').count()) === 0) throw new Error('has no box to filter the followers');
    await page.getByRole('button', { name: /^\+18/ }).click({ timeout: 10 * LOOK });
    const last = customer(FIRST_ID, followers).followerNames.at(-1);
    await page.waitForFunction((name) => document.body.innerText.includes(name), last.name, { timeout: 10 * LOOK });
  } finally {
    await context.close();
    site.close();
  }
}
