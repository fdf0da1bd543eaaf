// What axe cannot see: the order of the keyboard, where the focus is, what is said as it happens, motion.

import { arrival, button, customerPath, goTo, heading, stepsOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

/** What the tab key reaches, in order, by name, until it has been everywhere. */
async function tabStops(page, most) {
  const stops = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element === document.body ? null : (element.getAttribute('aria-label') ?? element.innerText).trim();
    });
    if (name === null) break;
    stops.push(name);
  }
  return stops;
}

test('the keyboard goes through everything in reading order', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  expect(await tabStops(page, 40)).toEqual([
    '跳到主要内容',
    '客户档案',
    '客户ID',
    '前往',
    'English',
    '切换到深色',
    '键盘快捷键',
    '复制客户名称',
    '复制客户编号',
    '刷新',
    '打印',
    '复制摘要',
    '计算说明',
    '复制总成交额',
    '复制未收款额',
    '复制累计质保金',
    '复制客户ID',
    '复制客户描述',
    '复制所在部门',
    '复制行业',
    '复制区域',
    '复制所在区域编码',
  ]);
});

test('each stop of the keyboard can be seen', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  for (let stop = 0; stop < 22; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(document.activeElement);
      const { top, left, bottom, right } = document.activeElement.getBoundingClientRect();
      const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      return { outlineStyle, width: parseFloat(outlineWidth), opacity, isInside };
    });
    expect(seen).toEqual({ outlineStyle: 'solid', width: expect.any(Number), opacity: '1', isInside: true });
    expect(seen.width).toBeGreaterThanOrEqual(2);
  }
});

test('the skip link leads to the main part', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, '复制客户名称')).toBeFocused();
});

test('the first page leaves the focus alone, each move takes it to the new heading', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  await expect(page.locator('body')).toBeFocused();
  await goTo(page, 'full');
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await expect(heading(page)).toBeFocused();
  await goTo(page, 'nobody');
  await expect(heading(page)).toHaveText('未找到该客户');
  await arrival(page);
  await expect(heading(page)).toBeFocused();
  await page.getByRole('link', { name: '客户档案' }).click();
  await expect(heading(page)).toHaveText('查找客户');
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(heading(page)).toHaveText('未找到该客户');
  await arrival(page);
  await expect(heading(page)).toBeFocused();
});

test('landmarks, and headings in order', async ({ page }) => {
  await page.goto(customerPath('full'));
  await arrival(page);
  for (const role of ['banner', 'main', 'search']) await expect(page.getByRole(role)).toHaveCount(1);
  for (const name of ['财务', '基本信息', '部门与行业', '区域', '关注者']) {
    await expect(page.getByRole('region', { name: new RegExp(`^${name}`) })).toHaveCount(1);
  }
  const levels = await page.getByRole('heading').evaluateAll((all) => all.map((one) => one.tagName));
  expect(levels).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H2']);
});

test('labels and values are pairs of a list, trails are lists and no navigation', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  const odd = await page.evaluate(() =>
    [...document.querySelectorAll('dl > div')].filter((pair) => [...pair.children].map((child) => child.tagName).join() !== 'DT,DD').length,
  );
  expect(odd).toBe(0);
  expect(await page.locator('dl > div').count()).toBeGreaterThan(20);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(stepsOf(page, '所在部门')).toHaveCount(3);
  // Its term names a list already; another name would be the same word twice.
  await expect(page.locator('ol[aria-label], ul[aria-label]')).toHaveCount(0);
});

test('what happens is said', async ({ page, api }) => {
  const answer = api.held('example');
  api.plan('c', answer, 'example');
  const said = (text) => page.getByRole('status').filter({ hasText: text });
  await page.goto(customerPath('c'));
  await expect(said('正在加载…')).toHaveCount(1);
  answer.release();
  await expect(said('已加载：金职院')).toHaveCount(1);
  await button(page, '复制客户ID').first().click();
  await expect(said('已复制客户ID')).toHaveCount(1);
  await button(page, '刷新').click();
  await expect(said(/^更新于/)).toHaveCount(1);
});

test('copying the same value twice is said twice', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  await page.evaluate(() => {
    window.said = 0;
    const region = document.querySelector('[aria-live=polite]');
    new MutationObserver(() => (window.said += region.textContent.includes('已复制') ? 1 : 0)).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  for (const times of [1, 2]) {
    await button(page, '复制总成交额').click();
    await expect.poll(() => page.evaluate(() => window.said)).toBeGreaterThanOrEqual(times);
  }
});

test('pictures have their text beside them', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('金职院');
  await arrival(page);
  for (const picture of ['.bar', '.avatar', '.icon', '.progress']) {
    await expect(page.locator(`${picture}:not([aria-hidden=true], [aria-hidden=true] *)`)).toHaveCount(0);
  }
  await expect(page.locator('.bar')).toHaveCount(3);
});

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('nothing moves', async ({ page, api }) => {
    const answer = api.held('example');
    api.plan('c', answer);
    await page.goto(customerPath('c'));
    await expect(page.locator('[aria-busy=true] .bone').first()).toBeVisible();
    const moving = () => page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length);
    await expect.poll(moving).toBe(0);
    // What would breathe is there by now, and hides nothing.
    const veil = page.locator('[aria-busy=true] .breath');
    await expect(veil).toBeVisible();
    expect(await veil.evaluate((veil) => getComputedStyle(veil, '::before').opacity)).toBe('0');
    answer.release();
    await expect(heading(page)).toHaveText('金职院');
    await arrival(page);
    await expect.poll(moving).toBe(0);
  });
});

test('without that wish the skeleton breathes', async ({ page }) => {
  await page.goto(customerPath('hang'));
  await expect(page.locator('[aria-busy=true] .bone').first()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length))
    .toBeGreaterThan(0);
});

test('what a finger has to hit is large enough', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(customerPath('full'));
  await arrival(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, header a, main a')]
      .map((element) => ({ name: element.getAttribute('aria-label') ?? element.innerText, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});
