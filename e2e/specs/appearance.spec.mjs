// Layout as relations between boxes instead of screenshots, which differ with the fonts of a machine.

import { arrival, button, customerPath } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const customers = ['full', 'sparse', 'odd-types', 'unreadable', 'long-text', 'many-followers'];

async function open(page, id, width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(customerPath(id));
  await arrival(page);
}

for (const id of customers) {
  test(`cards and texts are aligned and never overlap at any width: ${id}`, async ({ page }) => {
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
      const columns = width >= 1800 ? 3 : width >= 1040 ? 2 : 1;
      for (const side of ['left', 'right']) {
        expect(new Set(boxes.map((box) => Math.round(box[side]))).size, `${width}: ${side} edges`).toBe(columns);
      }
      expect(await cutOrOverlapping(page), `${width}`).toEqual([]);
    }
  });
}

/** Texts that are wider than their element, and properties that overlap. */
function cutOrOverlapping(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const element of document.querySelectorAll('h1, h2, dt, dd, li, .button, .badge, .secondary')) {
      if (element.closest('.folded, .visually-hidden, dialog, .unfilled:not([open]) ~ *')) continue;
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
        faults.push(`${element.tagName}.${element.className} is cut off: ${element.textContent.slice(0, 40)}`);
      }
    }
    for (const list of document.querySelectorAll('dl')) {
      const boxes = [...list.children].map((pair) => pair.getBoundingClientRect());
      boxes.forEach((a, index) => {
        const over = boxes.slice(index + 1).some((b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1);
        if (over) faults.push(`a property overlaps another: ${list.children[index].textContent.slice(0, 40)}`);
      });
    }
    return faults;
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
          // On phones the button that copies stands behind it.
          const last = innerWidth < 640 ? property.querySelector('.copy') : undefined;
          const [bar, begin] = [property.querySelector('.bar'), figure].map((element) => element.getBoundingClientRect());
          const gap = last ? bar.right - last.getBoundingClientRect().right : bar.left - begin.left;
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
      - article:
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
          - term: 客户ID
        - region "部门与行业":
          - heading "部门与行业" [level=2]
          - term: 所在部门
          - definition:
            - list:
              - listitem: 亚服
              - listitem: 服务站
              - listitem: 浙江站
            - button "复制所在部门"
        - region "区域":
          - heading "区域" [level=2]
        - region "关注者 共 3 位":
          - heading "关注者 共 3 位" [level=2]
          - list:
            - listitem: 张三
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
          .filter((figure) => figure.textContent.includes('万元'))
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
