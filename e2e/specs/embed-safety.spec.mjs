// The page in a frame: which messages it accepts, and what the element shows if the page cannot be framed.

import { sample } from '../server/answers.mjs';
import { addPage, contentFrame, events, expect, expectHeading, expectNoAnswer, profileFrame, test } from '../support/embed.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
/** Console messages of the browser and of embed.js for a frame that stays blank. */
const NO_FRAME = /frame-ancestors|postMessage|no response from|net::ERR/;

/** Malformed messages. */
const JUNK = [
  undefined, null, 0, 42, true, '', 'x', '{', '[]', '{}', 'null', '"42"', '{"id": 42}', '{"id": null, "lang": "", "theme": ""}', '{"id": "1", "lang": {}, "theme": []}',
  '{"event": "height"}', '{"event": "height", "height": "1e9px"}', '{"event": "height", "height": -1}', '{"event": "ready"}', '{"event": "link"}', '{"event": "link", "href": "javascript:alert(1)"}',
  '{"event": {"toString": 1}}', { id: '1', lang: '', theme: '' }, { event: 'ready' }, ['id'], 'x'.repeat(1e6), new Map([[1, 2]]), new Date(0), /x/, new ArrayBuffer(8),
];

test('a host page that frame-ancestors does not list is blocked, and the element shows a message', async ({ page, embed, crm, watch, api }) => {
  watch.allow(NO_FRAME);
  await embed({ ancestors: [] });
  await page.clock.install();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectNoAnswer(page);
  await expect.poll(() => events(page)).toEqual([{ type: 'profile-failed', id: 'example', cause: 'Unavailable' }]);
  expect(api.of('example')).toHaveLength(0);
});

test('a host page that embedOrigins does not list gets a blank frame and no messages', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME);
  await embed({ origins: ['https://crm.example.com', crm.origin.replace('http:', 'https:'), `${crm.origin}0`] });
  await page.clock.install();
  await page.addInitScript(() => {
    if (window.parent !== window) return;
    window.messages = [];
    addEventListener('message', ({ data }) => window.messages.push(data));
  });
  await page.goto(`${crm.origin}/?customer=example`);
  await expect(page.locator('customer-profile iframe')).toHaveCount(1);
  await page.waitForTimeout(2000);
  const frame = await contentFrame(page);
  expect(await frame.evaluate(() => [document.body.getClientRects().length, document.title])).toEqual([0, '客户档案']);
  expect(await frame.locator('#app h1, .record').count()).toBe(0);
  expect(await page.evaluate(() => window.messages)).toEqual([]);
  await expectNoAnswer(page);
});

test('a page framed without embed.js stays blank', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME);
  const { origin } = await embed({ origins: [] });
  const host = addPage(crm, `<iframe src="${origin}/customers/example"></iframe>`);
  await page.goto(host);
  const frame = await (await page.locator('iframe').first().elementHandle()).contentFrame();
  await page.waitForTimeout(1500);
  expect(await frame.evaluate(() => document.body.getClientRects().length)).toBe(0);
});

test('malformed messages and messages from other windows have no effect', async ({ page, embed, crm, api }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  const frame = await contentFrame(page);

  // To the page: from the CRM, from itself, and a well-formed one from a window that is not the parent.
  await page.evaluate((junk) => {
    const { contentWindow } = document.querySelector('customer-profile').shadowRoot.querySelector('iframe');
    for (const data of junk) contentWindow.postMessage(data, '*');
  }, JUNK);
  await frame.evaluate((junk) => junk.forEach((data) => postMessage(data, '*')), JUNK);
  await frame.evaluate(() => postMessage('{"id": "full", "lang": "en", "theme": "dark"}', '*'));
  // To the element: from the CRM itself, and from the frame.
  await page.evaluate((junk) => junk.forEach((data) => postMessage(data, '*')), JUNK);
  await page.evaluate(() => postMessage('{"event": "ready", "id": "example", "name": "x"}', '*'));
  await frame.evaluate((junk) => junk.forEach((data) => window.parent.postMessage(data, '*')), JUNK);
  await page.waitForTimeout(300);
  await expectHeading(page, EXAMPLE);
  await expect(profileFrame(page).getByRole('button', { name: '刷新' })).toBeVisible();
  await expect.poll(async () => (await events(page)).map(({ type }) => type)).toEqual(['profile-ready']);
  expect(page.url()).toBe(`${crm.origin}/?customer=example`);
  expect(api.requests).toHaveLength(1);
});

