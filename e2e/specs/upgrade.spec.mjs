// Deployments over each other: an open tab goes on, an old page over new files and a new page over old files never end
// in a blank page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfDist, nameOf, nextVersion, read } from '../support/dist.mjs';
import { button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS, NO_PROGRAM } from '../support/watch.mjs';

test('a tab that was open over a deployment goes on, and is the new version when it is loaded anew', async ({ page, deploy }) => {
  const { origin, publish } = await deploy();
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  const next = nextVersion();
  publish(next.folder, {});
  next.remove();

  await button(page, '刷新').click();
  await expect(page.getByText(/^更新于/)).toBeVisible();
  await goTo(page, 'target');
  await expect(heading(page)).not.toHaveText('金职院');

  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  expect(asked).toContain(`/${next.wasm}`);
});

test('an old page over a deployment without the old files is loaded anew', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  const next = nextVersion();
  const { origin } = await deploy({ dist: next.folder });
  next.remove();
  let isCached = true;
  await page.route('**/customers/example', (route) => {
    if (!isCached) return route.continue();
    isCached = false;
    return route.fulfill({ body: read('index.html'), contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(origin + customerPath('example')).catch(() => {});
  await expect(heading(page)).toHaveText('金职院');
});

test('a new page over the old files, until they have all arrived, says so and does not load for ever', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS, NO_PROGRAM);
  const next = nextVersion();
  const { origin } = await deploy();
  const body = readFileSync(join(next.folder, 'index.html'));
  next.remove();
  let loads = 0;
  await page.route('**/customers/example', (route) => {
    loads += 1;
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(origin + customerPath('example')).catch(() => {});
  await expect(heading(page)).toHaveText('页面无法启动');
  expect(loads).toBe(2);
  await page.unroute('**/customers/example');
  await page.getByRole('button', { name: '重新加载' }).click();
  await expect(heading(page)).toHaveText('金职院');
});
