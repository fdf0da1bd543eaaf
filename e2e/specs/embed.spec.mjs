// The page inside a CRM: ../hosts/crm, in Vue, on another origin and with its own Content-Security-Policy.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sample } from '../server/answers.mjs';
import { addPage, contentFrame, events, expect, expectHeading, profileFrame, test } from '../support/embed.mjs';
import { violations } from '../support/axe.mjs';
import { nameOf } from '../support/dist.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const element = (page) => page.locator('customer-profile');
const heightOf = async (page) => (await element(page).boundingBox()).height;

/** Asserts that the frame is as high as its content, which does not scroll. */
async function expectFit(page) {
  const frame = await contentFrame(page);
  const [content, scrolls] = await frame.evaluate(() => {
    const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
    return [document.documentElement.getBoundingClientRect().height, scrollWidth > clientWidth || innerHeight !== clientHeight];
  });
  expect(scrolls).toBe(false);
  expect(Math.abs((await heightOf(page)) - content)).toBeLessThanOrEqual(1);
}

test('the drawer shows the customer without top bar, background and storage', async ({ page, embed, crm, api }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=full`);
  await expectHeading(page, sample('full').name);
  await expect.poll(() => events(page)).toEqual([{ type: 'profile-ready', id: 'full', name: sample('full').name }]);
  await expect.poll(() => expectFit(page).then(() => true, () => false)).toBe(true);

  const content = profileFrame(page);
  await expect(content.locator('.topbar, .skip-link, .slim-bar')).toHaveCount(1);
  await expect(content.locator('.slim-bar')).toBeHidden();
  for (const name of ['刷新', '打印', '复制摘要']) await expect(content.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(page.locator('customer-profile iframe')).toHaveAttribute('title', '客户档案');
  const frame = await contentFrame(page);
  expect(await frame.title()).toBe('客户档案');
  expect(await frame.evaluate(() => [document.documentElement, document.body].map((part) => getComputedStyle(part).backgroundColor))).toEqual(
    Array(2).fill('rgba(0, 0, 0, 0)'),
  );
  expect(await frame.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await page.title()).toBe('CRM');
  expect(api.of('full')).toHaveLength(1);
});

test('loading changes the height once: from the skeleton to the customer', async ({ page, embed, crm, api }) => {
  await embed();
  const held = api.held('full');
  api.plan('full', held);
  await page.goto(crm.origin);
  await page.evaluate(() => {
    window.heights = [];
    const observer = new ResizeObserver(([{ contentRect }]) => window.heights.push(contentRect.height));
    new MutationObserver(() => document.querySelectorAll('customer-profile').forEach((found) => observer.observe(found))).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: sample('full').name }).click();
  await expect(profileFrame(page).locator('[aria-busy=true]')).toHaveCount(1);
  expect(await heightOf(page)).toBe(640);
  held.release();
  await expectHeading(page, sample('full').name);
  await expect.poll(() => expectFit(page).then(() => true, () => false)).toBe(true);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => new Set(window.heights).size)).toBe(2);
});

test('the height follows an expanded text and a narrow drawer', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=long-text`);
  await expect(profileFrame(page).locator('.long-text [aria-expanded=false]')).toBeVisible();
  await expectFit(page);
  const collapsed = await heightOf(page);
  await profileFrame(page).locator('.long-text [aria-expanded=false]').click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(collapsed);
  await expect.poll(() => expectFit(page).then(() => true, () => false)).toBe(true);
  await profileFrame(page).locator('.long-text [aria-expanded=true]').click();
  await expect.poll(() => heightOf(page)).toBe(collapsed);

  await page.setViewportSize({ width: 900, height: 800 });
  await expect.poll(() => expectFit(page).then(() => true, () => false)).toBe(true);
  const frame = await contentFrame(page);
  expect(await frame.evaluate(() => innerWidth)).toBeLessThan(360);
});

