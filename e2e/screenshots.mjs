// Takes screenshots of every state of the release build, in both themes, on a phone and a desktop: test-results/screenshots.
// Those of the README are written to docs/screenshots.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import config from './playwright.config.mjs';
import { sample } from './server/answers.mjs';
import { startApi } from './server/api.mjs';
import { framedBy, startCrm } from './support/crm.mjs';
import { dist } from './support/dist.mjs';
import { expectHeading } from './support/embed.mjs';
import { startNginx } from './support/nginx.mjs';
import { openState, states } from './support/states.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const statesFolder = folder('test-results/screenshots/');
const readmeFolder = folder('../docs/screenshots/');

const { launchOptions, locale, timezoneId } = config.use;
const api = await startApi();
const browser = await chromium.launch(launchOptions);
rmSync(statesFolder, { recursive: true, force: true });
mkdirSync(readmeFolder, { recursive: true });

/** Screenshots of the README: state, width, theme. */
const readmeScreenshots = {
  'customer-light': ['a full record', 1280, 'light'],
  'customer-dark': ['a full record', 1280, 'dark'],
  phone: ['a full record', 390, 'light'],
  failure: ['signed out', 1280, 'light'],
};

for (const [name, state] of Object.entries(states)) {
  const site = await startNginx({ dist, backend: api.origin, config: state.config ?? { signInUrl: '/login' } });
  const pictures = [320, 1280].flatMap((width) =>
    ['light', 'dark'].map((colorScheme) => ({ width, colorScheme, path: `${statesFolder}${name}-${width}-${colorScheme}.png` })),
  );
  for (const [file, [of, width, colorScheme]] of Object.entries(readmeScreenshots)) {
    if (of === name) pictures.push({ width, colorScheme, path: `${readmeFolder}${file}.png` });
  }
  for (const { width, colorScheme, path } of pictures) {
    const context = await browser.newContext({
      locale,
      timezoneId,
      colorScheme,
      viewport: { width, height: 800 },
      // Animations would make screenshots differ.
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date('2026-03-02T10:24:00+08:00'));
    await openState(page, site.origin, api, state);
    await state.again?.(page);
    // Relative times are rendered after first paint.
    await page.waitForTimeout(400);
    // Sticky elements belong at the top of the screenshot.
    await page.evaluate(() => scrollTo(0, 0));
    // The beginning of a very long page is enough.
    const { height } = await page.locator('body').boundingBox();
    const clip = { x: 0, y: 0, width, height: Math.min(Math.max(height, 800), 6_000) };
    await page.screenshot({ path, fullPage: true, clip });
    await context.close();
    api.reset();
  }
  await site.stop();
}

// Inside a CRM.
const crm = await startCrm();
const site = await startNginx({
  dist,
  backend: api.origin,
  config: { embedOrigins: [crm.origin], links: { customer: '/crm/customers/{id}', manager: '/crm/users/{id}', follower: '/crm/users/{id}' } },
  edit: (text) => framedBy(text, crm.origin),
});
crm.show(site.origin);
for (const width of [390, 1280]) {
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({ locale, timezoneId, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date('2026-03-02T10:24:00+08:00'));
    await page.goto(`${crm.origin}/?customer=full&theme=${theme}`);
    await expectHeading(page, sample('full').name);
    await page.waitForTimeout(500);
    const path = `embedded-${width}-${theme}.png`;
    await page.screenshot({ path: statesFolder + path });
    if (width === 1280) cpSync(statesFolder + path, `${readmeFolder}embedded-${theme}.png`);
    await context.close();
  }
}
await site.stop();
await crm.stop();

await browser.close();
await api.stop();
console.log(`${Object.keys(states).length * 4} pictures in ${statesFolder}`);
