// The content of the release build.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { sample, sampleIds } from '../server/answers.mjs';
import { dist, nameOf, read } from '../support/dist.mjs';
import { expect, test } from '../support/test.mjs';

const page = read('index.html').toString('utf8');
const files = readdirSync(dist).filter((name) => !name.startsWith('.'));

test('the build contains no sample and no gallery', () => {
  const texts = sampleIds.flatMap((id) => {
    const { name, customerNo, description } = sample(id).data ?? sample(id);
    return [name, customerNo, description?.slice(0, 40)].filter((text) => String(text ?? '').length > 5);
  });
  expect(texts.length).toBeGreaterThan(20);
  const ids = ['many-followers', 'unknown-type', 'odd-types', 'not-json', 'login-page', 'envelope-error', '金职院', 'gallery'];
  for (const name of files.filter((name) => !/\.(br|gz)$/.test(name))) {
    const bytes = read(name);
    const found = [...texts, ...ids].filter((text) => bytes.includes(Buffer.from(String(text))));
    expect(found, name).toEqual([]);
  }
});

test('the build contains no path of the build machine', () => {
  const folders = [homedir(), process.env.CARGO_HOME, join(import.meta.dirname, '../..')].filter(Boolean);
  for (const name of files) {
    expect(folders.filter((folder) => read(name).includes(Buffer.from(`${folder}/`))), name).toEqual([]);
  }
});

test('the search for texts finds one that is in the build', () => {
  expect(read(nameOf('.wasm')).includes(Buffer.from('未找到该客户'))).toBe(true);
  expect(page.includes('客户档案')).toBe(true);
});

test('the build contains page, embed script and program', () => {
  const wasm = nameOf('.wasm');
  const compressed = (name) => [name, `${name}.br`, `${name}.gz`];
  const pinned = files.find((name) => /^embed-\d[\w.-]*\.js$/.test(name));
  expect(files.sort()).toEqual(['index.html', 'manifest.sha256', ...['embed.js', pinned, wasm].flatMap(compressed)].sort());
  expect(read(pinned)).toEqual(read('embed.js'));
  const hash = createHash('sha256').update(read(wasm)).digest('hex').slice(0, 16);
  expect(wasm).toBe(`customer-profile-${hash}_bg.wasm`);
  expect(page).toContain(wasm);
});

test('the manifest has the hash of every file, and no file of Trunk is left', () => {
  const lines = read('manifest.sha256').toString().trim().split('\n');
  const named = lines.map((line) => line.split('  '));
  expect(named.map(([, name]) => name)).toEqual(files.filter((name) => name !== 'manifest.sha256').sort());
  for (const [hash, name] of named) expect(createHash('sha256').update(read(name)).digest('hex'), name).toBe(hash);
  expect(readdirSync(dist)).not.toContain('.trunk-lock');
});

test('the page names its version', () => {
  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8'));
  const shown = /<meta name="version" content="([^"]+)">/.exec(page)?.[1];
  expect(shown === version || /^\+[0-9a-f]{7,40}(-dirty)?$/.test(shown.slice(version.length)), shown).toBe(true);
});

test('meta elements select the newer engine and disable telephone links', () => {
  const tag = (name) => new RegExp(`<meta[^>]*name="?${name}\\b[^>]*>`).exec(page)?.[0];
  const content = (name) => /content=(?:"([^"]*)"|([^\s>]+))/.exec(tag(name))?.slice(1).find(Boolean);
  expect(content('renderer')).toBe('webkit');
  expect(content('format-detection')).toContain('telephone=no');
});

test('the configuration block is empty and precedes the script that reads it', () => {
  const block = /<script[^>]*id="?config"?[^>]*>([^<]*)<\/script>/.exec(page);
  expect(JSON.parse(block[1])).toEqual({});
  expect(block.index).toBeLessThan(page.indexOf('headStart'));
});

const policy = /<meta[^>]*http-equiv="?Content-Security-Policy"?[^>]*content="([^"]+)"/.exec(page)?.[1] ?? '';
const directives = Object.fromEntries(
  policy.split(';').map((directive) => {
    const [name, ...sources] = directive.trim().split(/\s+/);
    return [name, sources];
  }),
);

test('the policy allows only the scripts, styles and origin of the page', () => {
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
  expect(directives['default-src']).toEqual(["'none'"]);
  const notHashes = (sources) => sources.filter((source) => !source.startsWith("'sha256-"));
  expect(notHashes(directives['script-src'])).toEqual(["'wasm-unsafe-eval'"]);
  expect(notHashes(directives['style-src'])).toEqual([]);
  expect(directives['connect-src']).toEqual(["'self'"]);
  expect(directives['trusted-types']).toEqual(["'none'"]);
  expect(directives['require-trusted-types-for']).toEqual(["'script'"]);
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|\*|https?:/);
});

test('the policy has the hashes of exactly the inline scripts and styles', () => {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const inline = (tag) => [...page.matchAll(new RegExp(`<${tag}([^>]*)>([^]*?)</${tag}>`, 'g'))];
  const scripts = inline('script').filter(([, attributes]) => !attributes.includes('application/json'));
  const hashes = (sources) => sources.filter((source) => source.startsWith("'sha256-")).sort();
  expect(hashes(directives['script-src'])).toEqual(scripts.map(([, , text]) => hash(text)).sort());
  expect(hashes(directives['style-src'])).toEqual(inline('style').map(([, , text]) => hash(text)).sort());
  expect(page).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)=/);
});

test('files are immutable, the page is revalidated, and every response has its headers', async ({ request }) => {
  const [home, deep, wasm] = await Promise.all(['/', '/customers/1', `/${nameOf('.wasm')}`].map((path) => request.get(path)));
  for (const response of [home, deep]) {
    expect(response.headers()['cache-control']).toBe('no-cache');
    expect(response.headers()['content-type']).toBe('text/html; charset=utf-8');
  }
  expect(wasm.headers()['content-type']).toBe('application/wasm');
  expect(wasm.headers()['cache-control']).toContain('immutable');
  expect(wasm.headers()['content-encoding']).toBe('br');
  for (const response of [home, deep, wasm, await request.get('/nowhere')]) {
    expect(response.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  }
});