test('an element outside the viewport, and one shown later, are as high as their content', async ({ page, embed, crm }) => {
  await embed();
  const host = addPage(crm, '<div id="long"></div><customer-profile customer-id="full"></customer-profile><div id="tab" hidden><customer-profile customer-id="example"></customer-profile></div>', `
    document.getElementById('long').style.height = '5000px';
    window.ready = [];
    addEventListener('profile-ready', ({ detail }) => window.ready.push(detail.id));`);
  await page.goto(host);
  await expect.poll(() => page.evaluate(() => window.ready.sort())).toEqual(['example', 'full']);
  const height = (nth) => page.locator('customer-profile').nth(nth).evaluate((element) => element.clientHeight);
  expect(await height(0)).not.toBe(640);
  await page.evaluate(() => (document.getElementById('tab').hidden = false));
  await page.locator('customer-profile').nth(1).scrollIntoViewIfNeeded();
  for (const nth of [0, 1]) {
    const content = (await contentFrame(page, nth)).evaluate(() => document.documentElement.getBoundingClientRect().height);
    await expect.poll(() => height(nth)).toBe(Math.ceil(await content));
  }
});

test('ten customers in quick succession: only the last one is shown, in the same document', async ({ page, embed, crm, api }) => {
  await embed();
  const documents = [];
  page.on('request', (request) => request.resourceType() === 'document' && documents.push(request.url()));
  await page.goto(`${crm.origin}/?customer=sparse`);
  await expectHeading(page, sample('sparse').name);
  const ids = ['full', 'prospect', 'slow', 'long-text', 'full', 'sparse', 'prospect', 'many-followers', 'full', 'example'];
  for (const id of ids.slice(0, -1)) api.plan(id, 'hang');
  const before = page.url();
  await page.evaluate(async (ids) => {
    for (const id of ids) {
      document.querySelector('customer-profile').setAttribute('customer-id', id);
      await new Promise((next) => setTimeout(next, 30));
    }
  }, ids);
  await expectHeading(page, EXAMPLE);
  const received = async () => (await events(page)).map(({ type, id }) => `${type} ${id}`);
  await expect.poll(received).toEqual(['profile-ready sparse', 'profile-ready example']);
  expect(documents).toHaveLength(2);
  await expect.poll(() => api.requests.filter(({ aborted, finished }) => !aborted && !finished)).toEqual([]);

  // The CRM's history has no new entries, and reloading the frame shows the same customer.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  expect(page.url()).toBe(before);
  const frame = await contentFrame(page);
  expect(await frame.evaluate(() => location.pathname)).toBe('/customers/example');
  await frame.evaluate(() => location.reload());
  await expect.poll(async () => (await events(page)).length).toBe(3);
  await expectHeading(page, EXAMPLE);
});

test('changing the customer while the frame loads shows the last one and logs nothing', async ({ page, embed, crm }) => {
  await embed();
  await page.route('**/customers/*?embed', async (route) => {
    await new Promise((slow) => setTimeout(slow, 800));
    await route.continue();
  });
  await page.goto(`${crm.origin}/?customer=sparse`, { waitUntil: 'commit' });
  await expect(page.locator('customer-profile iframe')).toHaveCount(1);
  for (const id of ['full', 'prospect', 'example']) {
    await page.locator('customer-profile').evaluate((element, id) => element.setAttribute('customer-id', id), id);
  }
  await expectHeading(page, EXAMPLE);
  await expect.poll(async () => (await events(page)).map(({ type, id }) => `${type} ${id}`)).toEqual(['profile-ready example']);
});

