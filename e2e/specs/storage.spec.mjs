// Stored data, and failing storage.

import { customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const KEY = 'customer-profile.recent';

test('only id, name and number of a customer are stored, and fingerprints of its values', async ({ page, context }) => {
  await page.goto(customerPath('full'));
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await page.getByRole('button', { name: '刷新' }).click();
  await expect(page.getByText(/^更新于/)).toBeVisible();
  await page.waitForFunction(() => localStorage.length === 2);
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({
    local: {
      [KEY]: JSON.stringify([['full', '宁波澜沧海晟智能装备集团有限公司', 'KH-2019-000726']]),
      // The salt, then the time, a fingerprint for each key, and the id.
      'customer-profile.visits': expect.stringMatching(/^[0-9a-f]{16}\n\d+ ([0-9a-f]{8})+ full$/),
    },
    session: {},
    databases: [],
    caches: [],
    workers: 0,
  });
  expect(await context.cookies()).toEqual([]);
});

/** Kinds of failing storage, as scripts that run before those of the page. */
const refusals = {
  forbidden: () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  },
  missing: () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('exceeded the quota', 'QuotaExceededError');
    };
  },
  unreadable: () => {
    Storage.prototype.getItem = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  },
};

test('the page works without storage', async ({ browser, contextOptions, deploy, watch }) => {
  const { origin } = await deploy({ config: { tokenKey: 'token' } });
  for (const [name, refuse] of Object.entries(refusals)) {
    await test.step(name, async () => {
      const context = await browser.newContext(contextOptions);
      await watch.follow(context);
      await context.addInitScript(refuse);
      const page = await context.newPage();
      await page.goto(origin + customerPath('example'));
      await expect(heading(page)).toHaveText('金职院');
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
      await page.getByRole('button', { name: 'Dark mode' }).click();
      await expect(page.getByRole('button', { name: 'Light mode' })).toBeVisible();
      await page.getByRole('link', { name: 'Customer profile' }).click();
      await expect(heading(page)).toHaveText('Find a customer');
      await expect(page.getByText('No customers viewed yet')).toBeVisible();
      await context.close();
    });
  }
});
