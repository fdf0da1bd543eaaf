// The page in a frame: of whom it takes messages, and what stands in the element when nothing can be shown.

import { sample } from '../server/answers.mjs';
import { events, expect, frameOf, inside, outwaitSilence, shows, test, writePage } from '../support/embed.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
/** What the console says where a frame stays empty, by the browser and by embed.js. */
const NO_FRAME = /frame-ancestors|postMessage|no answer from|net::ERR/;

/** Whatever somebody may send. */
const JUNK = [
  undefined, null, 0, 42, true, '', 'x', '{', '[]', '{}', 'null', '"42"', '{"id": 42}', '{"id": null, "lang": "", "theme": ""}', '{"id": "1", "lang": {}, "theme": []}',
  '{"tell": "height"}', '{"tell": "height", "height": "1e9px"}', '{"tell": "height", "height": -1}', '{"tell": "ready"}', '{"tell": "link"}', '{"tell": "link", "href": "javascript:alert(1)"}',
  '{"tell": {"toString": 1}}', { id: '1', lang: '', theme: '' }, { tell: 'ready' }, ['id'], 'x'.repeat(1e6), new Map([[1, 2]]), new Date(0), /x/, new ArrayBuffer(8),
];

test('a page that frame-ancestors does not name is refused by the browser, and the element says so', async ({ page, embed, crm, watch, api }) => {
  watch.allow(NO_FRAME);
  await embed({ ancestors: [] });
  await page.clock.install();
  await page.goto(`${crm.origin}/?customer=example`);
  await outwaitSilence(page);
  await expect.poll(() => events(page)).toEqual([{ type: 'profile-failed', id: 'example', cause: 'Unavailable' }]);
  expect(api.of('example')).toHaveLength(0);
});

test('where only frame-ancestors lets a page in, it shows nothing and answers nothing', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME);
  await embed({ origins: ['https://crm.example.com', crm.origin.replace('http:', 'https:'), `${crm.origin}0`] });
  await page.clock.install();
  await page.addInitScript(() => {
    if (window.parent !== window) return;
    window.said = [];
    addEventListener('message', ({ data }) => window.said.push(data));
  });
  await page.goto(`${crm.origin}/?customer=example`);
  await expect(page.locator('customer-profile iframe')).toHaveCount(1);
  await page.waitForTimeout(2000);
  const frame = await frameOf(page);
  expect(await frame.evaluate(() => [document.body.getClientRects().length, document.title])).toEqual([0, '客户档案']);
  expect(await frame.locator('#app h1, .record').count()).toBe(0);
  expect(await page.evaluate(() => window.said)).toEqual([]);
  await outwaitSilence(page);
});

test('a page that frames the profile by itself sees nothing either', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME);
  const { origin } = await embed({ origins: [] });
  const host = writePage(crm, `<iframe src="${origin}/customers/example"></iframe>`);
  await page.goto(host);
  const frame = await (await page.locator('iframe').first().elementHandle()).contentFrame();
  await page.waitForTimeout(1500);
  expect(await frame.evaluate(() => document.body.getClientRects().length)).toBe(0);
});

test('messages of any shape, from anywhere, change nothing', async ({ page, embed, crm, api }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await shows(page, EXAMPLE);
  const frame = await frameOf(page);

  // To the page: from the CRM, from itself, and a well-formed one from a window that is not the parent.
  await page.evaluate((junk) => {
    const { contentWindow } = document.querySelector('customer-profile').shadowRoot.querySelector('iframe');
    for (const data of junk) contentWindow.postMessage(data, '*');
  }, JUNK);
  await frame.evaluate((junk) => junk.forEach((data) => postMessage(data, '*')), JUNK);
  await frame.evaluate(() => postMessage('{"id": "full", "lang": "en", "theme": "dark"}', '*'));
  // To the element: from the CRM itself, and from the frame.
  await page.evaluate((junk) => junk.forEach((data) => postMessage(data, '*')), JUNK);
  await page.evaluate(() => postMessage('{"tell": "ready", "id": "example", "name": "x"}', '*'));
  await frame.evaluate((junk) => junk.forEach((data) => window.parent.postMessage(data, '*')), JUNK);
  await page.waitForTimeout(300);
  await shows(page, EXAMPLE);
  await expect(inside(page).getByRole('button', { name: '刷新' })).toBeVisible();
  await expect.poll(async () => (await events(page)).map(({ type }) => type)).toEqual(['profile-ready']);
  expect(page.url()).toBe(`${crm.origin}/?customer=example`);
  expect(api.requests).toHaveLength(1);
});