test('language and theme follow the CRM, at first and after changes', async ({ page, embed, crm, api }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=example&theme=dark&lang=en`);
  await expect(profileFrame(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  const root = async () => (await contentFrame(page)).evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme, getComputedStyle(document.documentElement).colorScheme]);
  expect(await root()).toEqual(['en', 'dark', 'dark']);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(profileFrame(page).getByRole('button', { name: '刷新' })).toBeVisible();
  await page.getByRole('button', { name: '主题' }).click();
  await expect.poll(root).toEqual(['zh-CN', 'light', 'light']);
  await expect(page.locator('customer-profile iframe')).toHaveAttribute('title', '客户档案');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => document.querySelector('customer-profile').setAttribute('theme', 'auto'));
  await expect.poll(root).toEqual(['zh-CN', undefined, 'dark']);
  expect(api.of('example')).toHaveLength(1);
});

const links = { customer: '/crm/customers/{id}', manager: 'https://crm.invalid/users/{id}', follower: '/crm/users/{id}' };

test('a link opens in the CRM’s window', async ({ page, embed, crm }) => {
  const site = await embed({ config: { links } });
  await page.route('**/crm/customers/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>there</title>' }));
  await page.goto(`${crm.origin}/?customer=full`);
  await profileFrame(page).getByRole('link', { name: '在 CRM 中打开' }).click();
  await expect(page).toHaveTitle('there');
  expect(page.url()).toBe(`${site.origin}/crm/customers/${encodeURIComponent(sample('full').id)}`);
});

test('the CRM can handle links itself', async ({ page, embed, crm }) => {
  const { origin } = await embed({ config: { links } });
  const { id, managerId, managerName, followers } = sample('full');
  await page.goto(`${crm.origin}/?customer=full&route`);
  await profileFrame(page).getByRole('link', { name: managerName, exact: true }).first().click();
  await expect(page.getByText(`用户 ${managerId}`)).toBeVisible();
  await profileFrame(page).locator('.follower a').first().click();
  await profileFrame(page).getByRole('link', { name: '在 CRM 中打开' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await events(page)).slice(1)).toEqual([
    { type: 'profile-link', href: `https://crm.invalid/users/${managerId}`, kind: 'manager', id: String(managerId) },
    { type: 'profile-link', href: `${origin}/crm/users/${followers[0]}`, kind: 'follower', id: String(followers[0]) },
    { type: 'profile-link', href: `${origin}/crm/customers/${id}`, kind: 'customer', id: String(id) },
  ]);
  expect(page.url()).toContain('route');
});

test('the CRM receives the links of contacts', async ({ page, embed, crm, api }) => {
  await embed();
  api.plan('c1', JSON.stringify({ id: '7', name: '甲', description: '王主任 138-0013-8000，wang@example.com' }));
  await page.goto(`${crm.origin}/?customer=c1&route`);
  for (const name of ['拨打 138-0013-8000', '发邮件至 wang@example.com']) {
    await profileFrame(page).getByRole('list', { name: '联系方式' }).getByRole('link', { name }).click();
  }
  await expect.poll(async () => (await events(page)).slice(1)).toEqual([
    { type: 'profile-link', href: 'tel:13800138000', kind: 'phone', id: '7' },
    { type: 'profile-link', href: 'mailto:wang@example.com', kind: 'mail', id: '7' },
  ]);
});

test('signing in uses the CRM’s window and returns to its page', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS);
  const site = await embed({ config: { signInUrl: '/login?to={address}' } });
  await page.route('**/login?**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>login</title>' }));
  await page.goto(`${crm.origin}/?customer=status-401`);
  await expectHeading(page, '登录已过期');
  await expect.poll(() => events(page)).toEqual([{ type: 'profile-failed', id: 'status-401', cause: 'SignedOut' }]);
  await expect(profileFrame(page).getByRole('link', { name: '返回首页' })).toHaveCount(0);
  await profileFrame(page).getByRole('link', { name: '去登录' }).click();
  await expect(page).toHaveTitle('login');
  expect(page.url()).toBe(`${site.origin}/login?to=${encodeURIComponent(`${crm.origin}/?customer=status-401`)}`);
});

test('a failure is reported with its cause', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS, /net::ERR/);
  await embed({ config: { timeoutSeconds: 1 } });
  await page.goto(`${crm.origin}/?customer=status-404`);
  const causes = { 'status-404': 'NotFound', 'envelope-403': 'Forbidden', 'status-503': 'Unavailable', 'status-418': 'Refused', 'reset-in-body': 'Offline', hang: 'TimedOut', html: 'Unreadable' };
  for (const [id, cause] of Object.entries(causes)) {
    await page.evaluate((id) => document.querySelector('customer-profile').setAttribute('customer-id', id), id);
    await expect.poll(async () => (await events(page)).at(-1)).toEqual({ type: 'profile-failed', id, cause });
  }
  await expectFit(page);
});

