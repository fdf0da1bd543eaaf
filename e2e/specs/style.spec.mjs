// The parsed style sheets: classes, custom properties, both themes, contrast of graphics. Contrast of text: axe.spec.mjs.

import { addAxe } from '../support/axe.mjs';
import { customerPath } from '../support/page.mjs';
import { openState, states } from '../support/states.mjs';
import { expect, test } from '../support/test.mjs';

/** Classes without a style, by which the tests find elements that have no role. */
const HOOKS = ['card-classification', 'card-followers', 'follower-name', 'record'];

/** Returns every style rule: `{ selector, media, text, names }`; `names` are the custom properties it defines. */
function rulesOf(page) {
  return page.evaluate(() => {
    const found = [];
    const collect = (rules, media) => {
      for (const rule of rules) {
        if (rule.selectorText) found.push({ selector: rule.selectorText, media, text: rule.cssText, names: [...rule.style].filter((name) => name.startsWith('--')) });
        if (rule.cssRules) collect(rule.cssRules, rule.media?.mediaText ?? media);
      }
    };
    for (const sheet of document.styleSheets) collect(sheet.cssRules, '');
    return found;
  });
}

test('every class in use has a style and every style is in use', async ({ page, api, site, deploy, watch }) => {
  test.slow();
  watch.allow(/./);
  const used = new Set();
  const collectClasses = async () => {
    const classes = await page.evaluate(() => [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
    classes.forEach((name) => used.add(name));
  };
  for (const state of Object.values(states)) {
    const { origin } = state.config ? await deploy({ config: state.config }) : site;
    await openState(page, origin, api, state);
    await collectClasses();
    await state.again?.(page);
    await collectClasses();
    if (state.name === null) await expect.poll(async () => (await collectClasses(), used.has('slow'))).toBe(true);
    await state.leave?.(page);
    api.reset();
  }
  await page.goto(`${site.origin}/customers/full`);
  await page.getByRole('button', { name: '复制客户编号' }).first().click();
  await expect(page.locator('.copied')).toHaveCount(1);
  await collectClasses();
  // A recent customer that loads.
  api.plan('full', () => {});
  await page.reload();
  await expect(page.locator('.known-name')).toBeVisible();
  await collectClasses();
  const selectors = (await rulesOf(page)).map(({ selector }) => selector).join();
  const styled = new Set([...selectors.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !styled.has(name) && !HOOKS.includes(name)).sort(), 'used without a style').toEqual([]);
  expect([...styled].filter((name) => !used.has(name)).sort(), 'styled without a use').toEqual([]);
  expect(HOOKS.filter((name) => styled.has(name) || !used.has(name)), 'not a hook').toEqual([]);
});

test('custom properties are defined, used and the only place for colours', async ({ page }) => {
  await page.goto('/');
  const rules = await rulesOf(page);
  const defined = new Set(rules.filter(({ media }) => media !== 'print').flatMap(({ names }) => names));
  // From the text: CSSOM omits a shorthand with `var()` if the rule also sets one of its longhands.
  const text = (await page.locator('style').allTextContents()).join('\n');
  const used = new Set([...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect(defined.size).toBeGreaterThan(40);
  expect([...used].filter((name) => !defined.has(name)), 'used, not defined').toEqual([]);
  expect([...defined].filter((name) => !used.has(name)), 'defined, not used').toEqual([]);
  const literal = rules
    .filter(({ media, names, selector }) => media !== 'print' && names.length === 0 && !selector.includes('::backdrop'))
    .filter(({ text }) => /#[0-9a-f]{3,8}\b|rgba?\((?!0, 0, 0, 0\))/i.test(text));
  expect(literal.map(({ text }) => text), 'colours outside of style/tokens.css').toEqual([]);
});

test('both themes define the same colours, and dark by system is dark by choice', async ({ page }) => {
  await page.goto('/');
  const themed = (await rulesOf(page)).filter(({ selector, media, names }) => media !== 'print' && names.includes('--surface'));
  // The light theme, dark by system, dark by choice.
  expect(themed).toHaveLength(3);
  for (const { names } of themed) expect(names.sort()).toEqual(themed[0].names.sort());
  const values = () =>
    page.evaluate((names) => names.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue(name)]), themed[0].names);
  const light = await values();
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
  const chosen = await values();
  await page.evaluate(() => delete document.documentElement.dataset.theme);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await values()).toEqual(chosen);
  expect(chosen).not.toEqual(light);
});

const BARS = ['bar-turnover', 'bar-outstanding', 'bar-retention'];
/** Pairs of colours that need a contrast ratio of 3 (WCAG 2, 1.4.11). */
const PAIRS = [
  ...[...BARS, 'danger', 'line-strong', 'accent', 'ink-soft'].map((foreground) => [foreground, 'surface']),
  ...[...BARS, 'danger', 'line-strong'].map((foreground) => [foreground, 'sunken']),
  ['ink-soft', 'ground'],
  ['accent', 'ground'],
  ['accent', 'surface-raised'],
];

/** Tokens of colours that must be distinguishable. */
const DISTINCT = ['ground', 'surface', 'sunken', 'positive-ground', ...BARS];

for (const colorScheme of ['light', 'dark']) {
  test(`text, bars, icons and outlines have enough contrast in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(customerPath('full'));
    await addAxe(page);
    // Text and background of one rule: axe does not test hover styles.
    const texts = (await rulesOf(page))
      .filter(({ media }) => media !== 'print')
      .map(({ text }) => [/[ {]color: var\(--([\w-]+)\)/, /background(?:-color)?: var\(--([\w-]+)\)/].map((pattern) => pattern.exec(text)?.[1]))
      .filter((pair) => pair.every(Boolean));
    expect(texts.length).toBeGreaterThan(5);
    const { faint, values, luminance } = await page.evaluate(
      ({ pairs, texts, tokens }) => {
        const { Color, getContrast } = window.axe.commons.color;
        const probe = document.body.appendChild(document.createElement('i'));
        const colour = (token) => {
          probe.style.color = `var(--${token})`;
          const colour = new Color();
          colour.parseString(getComputedStyle(probe).color);
          return colour;
        };
        const isFaint = (least) => ([foreground, ground]) => getContrast(colour(ground), colour(foreground)) < least;
        const faint = [...pairs.filter(isFaint(3)), ...texts.filter(isFaint(4.5))];
        // Known to have little contrast: proves that the computation finds violations.
        if (!isFaint(3)(['line', 'surface'])) faint.push(['line', 'surface']);
        return {
          faint,
          values: Object.fromEntries(tokens.map((token) => [token, colour(token).toHexString()])),
          luminance: Object.fromEntries(tokens.map((token) => [token, colour(token).getRelativeLuminance() + 0.05])),
        };
      },
      { pairs: PAIRS, texts, tokens: [...DISTINCT, 'surface-raised', 'ink', 'accent-fill'] },
    );
    expect(faint).toEqual([]);
    expect(new Set(DISTINCT.map((token) => values[token])).size).toBe(DISTINCT.length);
    if (colorScheme === 'light') return;
    // In the dark theme, raised surfaces are lighter, and no large area is as bright as text.
    expect(luminance.surface).toBeGreaterThan(luminance.ground * 1.05);
    expect(luminance['surface-raised']).toBeGreaterThan(luminance.surface * 1.05);
    for (const fill of [...BARS, 'accent-fill']) expect(luminance[fill], fill).toBeLessThan(luminance.ink / 1.5);
    expect(luminance.ink).toBeLessThan(0.9);
  });
}
