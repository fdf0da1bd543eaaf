// docs/openapi.yaml in other tools: ajv validates the samples, and the page loads from the mock server Prism.

import { readFileSync } from 'node:fs';

import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';

import { sample, sampleText } from '../server/answers.mjs';
import { alert, button, customerPath, heading, valueOf } from '../support/page.mjs';
import { startPrism } from '../support/prism.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const description = parse(readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8'));
const ajv = new Ajv.default({ strict: false, allErrors: true });
ajv.addSchema(description, 'openapi');
const validate = ajv.getSchema('openapi#/components/schemas/CustomerDetail');

let prism;
test.afterEach(async () => {
  await prism?.stop();
  prism = undefined;
});

test('the schema accepts complete samples and rejects deviating ones', () => {
  for (const id of ['example', 'full']) {
    validate(sample(id));
    expect(validate.errors ?? [], id).toEqual([]);
  }
  for (const id of ['sparse', 'odd-types', 'unreadable', 'unknown-type', 'envelope']) {
    expect(validate(JSON.parse(sampleText(id))), id).toBe(false);
  }
});

test("the page shows Prism's example and error responses", async ({ page, deploy, watch }) => {
  watch.allow(FAILED_STATUS);
  prism = await startPrism();
  const { origin } = await deploy({ backend: prism.origin });
  await page.goto(origin + customerPath('a/b 客户'));
  await expect(heading(page)).toHaveText('金职院');
  await expect(valueOf(page, '总成交额')).toContainText('2,324.32');
  await expect(page.getByText('无法识别')).toHaveCount(0);

  for (const [code, name] of [
    [401, '登录已过期'],
    [403, '无权查看该客户'],
    [404, '未找到该客户'],
    [429, '服务暂时不可用'],
    [500, '服务暂时不可用'],
    [503, '服务暂时不可用'],
  ]) {
    await page.route('**/detail', (route) => route.continue({ headers: { ...route.request().headers(), prefer: `code=${code}` } }));
    await page.goto(origin + customerPath('1'));
    await expect(alert(page).getByRole('heading')).toHaveText(name);
    await page.unroute('**/detail');
  }
});

test("the page shows Prism's generated customers", async ({ page, deploy }) => {
  prism = await startPrism({ isDynamic: true });
  const { origin } = await deploy({ backend: prism.origin });
  const seen = new Set();
  for (let count = 0; count < 8; count += 1) {
    const answered = page.waitForResponse('**/detail');
    if (count > 0) await button(page, '刷新').click();
    else await page.goto(origin + customerPath('1'));
    const customer = await (await answered).json();
    validate(customer);
    expect(validate.errors ?? []).toEqual([]);
    await expect(heading(page)).toHaveText(customer.name.trim());
    await expect(valueOf(page, '客户描述')).toContainText(customer.description.trim().slice(0, 20));
    await expect(valueOf(page, '创建时间')).toContainText(customer.createdAt);
    await expect(page.getByText('无法识别')).toHaveCount(0);
    seen.add(customer.name);
  }
  expect(seen.size).toBeGreaterThan(1);
});