test('Tab enters and leaves the frame in order, and focus stays in the CRM when the customer changes', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  const name = page.getByRole('button', { name: sample('full').name });
  await name.focus();
  await page.keyboard.press('Enter');
  await expectHeading(page, sample('full').name);
  await expect(name).toBeFocused();

  const close = page.getByRole('button', { name: '关闭' });
  await close.focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.tagName)).toBe('CUSTOMER-PROFILE');
  const frame = await contentFrame(page);
  await expect.poll(() => frame.evaluate(() => document.activeElement.className)).toContain('copy');
  await page.keyboard.press('Shift+Tab');
  await expect(close).toBeFocused();
  // At an end of the frame, the host moves focus once the page's message has arrived.
  const isAtEnd = () => frame.evaluate(() => document.hasFocus() && document.activeElement.matches('[data-tab-stop]'));
  let steps = 0;
  do {
    await page.keyboard.press('Tab');
    await expect.poll(isAtEnd).toBe(false);
  } while ((steps += 1) < 80 && (await page.evaluate(() => document.activeElement.tagName)) === 'CUSTOMER-PROFILE');
  expect(steps).toBeGreaterThan(5);
  expect(steps).toBeLessThan(80);
});

test('shortcuts are off in the frame, and Escape reaches the CRM', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  await page.keyboard.press('r');
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(profileFrame(page).getByRole('dialog')).toHaveCount(0);
  await profileFrame(page).getByRole('button', { name: '刷新' }).focus();
  await page.keyboard.press('?');
  await expect(profileFrame(page).getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(element(page)).toHaveCount(0);
});

test('axe finds no violation in the frame, in light and dark', async ({ page, embed, crm }) => {
  await embed({ config: { links } });
  for (const theme of ['light', 'dark']) {
    await page.goto(`${crm.origin}/?customer=full&theme=${theme}`);
    await expectHeading(page, sample('full').name);
    // axe cannot see the CRM's background through the transparent frame.
    const frame = await contentFrame(page);
    const background = await page.locator('.drawer').evaluate((drawer) => getComputedStyle(drawer).backgroundColor);
    await frame.evaluate((background) => (document.documentElement.style.background = background), background);
    // Rules for whole pages do not apply to a frame.
    const pageRules = /^(region|landmark-one-main|page-has-heading-one)/;
    expect((await violations(frame)).filter((found) => !pageRules.test(found))).toEqual([]);
  }
});

test('the print button in the frame prints the record', async ({ page, embed, crm }) => {
  const site = await embed();
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  const frame = await contentFrame(page);
  await frame.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      window.printed = document.querySelector('.print-only').textContent;
    };
  });
  await profileFrame(page).getByRole('button', { name: '打印' }).click();
  expect(await frame.evaluate(() => window.printed)).toContain(`${site.origin}/customers/example`);
});

for (const allow of ['clipboard-write', '']) {
  test(`copying works with allow="${allow}"`, async ({ page, embed, crm, watch }) => {
    watch.allow(/Permissions policy violation/);
    await embed();
    const host = addPage(crm, '<customer-profile customer-id="exact"></customer-profile><textarea></textarea>', `
      const profile = document.querySelector('customer-profile');
      const frame = profile.shadowRoot.querySelector('iframe');
      frame.allow = '${allow}';
      frame.src = frame.src;`);
    await page.goto(host);
    await profileFrame(page).getByRole('button', { name: '复制客户ID' }).first().click();
    await expect(profileFrame(page).getByRole('status').filter({ hasText: '已复制客户ID' })).toHaveCount(1);
    await page.locator('textarea').press('ControlOrMeta+v');
    await expect(page.locator('textarea')).toHaveValue('1725934800123456789');
  });
}

