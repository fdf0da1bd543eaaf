// What the element does when the frame fails, the host is printed, the language changes, or the user signs in elsewhere.

import { sample } from '../server/answers.mjs';
import { nameOf } from '../support/dist.mjs';
import { events, expect, frameOf, inside, outwaitSilence, printedSize, shows, test, writeFreePage } from '../support/embed.mjs';
import { FAILED_STATUS, NO_PROGRAM } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const SCRIPT = '<script src="https://profile.invalid/embed.js"></script>';
const profile = (page) => page.locator('customer-profile');
const message = (page) => profile(page).getByRole('alert');

const program = `**/${nameOf('.wasm')}`;
const pageInFrame = '**/customers/*?embed';
/** How the frame fails, by what a server does to its requests, and whether it is silent then. */
const FAILURES = {
  'program not found': { path: program, answer: (route) => route.fulfill({ status: 404 }) },
  'broken program': { path: program, answer: (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('0061736d01000000ff', 'hex') }) },
  'program that stalls': { path: program, answer: () => {}, isSilent: true },
  'page that stalls': { path: pageInFrame, answer: () => {}, isSilent: true },
  'page of another program': { path: pageInFrame, answer: (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }), isSilent: true },
};

for (const [name, { path, answer, isSilent }] of Object.entries(FAILURES)) {
  test(`${name}: element_shows_its_own_message_and_retries`, async ({ page, embed, crm, watch }) => {
    watch.allow(NO_PROGRAM, FAILED_STATUS, /no answer from .*embedOrigins.*frame-ancestors.*frame-src.*COEP.*sandbox.*null/, /postMessage/);
    await embed();
    await page.route(path, answer);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.goto(`${crm.origin}/?customer=example`, { waitUntil: 'commit' });
    if (isSilent) {
      await expect(profile(page).locator('iframe')).toHaveCount(1);
      await outwaitSilence(page);
    }
    await expect(message(page)).toContainText('客户页面没有回应');
    await expect.poll(() => events(page)).toEqual([{ type: 'profile-failed', id: 'example', cause: 'Unavailable' }]);
    await expect(profile(page).locator('iframe')).toHaveCount(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.clock.resume();
    await message(page).getByRole('button', { name: '重试' }).click();
    await shows(page, EXAMPLE);
  });
}

test('program_that_breaks_later_is_reported', async ({ page, embed, crm, watch }) => {
  watch.allow(/no answer from/);
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await shows(page, EXAMPLE);
  // As the program does when it panics.
  await (await frameOf(page)).evaluate(() => (document.getElementById('fatal').hidden = false));
  await expect(message(page)).toContainText('客户页面没有回应');
  await expect.poll(async () => (await events(page)).at(-1)).toEqual({ type: 'profile-failed', id: 'example', cause: 'Unavailable' });
});

test('slow_customer_is_no_failure_of_the_frame', async ({ page, embed, crm }) => {
  await page.clock.install();
  await embed({ config: { timeoutSeconds: 120 } });
  await page.goto(`${crm.origin}/?customer=hang`);
  await expect(inside(page).locator('[aria-busy=true]')).toHaveCount(1);
  await page.clock.fastForward('00:30');
  await expect(message(page)).toHaveCount(0);
  await expect(inside(page).locator('[aria-busy=true]')).toHaveCount(1);
});

for (const [width, customer] of [[1200, 'full'], [1200, 'long-text'], [1200, 'many-followers'], [420, 'full']]) {
  test(`print: element_is_as_high_as_${customer}_on_paper_from_${width}_px`, async ({ page, embed, crm }) => {
    await embed();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(writeFreePage(crm, SCRIPT, `<h1>CRM</h1><customer-profile customer-id="${customer}"></customer-profile>`));
    await shows(page, sample(customer).name);
    await expect(profile(page).locator('iframe.measured')).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    const paper = await printedSize(page);
    expect(paper.frame).toBeGreaterThanOrEqual(Math.floor(paper.content));
    expect(paper.frame).toBeLessThan(paper.content * 1.02 + 10);
    expect(paper.overflow).toBeLessThanOrEqual(0);
    if (customer !== 'long-text') expect(paper.followers).toBeGreaterThan(10);
  });
}

test('language_is_that_of_the_host_page', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(writeFreePage(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile>'));
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(inside(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  const frame = profile(page).locator('iframe');
  await expect(frame).toHaveAttribute('title', 'Customer profile');
  await page.evaluate(() => (document.documentElement.lang = 'zh-Hant'));
  await expect(inside(page).getByRole('button', { name: '刷新' })).toBeVisible();
  await expect(frame).toHaveAttribute('title', '客户档案');
  await profile(page).evaluate((element) => (element.lang = 'en-GB'));
  await expect(inside(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expect(frame).toHaveAttribute('title', 'Customer profile');
});

test('without_a_language_of_the_host_element_and_frame_speak_the_one_chosen_on_the_page', async ({ page, embed, crm }) => {
  const { origin } = await embed();
  await page.addInitScript((origin) => {
    if (location.origin === origin) localStorage.setItem('customer-profile.language', 'en');
  }, origin);
  await page.goto(writeFreePage(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile>'));
  await expect(inside(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expect(profile(page).locator('iframe')).toHaveAttribute('title', 'Customer profile');
});

test('return_to_the_host_after_a_sign_in_elsewhere_loads_the_customer', async ({ page, embed, crm, api, watch }) => {
  watch.allow(FAILED_STATUS);
  await embed();
  api.plan('example', 'status-401', 'example');
  await page.goto(`${crm.origin}/?customer=example`);
  await shows(page, '登录已过期');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await shows(page, EXAMPLE);
  expect(api.of('example')).toHaveLength(2);
});

test('element_stands_any_order_of_changes', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS, /names no customer/);
  await embed();
  await page.goto(writeFreePage(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile><section></section>'));
  await shows(page, EXAMPLE);
  await page.evaluate(async () => {
    const element = document.querySelector('customer-profile');
    const section = document.querySelector('section');
    for (let step = 0; step < 50; step += 1) {
      element.customerId = step % 5 ? `example` : ['', '..', null, 'sparse', 'full'][(step / 5) % 5];
      element.theme = ['light', 'dark', 'auto', null, 'x'][step % 5];
      if (step % 7 === 0) section.append(element);
      if (step % 11 === 0) element.remove();
      if (step % 11 === 1) document.body.append(element);
      if (step % 13 === 0) element.cloneNode(true).customerId = 'full';
      if (step % 10 === 0) await new Promise(requestAnimationFrame);
      element.focus();
      for (const data of ['{"tell":"tab"}', '{"tell":"here"}', '{"tell":"paper"}', '{"tell":"broken"}', '[]', 1, null]) postMessage(data, '*');
    }
    document.body.append(element);
    element.customerId = 'example';
  });
  await shows(page, EXAMPLE);
  await expect(profile(page).locator('iframe')).toHaveCount(1);
  await profile(page).evaluate((element) => element.remove());
  expect(page.frames().filter((frame) => frame.url().includes('/customers/'))).toEqual([]);
});

const pressed = (page) =>
  page.evaluate(() => {
    window.pressed = [];
    const note = ({ type, key, code, keyCode, which, cancelable, bubbles, composed, target }) =>
      window.pressed.push({ type, key, code, keyCode, which, cancelable, bubbles, composed, target: target.localName });
    for (const type of ['keydown', 'keyup']) addEventListener(type, note);
  });

test('escape_reaches_the_host_with_every_field', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(writeFreePage(crm, SCRIPT, '<customer-profile customer-id="many-followers"></customer-profile>'));
  await shows(page, sample('many-followers').name);
  await pressed(page);
  await inside(page).getByRole('button', { name: '刷新' }).focus();
  await page.keyboard.press('Escape');
  const fields = { key: 'Escape', code: 'Escape', keyCode: 27, which: 27, cancelable: true, bubbles: true, composed: true, target: 'customer-profile' };
  const both = ['keydown', 'keyup'].map((type) => ({ type, ...fields }));
  await expect.poll(() => page.evaluate(() => window.pressed)).toEqual(both);

  // In the filter, the first one clears it.
  const filter = inside(page).getByRole('searchbox');
  await filter.fill('王');
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => window.pressed.length)).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => window.pressed.length)).toBe(4);
});

test('dialog_stays_open_if_the_host_prevents_escape_or_cancel', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/plain/`);
  await page.getByRole('button', { name: '打开' }).click();
  await shows(page, EXAMPLE);
  const dialog = page.locator('dialog');
  await inside(page).getByRole('button', { name: '刷新' }).focus();
  for (const [target, type] of [['window', 'keydown'], ['document.querySelector("dialog")', 'cancel']]) {
    await page.evaluate(`${target}.addEventListener('${type}', (event) => { event.preventDefault(); window.prevented = '${type}'; }, { once: true })`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => window.prevented)).toBe(type);
    await expect(dialog).toHaveAttribute('open');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).not.toHaveAttribute('open');
});
