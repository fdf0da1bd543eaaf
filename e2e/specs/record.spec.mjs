// A customer on the page: every key of the answer, each under its name, with its own digits.

import { sample, sampleIds, sampleText } from '../server/answers.mjs';
import { customerTypes, grouped, rows } from '../support/document.mjs';
import { alert, arrival, button, customerPath, heading, stepsOf, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const topRows = rows.filter(({ key }) => !key.includes('[]'));
const amounts = ['totalTurnover', 'outstandingReceivables', 'retentionMoney', 'transactionNumber', 'rank'];

test("every key of the API's document, with its name and its value", async ({ page, api }) => {
  const answer = Object.fromEntries(topRows.map(({ key, example }) => [key, example]));
  expect(sample('example'), 'the sample is the example of the document').toEqual(answer);

  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  expect(api.of('example')).toHaveLength(1);

  const special = {
    name: () => expect(heading(page)).toHaveText(answer.name),
    type: ({ comment }) => expect(valueOf(page, comment)).toHaveText(customerTypes[answer.type]),
    followers: () => expect(page.locator('.member[data-id]')).toHaveCount(answer.followers.length),
    followerNames: async ({ comment, example }) => {
      await expect(page.getByRole('heading', { level: 2, name: comment })).toBeVisible();
      await expect(page.locator('.member-name')).toHaveText(example.map(({ name }) => name));
    },
  };
  for (const row of topRows) {
    await test.step(row.key, async () => {
      if (special[row.key]) return special[row.key](row);
      const { key, comment, example } = row;
      if (Array.isArray(example)) return expect(stepsOf(page, comment)).toHaveText(example);
      const text = amounts.includes(key) ? grouped(example) : String(example);
      await expect(page.locator('dt').filter({ hasText: new RegExp(`^${comment}$`) }).first()).toBeVisible();
      await expect(valueOf(page, comment).getByText(text, { exact: true })).toBeVisible();
    });
  }
});

/** Every text and number in an answer, as the page writes it. */
function textsOf(customer) {
  return Object.entries(customer).flatMap(([key, value]) => {
    if (key === 'followers' || value === null) return [];
    if (key === 'followerNames') return value.map(({ name }) => name);
    if (key === 'type') return [customerTypes[value] ?? value];
    if (amounts.includes(key)) return [grouped(value)];
    return [value].flat().map(String);
  });
}

for (const id of ['full', 'target', 'prospect', 'unknown-type', 'long-text']) {
  test(`everything in the sample ${id}`, async ({ page }) => {
    const customer = sample(id);
    await page.goto(customerPath(id));
    await expect(heading(page)).toHaveText(customer.name);
    await arrival(page);
    const normal = (text) => text.replace(/\s+/g, ' ').trim();
    const shown = normal(await page.getByRole('main').innerText());
    expect(textsOf(customer).filter((text) => !shown.includes(normal(text)))).toEqual([]);
    await expect(page.getByText('无法识别')).toHaveCount(0);
  });
}

test('every sample has all names and no error', async ({ page }) => {
  for (const id of sampleIds) {
    await test.step(id, async () => {
      await page.goto(customerPath(id));
      await arrival(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      const names = await page.locator('dt').allTextContents();
      const hasOtherPlace = ['name', 'followers', 'followerNames'];
      const missing = topRows.filter(({ key, comment }) => !hasOtherPlace.includes(key) && !names.includes(comment));
      expect(missing).toEqual([]);
      await expect(page.getByRole('heading', { level: 2, name: '关注者' })).toBeVisible();
    });
  }
});

test('no digit is gained or lost', async ({ page }) => {
  const text = sampleText('exact');
  const digits = (key) => new RegExp(`"${key}": "?(-?[\\d.e]+)"?`).exec(text)[1];
  await page.goto(customerPath('exact'));
  for (const { key, comment } of topRows) {
    if (['id', 'customerNo', 'managerId', 'industry_id'].includes(key)) {
      await expect(valueOf(page, comment)).toContainText(digits(key));
    }
  }
  await expect(valueOf(page, '总成交额').getByText('9,007,199,254,740,993.25', { exact: true })).toBeVisible();
  await expect(valueOf(page, '未收款额')).toContainText('123,456,789,012,345,678,901,234,567,890.10');
  await expect(valueOf(page, '累计质保金')).toContainText('-0.50');
  await expect(valueOf(page, '签单数')).toHaveText('1,000');
  await expect(page.locator('.member[data-id="9007199254740992"]')).toHaveText(/余晚晴$/);
  await expect(page.locator('.member[data-id="9007199254740993"]')).toHaveText(/余晚舟$/);
});

test('an id of 19 digits stays as it is, in the address, the request and the answer', async ({ page, api }) => {
  const id = '1725934800123456789';
  api.plan(id, 'long-id');
  await page.goto(customerPath(id));
  await expect(valueOf(page, '客户ID')).toContainText(id);
  expect(api.requests.map(({ url }) => url)).toEqual([`/api/customers/${id}/detail`]);
});

test('nothing, zero and a zero date are told apart', async ({ page }) => {
  await page.goto(customerPath('sparse'));
  await expect(valueOf(page, '总成交额')).toContainText(/^0/);
  await expect(valueOf(page, '签单数')).toHaveText('0');
  for (const label of ['排名', '未收款额', '累计质保金', '来源', '负责人', '所在部门', '区域', '信用状况']) {
    const value = valueOf(page, label);
    await expect(value.getByText('—')).toBeVisible();
    await expect(value.getByText('未填写')).toHaveCount(1);
  }
  await page.goto(customerPath('odd-types'));
  await expect(valueOf(page, '创建时间')).toContainText('未填写');
});

test('odd types cost nothing', async ({ page }) => {
  await page.goto(customerPath('odd-types'));
  await expect(heading(page)).toHaveText('华信&联达教育装备（青岛）有限公司');
  await arrival(page);
  await expect(stepsOf(page, '所在部门')).toHaveText(['亚服', '服务站', '青岛站', '售后二组']);
  await expect(stepsOf(page, '行业')).toHaveText(['教育', '高等院校', 'R&D 中心']);
  await expect(stepsOf(page, '所在区域编码')).toHaveText(['37', '3702', '370202']);
  await expect(valueOf(page, '客户ID')).toContainText('1463887530292342785');
  await expect(valueOf(page, '总成交额')).toContainText('1,234.50');
  await expect(valueOf(page, '未收款额')).toContainText('234.50');
  await expect(page.locator('.member-name')).toHaveText([
    '未知成员 (3)',
    '张三',
    '李四&王五',
    '未知成员 (8)',
    '<i>赵六</i>',
  ]);
  await expect(page.getByText('无法识别')).toHaveCount(0);
});

test('values that cannot be read show as they came, are counted and named', async ({ page }) => {
  await page.goto(customerPath('unreadable'));
  await expect(page.getByText('3 项数据无法识别，已按原文显示：')).toContainText('总成交额');
  await expect(page.getByText('3 项数据无法识别')).toContainText(/所在部门.*创建时间|创建时间.*所在部门/);
  await expect(valueOf(page, '总成交额')).toContainText('{ "amount": 12 }');
  await expect(valueOf(page, '所在部门')).toContainText('true');
  await expect(valueOf(page, '创建时间')).toContainText('"next week"');
  await expect(valueOf(page, '签单数')).toHaveText('6');
});

test('ratios come with their formulas, and only where they can be computed', async ({ page, api }) => {
  await page.goto(customerPath('example'));
  const formula = valueOf(page, '未收款额').getByText('未收款额 ÷ 总成交额');
  await expect(formula).toBeHidden();
  await page.getByText('计算说明').click();
  await expect(formula).toBeVisible();
  await expect(valueOf(page, '未收款额')).toContainText('1.0% 占总成交额');
  await expect(valueOf(page, '累计质保金')).toContainText(/18\.7% 占总成交额.*累计质保金 ÷ 总成交额/);
  await expect(valueOf(page, '平均每单成交额')).toContainText(/2,324\.32.*总成交额 ÷ 签单数/);
  api.plan('no-deal', 'prospect');
  await page.goto(customerPath('no-deal'));
  await expect(valueOf(page, '签单数')).toHaveText('0');
  await expect(page.getByText('÷')).toHaveCount(0);
});

for (const timezoneId of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });
    test('the time of creation is the same in every time zone', async ({ page }) => {
      await page.goto(customerPath('example'));
      await expect(valueOf(page, '创建时间').getByText('2021-08-01 12:00:00', { exact: true })).toBeVisible();
    });
  });
}

test('a long description unfolds', async ({ page }) => {
  await page.goto(customerPath('long-text'));
  const text = valueOf(page, '客户描述').locator('.long-text-body');
  const folded = (await text.boundingBox()).height;
  await button(page, '展开全文').click();
  await expect.poll(async () => (await text.boundingBox()).height).toBeGreaterThan(folded * 5);
  await button(page, '收起').click();
  await expect.poll(async () => (await text.boundingBox()).height).toBe(folded);
  await expect(alert(page)).toHaveCount(0);
});
