// Pages and files of different versions, as during a deployment, never cause a blank page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfDist, nameOf, nextVersion, read } from '../support/dist.mjs';
import { button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS, NO_PROGRAM } from '../support/watch.mjs';

test('an open tab works across a deployment and loads the new version on reload', async ({ page, deploy }) => {
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

  const requestedPaths = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  await page.goto(origin + customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  expect(requestedPaths).toContain(`/${next.wasm}`);
});

test('an old page without its files reloads', async ({ page, deploy, watch }) => {
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

test('a new page without its files reloads once and shows a message', async ({ page, deploy, watch }) => {
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
