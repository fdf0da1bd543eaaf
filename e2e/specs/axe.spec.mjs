// axe-core finds no violation in any state: both themes, both languages, phone and desktop.

import { violations } from '../support/axe.mjs';
import { nameOf } from '../support/dist.mjs';
import { button, customerPath, heading } from '../support/page.mjs';
import { openState, states } from '../support/states.mjs';
import { expect, test } from '../support/test.mjs';

/** Four runs that cover each pair of theme, language and width. */
const RUNS = {
  zh: [
    { colorScheme: 'light', width: 320 },
    { colorScheme: 'dark', width: 1280 },
  ],
  en: [
    { colorScheme: 'dark', width: 320 },
    { colorScheme: 'light', width: 1280 },
  ],
};

/**
 * Finds Chinese words in the English page: texts and accessible names. Ignores data (it has its own `lang`), the messages of index.html,
 * and announcements before the switch.
 */
const chineseWords = (page) =>
  page.evaluate(() => {
    const isOurs = (element) => element && !element.closest('[lang|=zh], [aria-live], noscript, script, bdi, .avatar, .monogram');
    const isChinese = (text) => /\p{Script=Han}/u.test(text ?? '');
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (isChinese(data) && isOurs(parentElement)) found.push(`Chinese text in ${parentElement.outerHTML}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      const names = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name));
      if (names.some(isChinese) && isOurs(element)) found.push(`Chinese name of ${element.outerHTML}`);
    }
    return found;
  });

// Split into parts, to share them between workers.
const PARTS = 6;
const all = Object.entries(states);

for (let part = 0; part < PARTS; part += 1) {
  test(`no state has a violation (${part + 1} of ${PARTS})`, async ({ context, api, deploy, watch }) => {
    test.setTimeout(120_000);
    watch.allow(/./);
    const usual = await deploy({ config: { signInUrl: '/login' } });
    for (const [name, state] of all.filter((_, place) => place % PARTS === part)) {
      await test.step(name, async () => {
        const { origin } = state.config ? await deploy({ config: state.config }) : usual;
        const page = await context.newPage();
        await openState(page, origin, api, state);
        const found = [];
        for (const [language, runs] of Object.entries(RUNS)) {
          if (language === 'en') {
            await page.keyboard.press('l');
            await expect(page.locator('html')).toHaveAttribute('lang', 'en');
          }
          await state.again?.(page);
          for (const { colorScheme, width } of runs) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 800 });
            found.push(...(await violations(page)).map((line) => `${language} ${colorScheme} ${width}: ${line}`));
          }
          if (language === 'en') found.push(...(await chineseWords(page)));
          await state.leave?.(page);
        }
        await page.evaluate(() => localStorage.clear());
        await page.close();
        expect.soft(found).toEqual([]);
      });
    }
  });
}

test('the start failure message has no violation', async ({ page, watch }) => {
  watch.allow(/./);
  await page.route(`**/${nameOf('.wasm')}`, (route) => route.abort());
  await page.goto(customerPath('example')).catch(() => {});
  await expect(heading(page)).toHaveText('页面无法启动');
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});

test('axe finds seeded violations', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(button(page, '刷新')).toBeVisible();
  await page.evaluate(() => {
    document.querySelector('.properties dt').style.color = '#eee';
    document.querySelector('h2').remove();
    document.querySelector('.copy').removeAttribute('aria-label');
    document.querySelector('.copy').removeAttribute('title');
  });
  const found = await violations(page);
  for (const rule of ['color-contrast', 'button-name']) expect(found.join('\n')).toContain(rule);
});
