// The last customers seen: ids and names on this device, and nothing that storage does can break the page.

import { customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const KEY = 'customer-profile.recent';
const links = (page) => page.locator('.recent-list').getByRole('link');

test('ten at most, the newest first, each once', async ({ page, api }) => {
  for (let number = 1; number <= 12; number += 1) {
    api.plan(`${number}`, JSON.stringify({ id: `${number}`, name: `客户${number}` }));
    await page.goto(customerPath(`${number}`));
    await expect(heading(page)).toHaveText(`客户${number}`);
  }
  await page.goto(customerPath('5'));
  await expect(heading(page)).toHaveText('客户5');
  await page.goto('/');
  await expect(links(page)).toHaveText(
    [5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((number) => new RegExp(`^客户${number}\\s*${number}$`)),
  );
  await links(page).nth(3).click();
  await expect(heading(page)).toHaveText('客户10');
});

test('cleared by one button, for good', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await page.goto('/');
  await expect(links(page)).toHaveCount(1);
  await page.getByRole('button', { name: '清除记录' }).click();
  await expect(page.getByText('还没有查看过客户。')).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await page.reload();
  await expect(page.getByText('还没有查看过客户。')).toBeVisible();
});

test('nothing of a customer is stored but id, name and number', async ({ page, context }) => {
  await page.goto(customerPath('full'));
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await page.getByRole('button', { name: '刷新' }).click();
  await expect(page.getByText(/^更新于/)).toBeVisible();
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({
    local: { [KEY]: JSON.stringify([['full', '宁波澜沧海晟智能装备集团有限公司', 'KH-2019-000726']]) },
    session: {},
    databases: [],
    caches: [],
    workers: 0,
  });
  expect(await context.cookies()).toEqual([]);
});

test('a customer that was not found is not remembered', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto(customerPath('nobody'));
  await expect(heading(page)).toHaveText('未找到该客户');
  await page.goto('/');
  await expect(page.getByText('还没有查看过客户。')).toBeVisible();
});

const garbage = ['', 'null', '{', '[]', '{}', '[1,2]', '[["a"]]', '[[null,null]]', '"x"', '\u0000', '['.repeat(5_000), 'x'.repeat(100_000)];

test('a storage full of garbage is an empty list', async ({ page }) => {
  await page.goto('/');
  for (const text of garbage) {
    await page.evaluate((text) => {
      const keys = ['recent', 'language', 'theme', 'shortcuts-off', 'reloaded'];
      for (const key of keys) localStorage.setItem(`customer-profile.${key}`, text);
    }, text);
    await page.reload();
    await expect(heading(page)).toHaveText('查找客户');
    await expect(page.getByText('还没有查看过客户。')).toBeVisible();
  }
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await page.goto('/');
  await expect(links(page)).toHaveCount(1);
});

/** Makes the storages refuse in one way, before anything of the page runs. */
const refusals = {
  'that is forbidden': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  },
  'that is not there': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
  },
  'that is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('exceeded the quota', 'QuotaExceededError');
    };
  },
  'that cannot be read': () => {
    Storage.prototype.getItem = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  },
};

for (const [name, refuse] of Object.entries(refusals)) {
  test(`a storage ${name} does not break the page`, async ({ page, deploy }) => {
    const { origin } = await deploy({ config: { tokenKey: 'token' } });
    await page.addInitScript(refuse);
    await page.goto(origin + customerPath('example'));
    await expect(heading(page)).toHaveText('金职院');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await expect(page.getByRole('button', { name: 'Switch to light' })).toBeVisible();
    await page.getByRole('link', { name: 'Customer profile' }).click();
    await expect(heading(page)).toHaveText('Find a customer');
    await expect(page.getByText('No customers viewed yet.')).toBeVisible();
  });
}
