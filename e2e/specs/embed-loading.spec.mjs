// The ways in which hosts load embed.js, and what it does while nobody needs it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { dist, read } from '../support/dist.mjs';
import { expect, inside, shows, test, writeFreePage } from '../support/embed.mjs';
import { FAILED_STATUS } from '../support/watch.mjs';

const EXAMPLE = '金职院';
const ELEMENT = '<customer-profile customer-id="example"></customer-profile>';
const pinned = readdirSync(dist).find((name) => /^embed-.*\.js$/.test(name));
const integrity = `sha384-${createHash('sha384').update(read('embed.js')).digest('base64')}`;

/** What a host writes, by the way in which it loads the script. */
const WAYS = {
  'classic script': ['<script src="https://profile.invalid/embed.js"></script>', ELEMENT],
  module: ['<script type="module" src="https://profile.invalid/embed.js"></script>', ELEMENT],
  'import()': ['<script>customerProfileBase = "https://profile.invalid"; import("https://profile.invalid/embed.js")</script>', ELEMENT],
  'import() with base': ['<script>import("https://profile.invalid/embed.js")</script>', ELEMENT.replace(' ', ' base="https://profile.invalid" ')],
  'fetch and eval': ['<script>customerProfileBase = "https://profile.invalid/"; fetch("https://profile.invalid/embed.js").then(async (file) => eval(await file.text()))</script>', ELEMENT],
  'versioned copy with integrity': [`<script src="https://profile.invalid/${pinned}" integrity="${integrity}" crossorigin></script>`, ELEMENT],
};

for (const [way, [head, body]] of Object.entries(WAYS)) {
  test(`${way}: element_shows_the_customer`, async ({ page, embed, crm }) => {
    await embed();
    await page.goto(writeFreePage(crm, head, body));
    await shows(page, EXAMPLE);
  });
}

test('import_without_base_says_what_is_missing', async ({ page, embed, crm, watch }) => {
  watch.allow(/customerProfileBase is missing/);
  await embed();
  await page.goto(writeFreePage(crm, WAYS['import() with base'][0], ELEMENT));
  await expect(page.locator('customer-profile').getByRole('alert')).toContainText('客户页面没有回应');
  await page.evaluate((base) => (document.querySelector('customer-profile').base = base), (await embed()).origin);
  await shows(page, EXAMPLE);
});

test('altered_script_is_refused_by_its_integrity', async ({ page, embed, crm, watch }) => {
  watch.allow(/integrity/);
  await embed();
  const [head, body] = WAYS['versioned copy with integrity'];
  await page.goto(writeFreePage(crm, head.replace(integrity, integrity.replace(/.{4}=*$/, 'AAAA')), body));
  expect(await page.evaluate(() => Boolean(customElements.get('customer-profile')))).toBe(false);
});

test('properties_set_before_the_definition_are_taken_over', async ({ page, embed, crm, watch }) => {
  watch.allow(FAILED_STATUS);
  const { origin } = await embed();
  await page.goto(writeFreePage(crm, '', '<customer-profile></customer-profile>'));
  await page.evaluate(async (origin) => {
    const element = document.querySelector('customer-profile');
    Object.assign(element, { customerId: 'example', theme: 'dark', lang: 'en', base: origin });
    await import(`${origin}/embed.js`);
  }, origin);
  await shows(page, EXAMPLE);
  await expect(inside(page).getByRole('button', { name: 'Refresh' })).toBeVisible();
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

test('moved_element_keeps_its_frame', async ({ page, embed, crm }) => {
  await embed();
  const documents = [];
  page.on('request', (request) => request.resourceType() === 'document' && documents.push(request.url()));
  await page.goto(writeFreePage(crm, WAYS['classic script'][0], `${ELEMENT}<section></section>`));
  await shows(page, EXAMPLE);
  await page.evaluate(() => document.querySelector('section').moveBefore(document.querySelector('customer-profile'), null));
  await page.waitForTimeout(500);
  await shows(page, EXAMPLE);
  expect(documents).toHaveLength(2);
});

test('prefetching_frame_is_invisible_under_any_style_sheet', async ({ page, embed, crm }) => {
  const { origin } = await embed();
  await page.goto(
    writeFreePage(
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
  test(`${host}: frame_with_both_policies_is_shown`, async ({ page, embed, crm, watch }) => {
    const isolated = { 'Cross-Origin-Embedder-Policy': host, 'Cross-Origin-Opener-Policy': 'same-origin' };
    const edit = (text) => text.replace('#set $customer_profile_embedder_policy', 'set $customer_profile_embedder_policy').replace('#set $customer_profile_resource_policy', 'set $customer_profile_resource_policy');
    // Another site than the page's.
    const origin = crm.origin.replace('127.0.0.1', 'localhost');
    await embed({ edit, origins: [origin], ancestors: [origin] });
    await page.goto(writeFreePage(crm, WAYS['classic script'][0], ELEMENT, isolated).replace('127.0.0.1', 'localhost'));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await shows(page, EXAMPLE);
  });
}

test('package_has_the_version_of_the_program', () => {
  const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(JSON.parse(text('embed/package.json')).version).toBe(/^version = "(.+)"$/m.exec(text('Cargo.toml'))[1]);
});

test('types_accept_the_recipes_and_refuse_mistakes', () => {
  test.setTimeout(180_000);
  const hosts = fileURLToPath(new URL('../hosts/', import.meta.url));
  for (const project of ['react-19', 'react-18', 'vue']) {
    const run = () => execFileSync('node_modules/.bin/tsc', ['--project', `types/${project}.json`], { cwd: hosts, encoding: 'utf8' });
    expect(run, project).not.toThrow();
  }
});
