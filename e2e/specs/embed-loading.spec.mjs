// How host pages load embed.js, and what it prefetches before an element exists.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { dist, read } from '../support/dist.mjs';
import { addPageWithoutPolicy, expect, expectHeading, profileFrame, test } from '../support/embed.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const ELEMENT = '<customer-profile customer-id="example"></customer-profile>';
const pinned = readdirSync(dist).find((name) => /^embed-.*\.js$/.test(name));
const integrity = `sha384-${createHash('sha384').update(read('embed.js')).digest('base64')}`;

/** Head and body of a host page, by how it loads the script. */
const WAYS = {
  'classic script': ['<script src="https://profile.invalid/embed.js"></script>', ELEMENT],
  module: ['<script type="module" src="https://profile.invalid/embed.js"></script>', ELEMENT],
  'import()': ['<script>customerProfileBase = "https://profile.invalid"; import("https://profile.invalid/embed.js")</script>', ELEMENT],
  'import() with base': ['<script>import("https://profile.invalid/embed.js")</script>', ELEMENT.replace(' ', ' base="https://profile.invalid" ')],
  'fetch and eval': ['<script>customerProfileBase = "https://profile.invalid/"; fetch("https://profile.invalid/embed.js").then(async (file) => eval(await file.text()))</script>', ELEMENT],
  'versioned copy with integrity': [`<script src="https://profile.invalid/${pinned}" integrity="${integrity}" crossorigin></script>`, ELEMENT],
};

for (const [way, [head, body]] of Object.entries(WAYS)) {
  test(`${way}: the element shows the customer`, async ({ page, embed, crm }) => {
    await embed();
    await page.goto(addPageWithoutPolicy(crm, head, body));
    await expectHeading(page, EXAMPLE);
  });
}

test('import() without a base shows a message until the base is set', async ({ page, embed, crm, watch }) => {
  watch.allow(/customerProfileBase is missing/);
  await embed();
  await page.goto(addPageWithoutPolicy(crm, WAYS['import() with base'][0], ELEMENT));
  await expect(page.locator('customer-profile').getByRole('alert')).toContainText('客户页面没有回应');
  await page.evaluate((base) => (document.querySelector('customer-profile').base = base), (await embed()).origin);
  await expectHeading(page, EXAMPLE);
});

test('an altered script is blocked by its integrity', async ({ page, embed, crm, watch }) => {
  watch.allow(/integrity/);
  await embed();
  const [head, body] = WAYS['versioned copy with integrity'];
  await page.goto(addPageWithoutPolicy(crm, head.replace(integrity, integrity.replace(/.{4}=*$/, 'AAAA')), body));
  expect(await page.evaluate(() => Boolean(customElements.get('customer-profile')))).toBe(false);
});

test('properties that are set before the element is defined are applied', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await embed();
  await page.goto(addPageWithoutPolicy(crm, '', '<customer-profile></customer-profile>'));
  await page.evaluate(async (origin) => {
    const element = document.querySelector('customer-profile');
    Object.assign(element, { customerId: 'example', theme: 'dark', lang: 'en', base: origin });
    await import(`${origin}/embed.js`);
  }, origin);
  await expectHeading(page, EXAMPLE);
  await expect(profileFrame(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
  expect(
    await page.evaluate(() => {
      const element = document.querySelector('customer-profile');
      const seen = [element.getAttribute('customer-id'), element.getAttribute('theme'), Object.keys(element)];
      element.customerId = 42;
      element.theme = null;
      return [...seen, element.getAttribute('customer-id'), element.theme, element.customerId];
    }),
  ).toEqual(['example', 'dark', [], '42', null, '42']);
});

test('a moved element keeps its frame', async ({ page, embed, crm }) => {
  await embed();
  const documents = [];
  page.on('request', (request) => request.resourceType() === 'document' && documents.push(request.url()));
  await page.goto(addPageWithoutPolicy(crm, WAYS['classic script'][0], `${ELEMENT}<section></section>`));
  await expectHeading(page, EXAMPLE);
  await page.evaluate(() => document.querySelector('section').moveBefore(document.querySelector('customer-profile'), null));
  await page.waitForTimeout(500);
  await expectHeading(page, EXAMPLE);
  expect(documents).toHaveLength(2);
});

test('the prefetching frame is invisible under any style sheet', async ({ page, embed, crm }) => {
  const { origin } = await embed();
  await page.goto(
    addPageWithoutPolicy(
      crm,
      `<style>
        iframe, html > *, * { display: block !important; visibility: visible !important; min-height: 300px !important; position: static !important; opacity: 1 !important }
      </style><script src="https://profile.invalid/embed.js"></script>`,
      '<button>x</button>',
    ),
  );
  const frame = page.locator('html > iframe');
  await expect(frame).toHaveCount(1);
  expect(await frame.evaluate((element) => [element.getClientRects().length, element.inert])).toEqual([0, true]);
  await expect.poll(() => page.frames().some((frame) => frame.url() === `${origin}/?ahead`)).toBe(true);
  const ahead = page.frames().find((frame) => frame.url() === `${origin}/?ahead`);
  expect(await ahead.evaluate(() => getComputedStyle(document.documentElement).display)).toBe('none');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.localName)).not.toBe('iframe');
});

for (const host of ['require-corp', 'credentialless']) {
  test(`COEP ${host}: the page is shown if both cross-origin settings are made`, async ({ page, embed, crm, watch }) => {
    const isolated = { 'Cross-Origin-Embedder-Policy': host, 'Cross-Origin-Opener-Policy': 'same-origin' };
    const edit = (text) => text.replace('#set $customer_profile_embedder_policy', 'set $customer_profile_embedder_policy').replace('#set $customer_profile_resource_policy', 'set $customer_profile_resource_policy');
    // A different site from the page's.
    const origin = crm.origin.replace('127.0.0.1', 'localhost');
    await embed({ edit, origins: [origin], ancestors: [origin] });
    await page.goto(addPageWithoutPolicy(crm, WAYS['classic script'][0], ELEMENT, isolated).replace('127.0.0.1', 'localhost'));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expectHeading(page, EXAMPLE);
  });
}

test('the npm package has the version of the program', () => {
  const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(JSON.parse(text('embed/package.json')).version).toBe(/^version = "(.+)"$/m.exec(text('Cargo.toml'))[1]);
});

test('the types accept the documented recipes and reject mistakes', () => {
  test.setTimeout(180_000);
  const hosts = fileURLToPath(new URL('../hosts/', import.meta.url));
  for (const project of ['react-19', 'react-18', 'vue']) {
    const run = () => execFileSync('node_modules/.bin/tsc', ['--project', `types/${project}.json`], { cwd: hosts, encoding: 'utf8' });
    expect(run, project).not.toThrow();
  }
});
