// Playwright's `test` with fixtures: the mock API, the page behind nginx, and a watch on the console.

import { expect, test as playwright } from '@playwright/test';

import { startApi } from '../server/api.mjs';
import { dist } from './dist.mjs';
import { startNginx } from './nginx.mjs';
import { Watch } from './watch.mjs';

export { expect };

/** Shifts `Date` in a page. Playwright's `clock.install` would replace timers and navigation entries, too. */
function shiftDate(offset) {
  const RealDate = Date;
  // A test may install a clock of its own, which reads this one.
  const now = () => RealDate.now() + (globalThis.__pwClock ? 0 : offset);
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [now()] : args));
    }

    static now() {
      return now();
    }
  };
}

export const test = playwright.extend({
  /** The mock API; one per worker. */
  api: [
    async ({}, use) => {
      const api = await startApi();
      await use(api);
      await api.stop();
    },
    { scope: 'worker' },
  ],

  /** The release build at `/` behind nginx: `{ origin }`. */
  site: [
    async ({ api }, use) => {
      const site = await startNginx({ dist, backend: api.origin });
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.origin),

  /**
   * Serves the build with other options of `startNginx` until the test ends.
   */
  deploy: async ({ api, context }, use) => {
    const undo = [];
    await use(async (options) => {
      const site = await startNginx({ dist, backend: api.origin, ...options });
      undo.unshift(() => site.stop());
      return site;
    });
    // Close pages first: a pending request would report that the server is gone.
    for (const page of context.pages()) await page.close();
    for (const step of undo) await step();
  },

  /** Fails the test on any console error, exception or policy violation that it does not `allow`. */
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    expect(watch.unexpected(), 'console errors, exceptions, policy violations').toEqual([]);
  },

  /** Not an automatic fixture: tests of the server need no browser context. */
  context: async ({ context, watch }, use) => {
    await watch.follow(context);
    // `CLOCK=2026-10-25T02:59:58+02:00 TIMEZONE=Europe/Berlin`: every test starts at that time.
    if (process.env.CLOCK) await context.addInitScript(shiftDate, new Date(process.env.CLOCK) - Date.now());
    await use(context);
  },

  /** Resets the mock API before each test. */
  freshApi: [
    async ({ api }, use) => {
      await use();
      api.reset();
    },
    { auto: true },
  ],
});
