// No horizontal scrolling and no layout shift, from phones to wide screens.

import { sampleIds } from '../server/answers.mjs';
import { arrival, customerPath, goTo, heading, overflow } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const widths = [320, 768, 1280, 2560];

test('no sample scrolls sideways at any width in either language', async ({ page }) => {
  for (const id of sampleIds) {
    await page.goto(customerPath(id));
    await arrival(page);
    for (const language of ['en', 'zh-CN']) {
      await page.keyboard.press('l');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${id} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  }
});

test('messages, the start page and the shortcut dialog do not scroll sideways', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  const id = 'x'.repeat(300);
  api.plan(id, 'status-404');
  for (const path of [customerPath(id), customerPath('envelope-403'), '/', '/customers/1/edit']) {
    await page.goto(path);
    await arrival(page);
    // Keys would be typed into the lookup box of the start page.
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
      const box = await page.getByRole('dialog').boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    await page.keyboard.press('Escape');
  }
});

test('nothing scrolls sideways at 200 % text size', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const id of ['full', 'exact', 'long-text']) {
    await page.goto(customerPath(id));
    await arrival(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page), id).toBeLessThanOrEqual(0);
  }
});

for (const width of [320, 768, 1920]) {
  test(`loading causes no layout shift at ${width}`, async ({ page, api }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          const moved = sources.map(({ node, previousRect: { x, y }, currentRect }) => {
            const name = node?.className || node?.nodeName;
            return `${name} from ${x},${y} to ${currentRect.x},${currentRect.y}`;
          });
          window.shifts.push({ value, moved });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const answer = api.held('full');
    api.plan('c', answer);
    await page.goto(customerPath('c'));
    await expect(page.locator('[aria-busy=true]')).toHaveCount(1);
    answer.release();
    await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
    await arrival(page);
    // Shifts are reported after a frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

/** Returns the positions of the cards; without y below a card whose height is unknown while loading. */
async function cardPositions(page) {
  const entries = ['finance', 'basics', 'classification', 'followers', 'identifiers'].map(async (name) => {
    const { x, y, width } = await page.locator(`.card-${name}`).boundingBox();
    return [name, { x, width, ...(['finance', 'classification'].includes(name) ? { y } : {}) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('the skeleton has the position and width of the cards, on loading and on navigation', async ({ page, api }) => {
  for (const navigate of [() => page.goto(customerPath('c')), () => goTo(page, 'd')]) {
    const answer = api.held('full');
    api.plan('c', answer);
    api.plan('d', answer);
    await navigate();
    await expect(page.locator('[aria-busy=true] .progress')).toBeVisible();
    const before = await cardPositions(page);
    answer.release();
    await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
    await arrival(page);
    await expect(page.locator('.progress:visible')).toHaveCount(0);
    const after = await cardPositions(page);
    for (const [name, place] of Object.entries(before)) {
      for (const side of Object.keys(place)) {
        expect(Math.abs(after[name][side] - place[side]), `${name}: ${side}`).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('navigation scrolls the customer clear of the top bar', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c', answer);
  await page.setViewportSize({ width: 320, height: 480 });
  await page.goto(customerPath('example'));
  await arrival(page);
  await goTo(page, 'c');
  await expect(page.getByRole('main')).toBeFocused();
  const distance = async (locator) => {
    const bar = await page.locator('.topbar').boundingBox();
    return (await locator.boundingBox()).y - bar.y - bar.height;
  };
  expect(await distance(page.locator('.freshness'))).toBeGreaterThanOrEqual(0);
  answer.release();
  await arrival(page);
  await expect(heading(page)).toBeFocused();
  expect(await distance(heading(page))).toBeGreaterThanOrEqual(0);
  expect(await distance(page.locator('.freshness'))).toBeGreaterThanOrEqual(0);
});