test('an empty or invalid id shows a message, a missing id shows nothing', async ({ page, embed, crm, watch }) => {
  watch.allow(/is not a valid customer id|Failed to load resource/);
  await embed();
  const host = addPage(crm, '<customer-profile></customer-profile>', `
    window.failures = [];
    addEventListener('profile-failed', ({ detail }) => window.failures.push(detail));`);
  await page.goto(host);
  const message = page.locator('customer-profile').getByRole('alert');
  await page.waitForFunction(() => customElements.get('customer-profile'));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => [document.querySelector('customer-profile').shadowRoot.childNodes.length, window.failures.length])).toEqual([0, 0]);
  const show = (id) => page.evaluate((id) => document.querySelector('customer-profile').setAttribute('customer-id', JSON.parse(id)), JSON.stringify(id));
  for (const id of ['', ' ', '.', '..', '\ud800']) {
    await show(id);
    await expect(message).toContainText('没有可显示的客户');
    await expect(page.locator('customer-profile iframe')).toHaveCount(0);
  }
  // These ids fit into a URL, so the page loads and reports that there is no such customer.
  for (const id of ['a/../../admin', '../x', '\\..\\', '<img src=x onerror=alert(1)>', '%2e%2e', '?embed', '#', 'javascript:alert(1)']) {
    await show(id);
    await expect.poll(() => page.evaluate(() => window.failures.at(-1))).toEqual({ id, cause: 'NotFound' });
  }
  await page.evaluate(() => document.querySelector('customer-profile').setAttribute('customer-id', 'example'));
  await expectHeading(page, EXAMPLE);
  const count = await page.evaluate(() => window.failures.length);
  await page.evaluate(() => document.querySelector('customer-profile').removeAttribute('customer-id'));
  await expect(page.locator('customer-profile iframe')).toHaveCount(0);
  await expect(message).toHaveCount(0);
  expect(await page.evaluate(() => window.failures.length)).toBe(count);
});

test('loading embed.js twice logs a warning and has no other effect', async ({ page, embed, crm, watch }) => {
  watch.allow(/loaded twice/);
  const { origin } = await embed();
  const warned = page.waitForEvent('console', (message) => /loaded twice/.test(message.text()));
  await page.goto(addPage(crm, `<customer-profile customer-id="example"></customer-profile><script src="${origin}/embed.js?2"></script>`));
  await warned;
  await expectHeading(page, EXAMPLE);
});

test('an unreachable server shows a message, and retry loads the customer once it is back', async ({ page, embed, crm, watch }) => {
  watch.allow(NO_FRAME, FAILED_STATUS);
  const { origin } = await embed();
  await page.clock.install();
  await page.goto(crm.origin);
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('customer-profile')))).toBe(true);
  await page.route(`${origin}/**`, (route) => route.abort());
  await page.getByRole('button', { name: EXAMPLE }).click();
  const message = page.locator('customer-profile').getByRole('alert');
  await expectNoAnswer(page);
  await page.unroute(`${origin}/**`);
  await message.getByRole('button', { name: '重试' }).click();
  await expectHeading(page, EXAMPLE);
});

test('embed.js is small, revalidated, and loadable from other origins', async ({ embed, request }) => {
  const { origin } = await embed();
  const response = await request.get(`${origin}/embed.js`, { headers: { 'Accept-Encoding': 'br' } });
  const headers = response.headers();
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['content-encoding']).toBe('br');
  expect(Number(headers['content-length'])).toBeLessThanOrEqual(2700);
  expect(response.headersArray().filter(({ name }) => /^cross-origin-resource-policy$/i.test(name))).toHaveLength(1);
  const page = await request.get(`${origin}/customers/1`);
  expect(page.headers()['cross-origin-resource-policy']).toBe('same-origin');
});

test('without configured links, names in the frame are not links', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=full`);
  await expectHeading(page, sample('full').name);
  await expect(profileFrame(page).locator('.follower a, .profile-header a')).toHaveCount(0);
});
