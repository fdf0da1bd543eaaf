// What a designer would notice, as relations between boxes instead of pictures: these hold with any machine's fonts.

import { arrival, button, customerPath } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const customers = ['full', 'sparse', 'odd-types', 'unreadable', 'long-text', 'many-followers'];
const themes = ['light', 'dark'];

async function open(page, id, width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(customerPath(id));
  await arrival(page);
}

for (const width of [320, 768, 1280, 1920]) {
  test(`cards stand apart, in line with each other, at ${width}`, async ({ page }) => {
    for (const id of customers) {
      await open(page, id, width);
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
          expect(apart, `${id}: ${a.name} lies over ${b.name}`).toBe(true);
        }
      }
      // Every card's left edge is one of a column's, and so is its right edge.
      const columns = width >= 1800 ? 3 : width >= 1040 ? 2 : 1;
      for (const side of ['left', 'right']) {
        expect(new Set(boxes.map((box) => Math.round(box[side]))).size, `${id}: ${side} edges`).toBe(columns);
      }
    }
  });

  test(`no text is cut off or lies over its neighbour, at ${width}`, async ({ page }) => {
    for (const id of customers) {
      await open(page, id, width);
      const faults = await page.evaluate(() => {
        const faults = [];
        for (const element of document.querySelectorAll('h1, h2, dt, dd, li, .button, .badge, .secondary')) {
          // What is not filled in is hidden from the eye, until it is asked for.
          if (element.closest('.folded, .visually-hidden, dialog, .unfilled:not([open]) ~ *')) continue;
          if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
            faults.push(`${element.tagName}.${element.className} is wider than its place: ${element.textContent.slice(0, 40)}`);
          }
        }
        for (const list of document.querySelectorAll('dl')) {
          const boxes = [...list.children].map((pair) => pair.getBoundingClientRect());
          boxes.forEach((a, index) => {
            const over = boxes.slice(index + 1).some((b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1);
            if (over) faults.push(`a property lies over another: ${list.children[index].textContent.slice(0, 40)}`);
          });
        }
        return faults;
      });
      expect(faults, id).toEqual([]);
    }
  });
}

test('figures of up to nine digits and two decimals stand on one line, and begin with their bars, on phones end with them', async ({ page }) => {
  for (const width of [320, 1280]) {
    for (const id of ['example', 'full', 'long-text', 'many-followers']) {
      await open(page, id, width);
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

test('what can be pressed is large enough for a finger', async ({ page }) => {
  await open(page, 'many-followers', 320);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input')]
      .filter((element) => element.offsetParent && !element.closest('.skip-link, dialog'))
      .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});

for (const theme of themes) {
  test(`surfaces, bars and badges tell themselves apart in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, 'full');
    const colours = await page.evaluate(() => {
      const background = (selector) => getComputedStyle(document.querySelector(selector)).backgroundColor;
      return {
        ground: background('html'),
        surface: background('.card'),
        track: background('.bar'),
        turnover: background('.bar-turnover'),
        outstanding: background('.bar-outstanding'),
        retention: background('.bar-retention'),
        badge: background('.badge'),
      };
    });
    expect(new Set(Object.values(colours)).size, JSON.stringify(colours)).toBe(Object.keys(colours).length);
    const lightness = colours.ground.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    if (theme === 'dark') expect(lightness).toBeLessThan(64);
    else expect(lightness).toBeGreaterThan(192);
  });
}

/** What each part is painted with: the tokens of style/tokens.css, which are this page's palette. */
const paint = {
  html: { backgroundColor: 'ground' },
  body: { color: 'ink' },
  '.topbar': { backgroundColor: 'surface', borderBottomColor: 'line' },
  '.card-finance': { backgroundColor: 'surface', borderTopColor: 'line', boxShadow: 'elevation', borderTopLeftRadius: 'radius-m' },
  '.properties dt': { color: 'ink-soft', fontSize: 'size-s' },
  '.properties dd': { color: 'ink' },
  '.badge-positive': { backgroundColor: 'positive-ground', color: 'positive' },
  '.bar-turnover': { backgroundColor: 'bar-turnover' },
  '.bar-outstanding': { backgroundColor: 'bar-outstanding' },
  '.bar-retention': { backgroundColor: 'bar-retention' },
  '.bar': { backgroundColor: 'sunken' },
  '.button-primary': { backgroundColor: 'accent-fill', color: 'on-accent' },
  '.secondary': { color: 'ink-soft' },
};

for (const theme of themes) {
  test(`every part is painted with its tokens in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, 'full');
    const differences = await page.evaluate((paint) => {
      const probe = document.body.appendChild(document.createElement('i'));
      const different = [];
      for (const [selector, properties] of Object.entries(paint)) {
        const style = getComputedStyle(document.querySelector(selector));
        for (const [property, token] of Object.entries(properties)) {
          probe.style[property] = `var(--${token})`;
          const wanted = getComputedStyle(probe)[property];
          if (style[property] !== wanted) different.push(`${selector} ${property}: ${style[property]}, not ${wanted}`);
        }
      }
      probe.remove();
      return different;
    }, paint);
    expect(differences).toEqual([]);
  });
}

test('the page reads in this order', async ({ page }) => {
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

test('an amount never breaks from its unit, nor inside it', async ({ page, deploy }) => {
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

test('in forced colours bars, badge and the mark of a copy can still be told from what is around them', async ({ page }) => {
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
