// Text of every size can be read: nothing overlaps, nothing is cut off.

import { sampleIds } from '../server/answers.mjs';
import { customerPath, arrival, overflow } from '../support/page.mjs';
import { openState, states } from '../support/states.mjs';
import { expect, test } from '../support/test.mjs';
import { TEXT_SPACING, textFaults } from '../support/text-boxes.mjs';
import config from '../playwright.config.mjs';

const WIDTHS = [320, 390, 768, 1040, 1280, 1920];

/** States with parts that no sample has. */
const STATES = [
  'the start page with customers seen',
  'the start page with an id refused',
  'the start page with a customer offered',
  'an unknown address',
  // Not 'stale' and 'changed': their notes lie over the record until they are dismissed.
  'many followers, more of them',
  'unavailable for an hour',
  'not readable',
  'wrong configuration',
  'the sheet of shortcuts',
];

/** Faults at each width, with the usual spacing and with the one that people put over the page. */
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
  // The page's policy has no say in what people put over it.
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

    test('every text of every sample can be read', async ({ site }) => {
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

    test('and in every other state', async ({ api, deploy }) => {
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
