// Copying: the exact, whole value, and word of it only when it has happened.

import { arrival, button, customerPath, stepsOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const announcement = (page, text) => page.getByRole('status').filter({ hasText: text });

/** What is in the clipboard: pasted into a page of its own, because the page's own policy forbids it to read there. */
async function clipboard(page) {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').press('ControlOrMeta+v');
  const text = await paper.locator('textarea').inputValue();
  await paper.close();
  await page.bringToFront();
  return text;
}

async function open(page, id) {
  await page.goto(customerPath(id));
  await arrival(page);
}

test('every copy button copies its exact value and says so', async ({ page }) => {
  await open(page, 'exact');
  for (const [label, value] of [
    ['客户名称', '上海申浦临港联合供应链金融服务有限公司'],
    ['客户ID', '1725934800123456789'],
    ['客户编号', '0000000000000000072'],
    ['总成交额', '9007199254740993.25'],
    ['未收款额', '123456789012345678901234567890.10'],
    ['累计质保金', '-0.50'],
    ['所在部门', '华东大区 / 上海分公司 / 金融行业组'],
    ['行业', '金融业 / 其他金融业 / 供应链金融'],
    ['区域', '上海市 / 市辖区 / 浦东新区'],
    ['所在区域编码', '31 / 3101 / 310115'],
  ]) {
    await button(page, `复制${label}`).first().click();
    await expect(announcement(page, `已复制${label}`)).toHaveCount(1);
    expect(await clipboard(page)).toBe(value);
  }
});

/** Both forms in the clipboard, as a page is given them that something is pasted into; of the HTML the table's rows. */
async function forms(page) {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.evaluate(() => {
    window.pasted = new Promise((done) => {
      addEventListener('paste', ({ clipboardData }) => {
        done(['text/plain', 'text/html'].map((type) => clipboardData.getData(type)));
      });
    });
  });
  await paper.locator('textarea').press('ControlOrMeta+v');
  const pasted = await paper.evaluate(async () => {
    const [text, html] = await window.pasted;
    const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
    const cells = (row) => [...row.cells].map((cell) => [cell.textContent, cell.getAttribute('style') ?? '']);
    return { text, html, rows: rows.map(cells) };
  });
  await paper.close();
  await page.bringToFront();
  return pasted;
}

test('a customer is copied in one action, as a text and as a row of a table', async ({ page, site }) => {
  await open(page, 'exact');
  await button(page, '复制摘要').click();
  await expect(announcement(page, '已复制摘要')).toHaveCount(1);
  const { text, rows } = await forms(page);
  expect(text.split('\n')).toEqual([
    '上海申浦临港联合供应链金融服务有限公司',
    '客户编号：\t0000000000000000072',
    expect.stringMatching(/^客户类型：\t./),
    expect.stringMatching(/^负责人：\t./),
    '总成交额：\t9,007,199,254,740,993.25',
    '未收款额：\t123,456,789,012,345,678,901,234,567,890.10',
    '累计质保金：\t-0.50',
    `${site.origin}/customers/exact`,
  ]);
  expect(rows).toHaveLength(1);
  const [[, number, , , turnover]] = rows;
  expect(number).toEqual(['0000000000000000072', expect.stringContaining('mso-number-format')]);
  expect(turnover).toEqual(['9007199254740993.25', '']);
});

test('in English a customer is copied in English, in the configured currency', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY' } });
  await page.goto(`${origin}${customerPath('example')}`);
  await arrival(page);
  await page.keyboard.press('l');
  await button(page, 'Copy summary').click();
  await expect(announcement(page, 'Copied: summary')).toHaveCount(1);
  const { text } = await forms(page);
  expect(text.split('\n').slice(1, 5)).toEqual([
    'Customer no.:\t00001',
    'Customer type:\tClient',
    'Account manager:\t张三',
    'Total turnover:\tCN¥2,324.32',
  ]);
});

test('where only text can be copied, the summary is a text', async ({ page }) => {
  await page.addInitScript(() => (document.execCommand = () => false));
  await open(page, 'example');
  await button(page, '复制摘要').click();
  await expect(announcement(page, '已复制摘要')).toHaveCount(1);
  const { text, html } = await forms(page);
  expect(text).toContain('金职院\n客户编号：\t');
  expect(html).toBe('');
});

test('by keyboard, and the focus stays', async ({ page }) => {
  await open(page, 'example');
  await button(page, '复制总成交额').press('Enter');
  await expect(announcement(page, '已复制总成交额')).toHaveCount(1);
  await expect(button(page, '复制总成交额')).toBeFocused();
  expect(await clipboard(page)).toBe('2324.32');
});

test('a clipboard that refuses: the older way copies', async ({ page }) => {
  await page.addInitScript(() => {
    window.refused = 0;
    navigator.clipboard.constructor.prototype.writeText = () => {
      window.refused += 1;
      return Promise.reject(new DOMException('denied', 'NotAllowedError'));
    };
  });
  await open(page, 'example');
  await button(page, '复制总成交额').click();
  await expect(announcement(page, '已复制总成交额')).toHaveCount(1);
  expect(await page.evaluate(() => window.refused)).toBe(1);
  expect(await clipboard(page)).toBe('2324.32');
  await expect(button(page, '复制总成交额')).toBeFocused();
});

test('where nothing copies, the page says so and does not claim it', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.constructor.prototype.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    Document.prototype.execCommand = () => false;
    window.said = [];
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status]')) window.said.push(region.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(customerPath('example'));
  await button(page, '复制所在部门').click();
  await expect(announcement(page, '复制失败，请手动选择文字')).toHaveCount(1);
  expect(await page.evaluate(() => window.said.filter((text) => text.includes('已复制')))).toEqual([]);
});

test('over plain HTTP, where there is no navigator.clipboard', async ({ page, site, watch }) => {
  watch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto(`http://plain-http.test:${new URL(site.origin).port}${customerPath('example')}`);
  expect(await page.evaluate(() => [isSecureContext, typeof navigator.clipboard])).toEqual([false, 'undefined']);
  await button(page, '复制所在部门').click();
  await expect(announcement(page, '已复制所在部门')).toHaveCount(1);
  expect(await clipboard(page)).toBe('亚服 / 服务站 / 浙江站');
});

/** Selects by hand, from the start of one step to the end of another. */
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

test('a trail selected by hand is copied with its separators', async ({ page }) => {
  await open(page, 'example');
  await selectSteps(page, 0, 2);
  await expect.poll(() => clipboard(page)).toBe('亚服 / 服务站 / 浙江站');
  await selectSteps(page, 1, 2);
  await expect.poll(() => clipboard(page)).toBe('服务站 / 浙江站');
  await selectSteps(page, 1, 1);
  await expect.poll(() => clipboard(page)).toBe('服务站');
});
