// From a phone to a wall: nothing has to be scrolled sideways, nothing jumps.

import { sampleIds } from '../server/answers.mjs';
import { arrival, customerPath, goTo, heading, overflow } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const widths = [320, 768, 1280, 2560];

test('no sample needs scrolling sideways, at any width, in both languages', async ({ page }) => {
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

test('nor does a message, the start page or the sheet', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  const id = 'x'.repeat(300);
  api.plan(id, 'status-404');
  for (const path of [customerPath(id), customerPath('envelope-403'), '/', '/customers/1/edit']) {
    await page.goto(path);
    await arrival(page);
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

test('at 200 % text nothing needs scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const id of ['full', 'exact', 'long-text']) {
    await page.goto(customerPath(id));
    await arrival(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page), id).toBeLessThanOrEqual(0);
  }
});

test('a desk screen reads in columns, a phone in one', async ({ page }) => {
  await page.goto(customerPath('full'));
  const lefts = async () => {
    const cards = await page.getByRole('region').all();
    return new Set(await Promise.all(cards.map(async (card) => Math.round((await card.boundingBox()).x))));
  };
  await arrival(page);
  expect((await lefts()).size).toBeGreaterThanOrEqual(2);
  await page.setViewportSize({ width: 320, height: 800 });
  expect((await lefts()).size).toBe(1);
});

for (const width of [320, 390, 768, 1280, 1920]) {
  test(`nothing jumps when the program and the data come, at ${width}`, async ({ page, api }) => {
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

/** Where the cards are; what stands below a card of unknown height has no place yet. */
async function places(page) {
  const entries = ['finance', 'basics', 'classification', 'area', 'followers'].map(async (name) => {
    const { x, y, width } = await page.locator(`.card-${name}`).boundingBox();
    return [name, { x, width, ...(['finance', 'classification'].includes(name) ? { y } : {}) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Expects the cards that come to stand where their grey shapes stand. */
async function expectSamePlaces(page, answer) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(1);
  const before = await places(page);
  answer.release();
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await arrival(page);
  const after = await places(page);
  for (const [name, place] of Object.entries(before)) {
    for (const side of Object.keys(place)) {
      expect(Math.abs(after[name][side] - place[side]), `${name}: ${side}`).toBeLessThanOrEqual(1);
    }
  }
}

test('the skeleton has the place and the width of what comes', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c', answer);
  await page.goto(customerPath('c'));
  await expectSamePlaces(page, answer);
});

test('so has the skeleton of the next customer', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c', answer);
  await page.goto(customerPath('example'));
  await arrival(page);
  await goTo(page, 'c');
  await expectSamePlaces(page, answer);
});

test('nothing of the next customer is behind the bar at the top', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c', answer);
  await page.setViewportSize({ width: 320, height: 480 });
  await page.goto(customerPath('example'));
  await arrival(page);
  await goTo(page, 'c');
  await expect(page.getByRole('main')).toBeFocused();
  const distance = async (what) => {
    const bar = await page.locator('.topbar').boundingBox();
    return (await what.boundingBox()).y - bar.y - bar.height;
  };
  expect(await distance(page.locator('.freshness'))).toBeGreaterThanOrEqual(0);
  answer.release();
  await arrival(page);
  await expect(heading(page)).toBeFocused();
  expect(await distance(heading(page))).toBeGreaterThanOrEqual(0);
  expect(await distance(page.locator('.freshness'))).toBeGreaterThanOrEqual(0);
});

test('a slow answer shows the progress bar, a fast one does not', async ({ page, api }) => {
  const answer = api.held('full');
  api.plan('c', answer);
  await page.goto(customerPath('c'));
  await expect(page.locator('[aria-busy=true] .progress')).toBeVisible();
  answer.release();
  await arrival(page);
  await expect(page.locator('.progress:visible')).toHaveCount(0);
});
