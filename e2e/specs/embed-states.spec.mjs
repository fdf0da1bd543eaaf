// What the element does when the frame fails, the host is printed, the language changes, or the user signs in elsewhere.

import { sample } from '../server/answers.mjs';
import { nameOf } from '../support/dist.mjs';
import { addPageWithoutPolicy, contentFrame, events, expect, expectHeading, expectNoAnswer, printedSize, profileFrame, test } from '../support/embed.mjs';
import { FAILED_STATUS, NO_PROGRAM } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const SCRIPT = '<script src="https://profile.invalid/embed.js"></script>';
const profile = (page) => page.locator('customer-profile');
const message = (page) => profile(page).getByRole('alert');

const program = `**/${nameOf('.wasm')}`;
const pageInFrame = '**/customers/*?embed';
/** Failures of the frame: the path of a request, its response, and whether the frame then sends no message. */
const FAILURES = {
  'program not found': { path: program, answer: (route) => route.fulfill({ status: 404 }) },
  'broken program': { path: program, answer: (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('0061736d01000000ff', 'hex') }) },
  'program that stalls': { path: program, answer: () => {}, isSilent: true },
  'page that stalls': { path: pageInFrame, answer: () => {}, isSilent: true },
  'sign-in page instead of the page': { path: pageInFrame, answer: (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }), isSilent: true },
};

