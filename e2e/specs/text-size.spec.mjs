// Text is readable at every size: nothing overlaps, nothing is cut off.

import { sampleIds } from '../server/answers.mjs';
import { customerPath, arrival, overflow } from '../support/page.mjs';
import { openState, states } from '../support/states.mjs';
import { expect, test } from '../support/test.mjs';
import { TEXT_SPACING, textFaults } from '../support/text-boxes.mjs';
import config from '../playwright.config.mjs';

const WIDTHS = [320, 390, 768, 1040, 1280, 1920];

/** States with elements that no sample has. */
const STATES = [
  'the start page with recent customers',
  'the start page with an invalid id',
  'the start page with a customer offered',
  'an unknown address',
  'stale',
  'changed',
  'many followers, more shown',
  'unavailable for an hour',
  'unreadable response',
  'a comparison',
  'a comparison that fails',
  'wrong configuration',
  'the shortcut dialog',
];

/** Returns the faults at each width. */
async function faultsAt(page, widths) {
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const faults = await textFaults(page);
    if ((await overflow(page)) > 0) faults.push('the page is wider than the window');
    found.push(...faults.map((fault) => `${width}: ${fault}`));
  }
  return found;
}

async function withTextSpacing(page) {
  // A constructed style sheet: the page's policy blocks others.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, TEXT_SPACING);
}

for (const size of [16, 32]) {
  test.describe(`with a font size of ${size} px in the browser`, () => {
    let browser;
    test.beforeAll(async ({ playwright }) => {
      const { launchOptions } = config.use;
      browser = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args, `--blink-settings=defaultFontSize=${size}`] });
    });
    test.afterAll(() => browser.close());

    const open = async (baseURL) => (await browser.newContext({ baseURL, locale: 'zh-CN' })).newPage();

    test('every text of every sample is readable', async ({ site }) => {
      const page = await open(site.origin);
      for (const id of sampleIds) {
        await page.goto(customerPath(id));
        await arrival(page);
        expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(size);
        expect.soft(await faultsAt(page, WIDTHS), id).toEqual([]);
        await withTextSpacing(page);
        expect.soft(await faultsAt(page, [320, 1280]), `${id}, text spacing`).toEqual([]);
      }
      await page.context().close();
    });

    test('every text of the other states is readable', async ({ api, deploy }) => {
      const usual = await deploy({ config: { signInUrl: '/login' } });
      for (const name of STATES) {
        const state = states[name];
        const { origin } = state.config ? await deploy({ config: state.config }) : usual;
        const page = await open(origin);
        await openState(page, origin, api, state);
        await state.again?.(page);
        expect.soft(await faultsAt(page, [320, 1280]), name).toEqual([]);
        await withTextSpacing(page);
        expect.soft(await faultsAt(page, [320, 1280]), `${name}, text spacing`).toEqual([]);
        await page.context().close();
      }
    });
  });
}