test('empty_or_invalid_id_shows_a_message_and_absent_id_shows_nothing', async ({ page, embed, crm, watch }) => {
  watch.allow(/names no customer|Failed to load resource/);
  await embed();
  const host = writePage(crm, '<customer-profile></customer-profile>', `
    window.told = [];
    addEventListener('profile-failed', ({ detail }) => window.told.push(detail));`);
  await page.goto(host);
  const message = page.locator('customer-profile').getByRole('alert');
  await page.waitForFunction(() => customElements.get('customer-profile'));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => [document.querySelector('customer-profile').shadowRoot.childNodes.length, window.told.length])).toEqual([0, 0]);
  const show = (id) => page.evaluate((id) => document.querySelector('customer-profile').setAttribute('customer-id', JSON.parse(id)), JSON.stringify(id));
  for (const id of ['', ' ', '.', '..', '\ud800']) {
    await show(id);
    await expect(message).toContainText('没有可显示的客户');
    await expect(page.locator('customer-profile iframe')).toHaveCount(0);
  }
  // What an address can hold, and no request: the page says it.
  for (const id of ['a/../../admin', '../x', '\\..\\', '<img src=x onerror=alert(1)>', '%2e%2e', '?embed', '#', 'javascript:alert(1)']) {
    await show(id);
    await expect.poll(() => page.evaluate(() => window.told.at(-1))).toEqual({ id, cause: 'NotFound' });
  }
  await page.evaluate(() => document.querySelector('customer-profile').setAttribute('customer-id', 'example'));
  await shows(page, EXAMPLE);
  const told = await page.evaluate(() => window.told.length);
  await page.evaluate(() => document.querySelector('customer-profile').removeAttribute('customer-id'));
  await expect(page.locator('customer-profile iframe')).toHaveCount(0);
  await expect(message).toHaveCount(0);
  expect(await page.evaluate(() => window.told.length)).toBe(told);
});

test('embed.js twice is said, and changes nothing', async ({ page, embed, crm, watch }) => {
  watch.allow(/loaded twice/);
  const { origin } = await embed();
  const warned = page.waitForEvent('console', (message) => /loaded twice/.test(message.text()));
  await page.goto(writePage(crm, `<customer-profile customer-id="example"></customer-profile><script src="${origin}/embed.js?2"></script>`));
  await warned;
  await shows(page, EXAMPLE);
});

test('with the server gone the element says so, and goes on when it is back', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME, FAILED_STATUS);
  const { origin } = await embed();
  await page.clock.install();
  await page.goto(crm.origin);
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('customer-profile')))).toBe(true);
  await page.route(`${origin}/**`, (route) => route.abort());
  await page.getByRole('button', { name: EXAMPLE }).click();
  const message = page.locator('customer-profile').getByRole('alert');
  await outwaitSilence(page);
  await page.unroute(`${origin}/**`);
  await message.getByRole('button', { name: '重试' }).click();
  await shows(page, EXAMPLE);
});

test('the script is small, named for good, checked each time, and may be loaded by other origins', async ({ embed, request }) => {
  const { origin } = await embed();
  const response = await request.get(`${origin}/embed.js`, { headers: { 'Accept-Encoding': 'br' } });
  const headers = response.headers();
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['content-encoding']).toBe('br');
  expect(Number(headers['content-length'])).toBeLessThanOrEqual(2600);
  expect(response.headersArray().filter(({ name }) => /^cross-origin-resource-policy$/i.test(name))).toHaveLength(1);
  const page = await request.get(`${origin}/customers/1`);
  expect(page.headers()['cross-origin-resource-policy']).toBe('same-origin');
});

test('links are for people: without any configured nothing leads out', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=full`);
  await shows(page, sample('full').name);
  await expect(inside(page).locator('.member a, .profile-header a')).toHaveCount(0);
});