for (const [name, { path, answer, isSilent }] of Object.entries(FAILURES)) {
  test(`${name}: the element shows its own message and retries`, async ({ page, embed, crm, watch }) => {
    watch.allow(NO_PROGRAM, FAILED_STATUS, /no response from .*embedOrigins.*frame-ancestors.*frame-src.*COEP.*sandbox.*null/, /postMessage/);
    await embed();
    await page.route(path, answer);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.goto(`${crm.origin}/?customer=example`, { waitUntil: 'commit' });
    if (isSilent) {
      await expect(profile(page).locator('iframe')).toHaveCount(1);
      await expectNoAnswer(page);
    }
    await expect(message(page)).toContainText('客户页面没有回应');
    await expect.poll(() => events(page)).toEqual([{ type: 'profile-failed', id: 'example', cause: 'Unavailable' }]);
    await expect(profile(page).locator('iframe')).toHaveCount(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.clock.resume();
    await message(page).getByRole('button', { name: '重试' }).click();
    await expectHeading(page, EXAMPLE);
  });
}

test('a program that crashes after its start is reported', async ({ page, embed, crm, watch }) => {
  watch.allow(/no response from/);
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  // As in a panic of the program.
  await (await contentFrame(page)).evaluate(() => (document.getElementById('fatal').hidden = false));
  await expect(message(page)).toContainText('客户页面没有回应');
  await expect.poll(async () => (await events(page)).at(-1)).toEqual({ type: 'profile-failed', id: 'example', cause: 'Unavailable' });
});

test('a slow API is not a failure of the frame', async ({ page, embed, crm }) => {
  await page.clock.install();
  await embed({ config: { timeoutSeconds: 120 } });
  await page.goto(`${crm.origin}/?customer=hang`);
  await expect(profileFrame(page).locator('[aria-busy=true]')).toHaveCount(1);
  await page.clock.fastForward('00:30');
  await expect(message(page)).toHaveCount(0);
  await expect(profileFrame(page).locator('[aria-busy=true]')).toHaveCount(1);
});

for (const [width, customer] of [[1200, 'full'], [1200, 'long-text'], [1200, 'many-followers'], [420, 'full']]) {
  test(`print: the element is as high as ${customer} on paper, from a window of ${width} px`, async ({ page, embed, crm }) => {
    await embed();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(addPageWithoutPolicy(crm, SCRIPT, `<h1>CRM</h1><customer-profile customer-id="${customer}"></customer-profile>`));
    await expectHeading(page, sample(customer).name);
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

test('the language follows the host page', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(addPageWithoutPolicy(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile>'));
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(profileFrame(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  const frame = profile(page).locator('iframe');
  await expect(frame).toHaveAttribute('title', 'Customer profile');
  await page.evaluate(() => (document.documentElement.lang = 'zh-Hant'));
  await expect(profileFrame(page).getByRole('button', { name: '刷新' })).toBeVisible();
  await expect(frame).toHaveAttribute('title', '客户档案');
  await profile(page).evaluate((element) => (element.lang = 'en-GB'));
  await expect(profileFrame(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expect(frame).toHaveAttribute('title', 'Customer profile');
});

test('without a language of the host page, element and frame use the stored one', async ({ page, embed, crm }) => {
  const { origin } = await embed();
  await page.addInitScript((origin) => {
    if (location.origin === origin) localStorage.setItem('customer-profile.language', 'en');
  }, origin);
  await page.goto(addPageWithoutPolicy(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile>'));
  await expect(profileFrame(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expect(profile(page).locator('iframe')).toHaveAttribute('title', 'Customer profile');
});

test('returning to the host page after signing in elsewhere loads the customer', async ({ page, embed, crm, api, watch }) => {
  watch.allow(FAILED_STATUS);
  await embed();
  api.plan('example', 'status-401', 'example');
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, '登录已过期');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expectHeading(page, EXAMPLE);
  expect(api.of('example')).toHaveLength(2);
});

test('any sequence of attribute changes and moves ends with the last customer', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS, /is not a valid customer id/);
  await embed();
  await page.goto(addPageWithoutPolicy(crm, SCRIPT, '<customer-profile customer-id="example"></customer-profile><section></section>'));
  await expectHeading(page, EXAMPLE);
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
      for (const data of ['{"event":"tab"}', '{"event":"alive"}', '{"event":"print-size"}', '{"event":"crashed"}', '[]', 1, null]) postMessage(data, '*');
    }
    document.body.append(element);
    element.customerId = 'example';
  });
  await expectHeading(page, EXAMPLE);
  await expect(profile(page).locator('iframe')).toHaveCount(1);
  await profile(page).evaluate((element) => element.remove());
  expect(page.frames().filter((frame) => frame.url().includes('/customers/'))).toEqual([]);
});

/** Records key events of the host page in `window.pressed`. */
const recordKeys = (page) =>
  page.evaluate(() => {
    window.pressed = [];
    const note = ({ type, key, code, keyCode, which, cancelable, bubbles, composed, target }) =>
      window.pressed.push({ type, key, code, keyCode, which, cancelable, bubbles, composed, target: target.localName });
    for (const type of ['keydown', 'keyup']) addEventListener(type, note);
  });

test('Escape reaches the host page with every field of the event', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(addPageWithoutPolicy(crm, SCRIPT, '<customer-profile customer-id="many-followers"></customer-profile>'));
  await expectHeading(page, sample('many-followers').name);
  await recordKeys(page);
  await profileFrame(page).getByRole('button', { name: '刷新' }).focus();
  await page.keyboard.press('Escape');
  const fields = { key: 'Escape', code: 'Escape', keyCode: 27, which: 27, cancelable: true, bubbles: true, composed: true, target: 'customer-profile' };
  const both = ['keydown', 'keyup'].map((type) => ({ type, ...fields }));
  await expect.poll(() => page.evaluate(() => window.pressed)).toEqual(both);

  // In the filter, the first Escape clears the text.
  const filter = profileFrame(page).getByRole('searchbox');
  await filter.fill('王');
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => window.pressed.length)).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => window.pressed.length)).toBe(4);
});

test('the dialog stays open if the host page prevents Escape or cancel', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/plain/`);
  await page.getByRole('button', { name: '打开' }).click();
  await expectHeading(page, EXAMPLE);
  const dialog = page.locator('dialog');
  await profileFrame(page).getByRole('button', { name: '刷新' }).focus();
  for (const [target, type] of [['window', 'keydown'], ['document.querySelector("dialog")', 'cancel']]) {
    await page.evaluate(`${target}.addEventListener('${type}', (event) => { event.preventDefault(); window.prevented = '${type}'; }, { once: true })`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => window.prevented)).toBe(type);
    await expect(dialog).toHaveAttribute('open');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).not.toHaveAttribute('open');
});
