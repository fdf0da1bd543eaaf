// Copying with a real clipboard and a real selection. What each button copies: tests/browser/copying.rs.

import { arrival, button, customerPath, stepsOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const announcement = (page, text) => page.getByRole('status').filter({ hasText: text });

/** Returns the clipboard's text by pasting into another page: Permissions-Policy forbids this page to read it. */
async function clipboard(page) {
  const other = await page.context().newPage();
  await other.setContent('<textarea></textarea>');
  await other.locator('textarea').press('ControlOrMeta+v');
  const text = await other.locator('textarea').inputValue();
  await other.close();
  await page.bringToFront();
  return text;
}

async function open(page, id) {
  await page.goto(customerPath(id));
  await arrival(page);
}

/** Returns the clipboard's text and HTML from a paste event, and the rows of the HTML table. */
async function clipboardFormats(page) {
  const other = await page.context().newPage();
  await other.setContent('<textarea></textarea>');
  await other.evaluate(() => {
    window.pasted = new Promise((done) => {
      addEventListener('paste', ({ clipboardData }) => {
        done(['text/plain', 'text/html'].map((type) => clipboardData.getData(type)));
      });
    });
  });
  await other.locator('textarea').press('ControlOrMeta+v');
  const pasted = await other.evaluate(async () => {
    const [text, html] = await window.pasted;
    const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
    const cells = (row) => [...row.cells].map((cell) => [cell.textContent, cell.getAttribute('style') ?? '']);
    return { text, html, rows: rows.map(cells) };
  });
  await other.close();
  await page.bringToFront();
  return pasted;
}

test('the summary is copied as lines and as a table, a row as a table', async ({ page, site }) => {
  await open(page, 'exact');
  await button(page, '复制摘要').click();
  await expect(announcement(page, '已复制摘要')).toHaveCount(1);
  const summary = await clipboardFormats(page);
  expect(summary.text.split('\n')).toEqual([
    '客户名称：上海申浦临港联合供应链金融服务有限公司',
    '客户ID：1725934800123456789',
    '客户编号：0000000000000000072',
    expect.stringMatching(/^客户类型：./),
    expect.stringMatching(/^负责人：./),
    '总成交额：9,007,199,254,740,993.25',
    '未收款额：123,456,789,012,345,678,901,234,567,890.10',
    '累计质保金：-0.50',
    expect.stringMatching(/^数据时间：\d{4}-\d\d-\d\d \d\d:\d\d$/),
    `链接：${site.origin}/customers/exact`,
  ]);
  expect(summary.rows.map((cells) => cells.map(([text]) => text).join('：'))).toEqual(summary.text.split('\n'));

  await page.getByLabel('更多操作').click();
  await button(page, '复制表格行').click();
  await expect(announcement(page, '已复制表格行')).toHaveCount(1);
  const { rows, text } = await clipboardFormats(page);
  expect(rows).toHaveLength(1);
  expect(rows[0].map(([text]) => text).join('\t')).toBe(text);
  const ofTypeText = expect.stringContaining('mso-number-format');
  expect(rows[0][2]).toEqual(['0000000000000000072', ofTypeText]);
  expect(rows[0][7]).toEqual(['-0.50', '']);
});

test('a copied number has a cell of type text if a spreadsheet would change it', async ({ page }) => {
  await open(page, 'exact');
  await button(page, '复制客户ID').click();
  await expect(announcement(page, '已复制客户ID')).toHaveCount(1);
  const { text, rows } = await clipboardFormats(page);
  expect(text).toBe('1725934800123456789');
  expect(rows).toEqual([[[text, expect.stringContaining('mso-number-format')]]]);
});

test('the summary has the language of the page and the configured currency', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY' } });
  await page.goto(`${origin}${customerPath('example')}`);
  await arrival(page);
  await page.keyboard.press('l');
  await button(page, 'Copy summary').click();
  await expect(announcement(page, 'Summary copied')).toHaveCount(1);
  const { text } = await clipboardFormats(page);
  expect(text.split('\n').slice(1, 6)).toEqual([
    'Customer ID: id',
    'Customer no.: 00001',
    'Customer type: Client',
    'Account manager: 张三',
    'Total sales: CN¥2,324.32',
  ]);
});

test('the summary is copied as text if the browser cannot copy HTML', async ({ page }) => {
  await page.addInitScript(() => (document.execCommand = () => false));
  await open(page, 'example');
  await button(page, '复制摘要').click();
  await expect(announcement(page, '已复制摘要')).toHaveCount(1);
  const { text, html } = await clipboardFormats(page);
  expect(text).toContain('客户名称：金职院\n客户ID：');
  expect(html).toBe('');
});

test('copying by keyboard keeps the focus', async ({ page }) => {
  await open(page, 'example');
  await button(page, '复制总成交额').press('Enter');
  await expect(announcement(page, '已复制总成交额')).toHaveCount(1);
  await expect(button(page, '复制总成交额')).toBeFocused();
  expect(await clipboard(page)).toBe('2324.32');
});

test('copying works over plain HTTP without navigator.clipboard', async ({ page, site, watch }) => {
  watch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto(`http://plain-http.test:${new URL(site.origin).port}${customerPath('example')}`);
  expect(await page.evaluate(() => [isSecureContext, typeof navigator.clipboard])).toEqual([false, 'undefined']);
  await button(page, '复制所在部门').click();
  await expect(announcement(page, '已复制所在部门')).toHaveCount(1);
  expect(await clipboard(page)).toBe('亚服 / 服务站 / 浙江站');
});

/** Selects from the start of one step to the end of another, and copies. */
async function selectSteps(page, from, to) {
  await stepsOf(page, '所在部门').first().evaluate(
    (first, [from, to]) => {
      const steps = first.parentElement.children;
      getSelection().setBaseAndExtent(steps[from], 0, steps[to], steps[to].childNodes.length);
    },
    [from, to],
  );
  await page.keyboard.press('ControlOrMeta+c');
}

test('a selected trail is copied with its separators', async ({ page }) => {
  await open(page, 'example');
  await selectSteps(page, 0, 2);
  await expect.poll(() => clipboard(page)).toBe('亚服 / 服务站 / 浙江站');
  await selectSteps(page, 1, 2);
  await expect.poll(() => clipboard(page)).toBe('服务站 / 浙江站');
  await selectSteps(page, 1, 1);
  await expect.poll(() => clipboard(page)).toBe('服务站');
});