test('loading and refreshing work if the browser blocks storage in frames', async ({ page, embed, crm }) => {
  await embed({ config: { tokenKey: 'token' } });
  await page.addInitScript(() => {
    if (window.parent === window) return;
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    }
  });
  await page.goto(`${crm.origin}/?customer=example`);
  await expectHeading(page, EXAMPLE);
  await profileFrame(page).getByRole('button', { name: '刷新' }).click();
  await expect(profileFrame(page).getByText(/^更新于/)).toBeVisible();
});

test('two elements on a page show two customers', async ({ page, embed, crm }) => {
  await embed();
  const host = addPage(crm, '<customer-profile customer-id="example"></customer-profile><customer-profile customer-id="full" lang="en"></customer-profile>', `
    window.ready = [];
    addEventListener('profile-ready', ({ target, detail }) => window.ready.push([target.lang, detail.id]));`);
  await page.goto(host);
  const heading = (nth) => page.locator('customer-profile').nth(nth).locator('iframe').contentFrame().getByRole('heading', { level: 1 });
  await expect(heading(0)).toHaveText(EXAMPLE);
  await expect(heading(1)).toHaveText(sample('full').name);
  await expect.poll(() => page.evaluate(() => window.ready.sort())).toEqual([['', 'example'], ['en', 'full']]);
  await page.evaluate(() => document.querySelector('customer-profile').setAttribute('customer-id', 'prospect'));
  await expect(heading(0)).toHaveText(sample('prospect').name);
  await expect(heading(1)).toHaveText(sample('full').name);
});

test('removing an element while it loads aborts the request and removes frame and listeners', async ({ page, embed, crm, api }) => {
  await embed();
  const host = addPage(crm, '<customer-profile customer-id="hang"></customer-profile>');
  await page.addInitScript(() => {
    if (window.parent !== window) return;
    window.listening = new Set();
    const { addEventListener: add, removeEventListener: remove } = window;
    window.addEventListener = (type, ...more) => (type === 'message' && window.listening.add(more[0]), add.call(window, type, ...more));
    window.removeEventListener = (type, ...more) => (window.listening.delete(more[0]), remove.call(window, type, ...more));
  });
  await page.goto(host);
  await expect.poll(() => api.of('hang').length).toBe(1);
  expect(await page.evaluate(() => window.listening.size)).toBe(1);
  await page.evaluate(() => document.querySelector('customer-profile').remove());
  await expect.poll(() => api.of('hang')[0].aborted).toBe(true);
  expect(await page.evaluate(() => window.listening.size)).toBe(0);
  expect(page.frames().filter((frame) => frame.url().includes('/customers/'))).toEqual([]);

  // An element that is added afterwards works.
  await page.evaluate(() => {
    const profile = document.createElement('customer-profile');
    profile.setAttribute('customer-id', 'example');
    document.body.append(profile);
  });
  await expectHeading(page, EXAMPLE);
});

test.describe('prefetching', () => {
  let home;
  test.beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'customer-profile-log-'))));
  test.afterEach(() => rmSync(home, { recursive: true, force: true }));
  const requestCount = (path) => readFileSync(join(home, 'paths.log'), 'utf8').split('\n').filter((line) => line.endsWith(path)).length;
  const wasm = nameOf('.wasm');

  for (const [where, host] of [['on the page’s site', '127.0.0.1'], ['on another site', 'plain-http.test']]) {
    test(`a CRM ${where} downloads the program once, before it is needed`, async ({ page, embed, crm }) => {
      const origin = crm.origin.replace('127.0.0.1', host);
      await embed({ log: join(home, 'paths.log'), ancestors: [origin], origins: [origin] });
      await page.goto(origin);
      await expect.poll(() => requestCount(`/${wasm}`)).toBe(1);
      const pages = requestCount('/index.html');
      await page.getByRole('button', { name: EXAMPLE }).click();
      await expectHeading(page, EXAMPLE);
      expect(requestCount('/index.html')).toBe(pages + 1);
      expect(requestCount(`/${wasm}`)).toBe(1);
    });
  }
});
