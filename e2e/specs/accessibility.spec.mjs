// Accessibility that axe does not check: tab order, focus ring, live regions, motion.

import { arrival, button, customerPath, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Returns the names of the tab stops, in order. Asserts that each has a visible focus ring inside the viewport. */
async function tabStops(page, most) {
  const stops = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const { name, ...focus } = await page.evaluate(() => {
      const { activeElement: element } = document;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
      const { top, left, bottom, right } = element.getBoundingClientRect();
      return {
        name: element === document.body ? null : (element.getAttribute('aria-label') || element.innerText || element.title).trim(),
        isRing: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && opacity === '1',
        isInside: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      };
    });
    if (name === null) break;
    expect(focus, name).toEqual({ isRing: true, isInside: true });
    stops.push(name);
  }
  return stops;
}

test('Tab reaches everything in reading order with a visible focus ring', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  await expect(page.locator('body')).toBeFocused();
  expect(await tabStops(page, 40)).toEqual([
    '跳到主要内容',
    '客户档案',
    '客户ID',
    '前往',
    'English',
    '切换到深色模式',
    '键盘快捷键',
    '复制客户名称',
    '复制客户编号',
    '刷新',
    '打印',
    '复制摘要',
    '更多操作',
    '计算说明',
    '复制总成交额',
    '复制未收款额',
    '复制累计质保金',
    '复制客户描述',
    '复制所在部门',
    '复制行业',
    '复制区域',
    '复制客户ID',
    '复制所在区域编码',
  ]);
});

test('the skip link moves focus to the main content', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, '复制客户名称')).toBeFocused();
});

test('landmarks are unique, trails are not navigation landmarks and decoration is hidden from screen readers', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  for (const role of ['banner', 'main', 'search']) await expect(page.getByRole(role)).toHaveCount(1);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('.bar')).toHaveCount(3);
  for (const decoration of ['.bar', '.avatar', '.icon', '.progress']) {
    await expect(page.locator(`${decoration}:not([aria-hidden=true], [aria-hidden=true] *)`)).toHaveCount(0);
  }
});

test('the record is an article named after the customer', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(page.getByRole('article', { name: '金职院' })).toBeVisible();
});

test('icon buttons have a name and no description that repeats it', async ({ page }) => {
  await page.goto(customerPath('many-followers'));
  await arrival(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const buttons = nodes.filter(({ role, ignored }) => !ignored && role.value === 'button');
  expect(buttons.length).toBeGreaterThan(10);
  for (const { name, description } of buttons) {
    expect(name.value).not.toBe('');
    expect(description?.value ?? '', name.value).not.toBe(name.value);
  }
});

test('a figure is one text node', async ({ page }) => {
  await page.goto(customerPath('exact'));
  await arrival(page);
  const figures = await page.locator('.figure').evaluateAll((all) => all.map((one) => [...one.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).length));
  expect(figures).toEqual([1, 1, 1]);
});

test('a change of theme is announced', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  for (const [name, announcement] of [['切换到深色模式', '已切换到深色'], ['切换到浅色模式', '已切换到浅色']]) {
    await button(page, name).click();
    await expect(page.getByRole('status').filter({ hasText: announcement })).toHaveCount(1);
  }
});

test('the shortcut dialog focuses its heading', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: '键盘快捷键' })).toBeFocused();
});

test('a collapsed text expands when the keyboard or the browser scrolls into it', async ({ page, api }) => {
  const description = `${'一段很长的客户描述。'.repeat(60)} https://hidden.example/ ${'还没有完。'.repeat(20)}结尾在此`;
  api.plan('c', JSON.stringify({ id: '1', name: '甲', description }));
  const text = page.locator('.long-text-body');
  const reach = {
    keyboard: () => page.getByRole('link', { name: 'https://hidden.example/' }).focus(),
    // A script cannot start the browser's search, which scrolls to its match like this.
    search: () => text.evaluate((body) => body.scrollBy(0, 100)),
  };
  for (const [by, find] of Object.entries(reach)) {
    await page.goto(customerPath('c'));
    await arrival(page);
    await expect(text, by).toHaveClass(/folded/);
    await find();
    await expect(text, by).not.toHaveClass(/folded/);
  }
});

test('copying the same value twice is announced twice', async ({ page }) => {
  await page.goto(customerPath('example'));
  await arrival(page);
  await page.evaluate(() => {
    window.announcements = 0;
    const region = document.querySelector('[aria-live=polite]');
    new MutationObserver(() => (window.announcements += region.textContent.includes('已复制') ? 1 : 0)).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  for (const times of [1, 2]) {
    await button(page, '复制总成交额').click();
    await expect.poll(() => page.evaluate(() => window.announcements)).toBeGreaterThanOrEqual(times);
  }
});

test.describe(() => {
  test.use({ reducedMotion: 'reduce' });
  test('reduced motion stops every animation', async ({ page, api }) => {
    const answer = api.held('example');
    api.plan('c', answer);
    await page.goto(customerPath('c'));
    await expect(page.locator('[aria-busy=true] .bone').first()).toBeVisible();
    const moving = () => page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length);
    await expect.poll(moving).toBe(0);
    // By now the skeleton would be animated.
    const veil = page.locator('[aria-busy=true] .breath');
    await expect(veil).toBeVisible();
    expect(await veil.evaluate((veil) => getComputedStyle(veil, '::before').opacity)).toBe('0');
    answer.release();
    await expect(heading(page)).toHaveText('金职院');
    await arrival(page);
    await expect.poll(moving).toBe(0);
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 664 } });
  test('touch targets are 44 pixels high', async ({ page }) => {
    await page.goto(customerPath('many-followers'));
    await arrival(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, summary, header a')]
        .map((element) => ({ name: element.title || element.innerText, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height < 44)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });
});
