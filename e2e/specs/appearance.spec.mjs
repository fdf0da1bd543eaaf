// Layout as relations between boxes. Screenshots would differ with the fonts of the machine.

import { sample } from '../server/answers.mjs';
import { arrival, button, customerPath, overflow } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const customers = ['full', 'sparse', 'odd-types', 'unreadable', 'long-text', 'many-followers'];

async function open(page, id, width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(customerPath(id));
  await arrival(page);
}

for (const id of customers) {
  test(`cards are aligned and never overlap at any width: ${id}`, async ({ page }) => {
    await open(page, id);
    for (const width of [320, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('.card')].map((card) => {
          const { left, right, top, bottom } = card.getBoundingClientRect();
          return { name: card.className, left, right, top, bottom };
        }),
      );
      expect(boxes).toHaveLength(5);
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, `${width}: ${a.name} overlaps ${b.name}`).toBe(true);
        }
      }
      // Every card's left edge is one of a column's, and so is its right edge.
      const columns = width >= 1800 ? 3 : width >= 640 ? 2 : 1;
      for (const side of ['left', 'right']) {
        expect(new Set(boxes.map((box) => Math.round(box[side]))).size, `${width}: ${side} edges`).toBe(columns);
      }
    }
  });
}

test('figures of up to nine digits fit on one line and are aligned with their bars', async ({ page }) => {
  for (const id of ['example', 'full', 'long-text', 'many-followers']) {
    await open(page, id);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const figures = await page.evaluate(() =>
        [...document.querySelectorAll('.amounts .property')].map((property) => {
          const figure = property.querySelector('.figure');
          const range = document.createRange();
          range.selectNodeContents(figure);
          const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size;
          const [bar, text] = [property.querySelector('.bar'), figure].map((element) => element.getBoundingClientRect());
          const gap = innerWidth < 640 ? bar.right - text.right : bar.left - text.left;
          return { text: figure.textContent, lines, gap: Math.round(gap) };
        }),
      );
      expect(figures).toHaveLength(3);
      for (const { text, lines, gap } of figures) expect({ lines, gap }, `${id} at ${width}: ${text}`).toEqual({ lines: 1, gap: 0 });
    }
  }
});

test('buttons, links and boxes are at least 24 pixels wide and high', async ({ page }) => {
  for (const id of ['full', 'many-followers']) {
    await open(page, id, 320);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input')]
        .filter((element) => element.offsetParent && !element.closest('.skip-link, dialog'))
        .map((element) => ({ name: element.getAttribute('aria-label') ?? element.className, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  }
});

test('a customer has the expected accessibility tree', async ({ page }) => {
  await open(page, 'example');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - article "金职院":
        - heading "金职院" [level=1]
        - button "复制客户名称"
        - term: 客户类型
        - definition: 正式客户
        - status: /更新于 \\d\\d:\\d\\d/
        - button "刷新"
        - button "打印"
        - button "复制摘要"
        - region "财务":
          - heading "财务" [level=2]
          - term: 总成交额
        - region "基本信息":
          - heading "基本信息" [level=2]
          - term: 客户描述
        - region "归属信息":
          - heading "归属信息" [level=2]
          - term: 所在部门
          - definition:
            - list:
              - listitem: 亚服
              - listitem: 服务站
              - listitem: 浙江站
            - button "复制所在部门"
        - region "关注者 共 3 位":
          - heading "关注者 共 3 位" [level=2]
          - list:
            - listitem: 张三
        - region "标识":
          - heading "标识" [level=2]
          - term: 客户ID
  `);
});

test('an amount and its unit never wrap', async ({ page, deploy }) => {
  const { origin } = await deploy({ config: { currency: 'CNY', unit: '万元' } });
  for (const id of ['example', 'full', 'exact', 'long-text']) {
    await page.goto(`${origin}${customerPath(id)}`);
    await arrival(page);
    for (const width of [320, 390, 768, 1039, 1040, 1100, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('.figure, .money')]
          // Longer numbers are not amounts of money: they may wrap.
          .filter((figure) => figure.textContent.includes('万元') && figure.textContent.length < 40)
          .filter((figure) => {
            const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
            let last;
            while (texts.nextNode()) if (texts.currentNode.data.trim()) last = texts.currentNode;
            const range = document.createRange();
            range.selectNodeContents(last);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
          })
          .map((figure) => figure.textContent),
      );
      expect(broken, `${id} at ${width}`).toEqual([]);
    }
  }
});

test('description and followers are on the first screen of a laptop, above the ids', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await page.goto(customerPath('full'));
  await arrival(page);
  const top = async (locator) => (await locator.boundingBox()).y;
  const ids = await top(page.locator('.card-identifiers'));
  for (const locator of [page.locator('.long-text'), page.locator('.follower').first()]) {
    expect(await top(locator)).toBeLessThan(Math.min(600, ids));
  }
});

test('the first screen of a phone has name, type, manager, contacts and the three amounts', async ({ browser, contextOptions, api, site }) => {
  const phone = await browser.newContext({ ...contextOptions, hasTouch: true, isMobile: true, viewport: { width: 390, height: 664 } });
  const page = await phone.newPage();
  const numbers = Array.from({ length: 1000 }, (_, number) => `${13800000000 + number}`);
  const { name, ...full } = sample('full');
  api.plan('c1', JSON.stringify({ ...full, name, description: numbers.join('、') }));
  await page.goto(`${site.origin}${customerPath('c1')}`);
  await arrival(page);
  const tags = page.locator('.profile-tags');
  const parts = [page.getByRole('heading', { level: 1 }), tags.getByText('正式客户'), tags.getByText('陈思远')];
  const amounts = await page.locator('.amounts .property').all();
  expect(amounts).toHaveLength(3);
  const contacts = await page.getByRole('list', { name: '联系方式' }).locator('a, button').all();
  expect(contacts).toHaveLength(12);
  for (const part of [...parts, ...amounts, ...contacts]) {
    const { y, height } = await part.boundingBox();
    expect(y + height).toBeLessThanOrEqual(664);
  }
  for (const contact of contacts) {
    const { width, height } = await contact.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await phone.close();
});

test('large amounts are also shown in a large unit unless a unit is configured', async ({ page, deploy }) => {
  await page.goto(customerPath('full'));
  await arrival(page);
  await expect(page.locator('.amounts .approximation')).toHaveText(['≈ 1,284.6 万', '≈ 231.9 万', '≈ 64.2 万']);
  await page.keyboard.press('l');
  await expect(page.locator('.amounts .approximation')).toHaveText(['≈ 12.85 M', '≈ 2.32 M', '≈ 642.3 K']);
  const { origin } = await deploy({ config: { unit: '万元' } });
  await page.goto(origin + customerPath('full'));
  await arrival(page);
  await expect(page.locator('.approximation')).toHaveCount(0);
});

test('forced colours keep bars, badges, focus and copy confirmation visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(customerPath('full'));
  await arrival(page);
  await button(page, '复制客户名称').click();
  const style = (selector, property) => page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
  expect(await style('.bar > div', 'backgroundColor')).not.toBe(await style('.bar', 'backgroundColor'));
  for (const selector of ['.bar', '.badge', '.monogram', '.avatar']) expect(await style(selector, 'borderTopWidth')).toBe('1px');
  await expect.poll(() => style('.copied', 'outlineStyle')).toBe('solid');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)).toBe('solid');
});
