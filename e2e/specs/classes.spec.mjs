// Every class of the style sheets is on some page, and every class on a page has a style.

import { openState, states } from '../support/states.mjs';
import { expect, test } from '../support/test.mjs';

/** Classes without a style: by these, tests find what people find by its place. */
const HOOKS = ['card-area', 'card-classification', 'member-name', 'members-printed', 'record'];

/** The classes of the page's elements, and those that its style sheets name. */
function classesOf(page) {
  return page.evaluate(() => {
    const used = [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]);
    const styled = new Set();
    const collect = (rules) => {
      for (const rule of rules) {
        for (const [, name] of (rule.selectorText ?? '').matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) styled.add(name);
        if (rule.cssRules) collect(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) collect(sheet.cssRules);
    return { used, styled: [...styled] };
  });
}

test('every class that is used is styled, and every one that is styled is used', async ({ page, api, site, deploy, watch }) => {
  test.slow();
  watch.allow(/./);
  const used = new Set();
  const styled = new Set();
  const look = async () => {
    const classes = await classesOf(page);
    classes.used.forEach((name) => used.add(name));
    classes.styled.forEach((name) => styled.add(name));
  };
  for (const state of Object.values(states)) {
    const { origin } = state.config ? await deploy({ config: state.config }) : site;
    await openState(page, origin, api, state);
    await look();
    await state.again?.(page);
    await look();
    if (state.name === null) await expect.poll(async () => (await look(), used.has('slow'))).toBe(true);
    await state.leave?.(page);
    api.reset();
  }
  await page.goto(`${site.origin}${'/customers/full'}`);
  await page.getByRole('button', { name: '复制客户编号' }).first().click();
  await expect(page.locator('.copied')).toHaveCount(1);
  await look();
  expect([...used].filter((name) => !styled.has(name) && !HOOKS.includes(name)).sort(), 'used without a style').toEqual([]);
  expect([...styled].filter((name) => !used.has(name)).sort(), 'styled without a use').toEqual([]);
  expect(HOOKS.filter((name) => styled.has(name) || !used.has(name)), 'hooks that are none').toEqual([]);
});
