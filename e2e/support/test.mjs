// Playwright's `test` with what every test here needs: the API, the page served by nginx in front of it, and a watch
// over the console.

import { expect, test as playwright } from '@playwright/test';

import { startApi } from '../server/api.mjs';
import { dist } from './dist.mjs';
import { startNginx } from './nginx.mjs';
import { Watch } from './watch.mjs';

export { expect };

export const test = playwright.extend({
  /** The API of this worker's tests. Each test finds it without plans and without requests. */
  api: [
    async ({}, use) => {
      const api = await startApi();
      await use(api);
      await api.stop();
    },
    { scope: 'worker' },
  ],

  /** The release build at `/` behind nginx, as it is built: `{ origin }`. */
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
   * Serves the build in another way, until the test ends, with the options of `startNginx`.
   */
  deploy: async ({ api, context }, use) => {
    const undo = [];
    await use(async (options) => {
      const site = await startNginx({ dist, backend: api.origin, ...options });
      undo.unshift(() => site.stop());
      return site;
    });
    // First the pages: one that still waits for something would report that the server is gone.
    for (const page of context.pages()) await page.close();
    for (const step of undo) await step();
  },

  /** Fails the test on any console error, exception or policy violation that it does not `allow`. */
  watch: [
    async ({ context, api }, use) => {
      const watch = new Watch();
      await watch.follow(context);
      await use(watch);
      api.reset();
      expect(watch.unexpected(), 'console errors, exceptions, policy violations').toEqual([]);
    },
    { auto: true },
  ],
});
