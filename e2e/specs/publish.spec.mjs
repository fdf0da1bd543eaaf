// deploy/publish.sh: what it refuses, what it keeps, and what it goes back to.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { copyOfDist, dist, nameOf, read } from '../support/dist.mjs';
import { ask, values } from '../support/http.mjs';
import { startNginx } from '../support/nginx.mjs';

const script = fileURLToPath(new URL('../../deploy/publish.sh', import.meta.url));
const wasm = nameOf('.wasm');

let home;
let folder;
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'customer-profile-publish-'));
  folder = join(home, 'www');
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs publish.sh: `{ status, said }`. */
function run(...parameters) {
  const { status, stdout, stderr } = spawnSync('sh', [script, ...parameters], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** Runs it where it has to succeed, and gives what it said. */
function publish(...parameters) {
  const { status, said } = run(...parameters);
  expect(said && status, said).toBe(0);
  return said;
}

/** A configuration file with these bytes. */
function file(content, name = 'configuration.json') {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}

/** A build that says it is this version, and whose program has a name of its own. */
function version(name) {
  const ours = wasm.replace('customer-profile-', (start) => start + Buffer.from(name).toString('hex'));
  const page = (bytes) => bytes.toString().replace(/<meta[^>]*name="?version"?[^>]*>/, '').replaceAll(wasm, ours).replace('<title>', `<meta name=version content=${name}><title>`);
  const renamed = Object.fromEntries(['', '.br', '.gz'].flatMap((ending) => [[wasm + ending, () => null], [ours + ending, () => read(wasm + ending)]]));
  const copy = copyOfDist({ 'index.html': page, ...renamed });
  builds.push(copy);
  return copy.folder;
}
const builds = [];
test.afterAll(() => builds.forEach(({ remove }) => remove()));

const page = () => readFileSync(join(folder, 'public', 'index.html'), 'utf8');
const inForce = () => JSON.parse(/<script[^>]*id="?config"?[^>]*>([^]*?)<\/script>/.exec(page())[1]);
const connectSources = () => /connect-src ([^;"]*)/.exec(page())[1];
const servedVersion = () => /name=version content=([^ >]*)/.exec(page())?.[1];

/** Everything below a folder, with its content and times. */
function tree(path) {
  if (!existsSync(path)) return null;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path: parent, name }) => join(parentPath ?? parent, name))
    .sort()
    .map((name) => [name, statSync(name).mtimeMs, readFileSync(name, 'latin1').length]);
}

const GBK = Buffer.concat([Buffer.from('{\n  "currency": "CNY",\n  "unit": "'), Buffer.from([0xcd, 0xf2, 0xd4, 0xaa]), Buffer.from('"\n}\n')]);

/** What is refused, and the words that say so: the line, the key, the reason. */
const refused = {
  'a comma too many': ['{\n  "currency": "CNY",\n  "unit": "万元",\n}\n', /:4: unit: invalid JSON: trailing comma/],
  'a comma too few': ['{\n  "currency": "CNY"\n  "unit": "万元"\n}\n', /:3: (currency|unit): invalid JSON: expected `,` or `}`/],
  'an empty file': ['', /:1: the file is empty/],
  'a blank file': [' \n\n', /:1: the file is empty/],
  'a byte order mark': ['\u{feff}{}', /:1: .*byte order mark \(BOM\)/],
  'GBK': [GBK, /:3: .*GBK/],
  'UTF-16': [Buffer.from('\u{feff}{}', 'utf16le'), /:1: .*UTF-16/],
  'a comment': ['{\n  // the currency\n  "currency": "CNY"\n}', /:2: invalid JSON: comments are not allowed/],
  'a list': ['[]', /:1: .*isn't a JSON object/],
  'an unknown setting': ['{\n  "currency": "CNY",\n  "apibase": "/api"\n}', /:3: Unknown setting: apibase/],
  'a duplicate setting': ['{\n  "unit": "元",\n  "unit": "万元"\n}', /:3: Duplicate setting: unit/],
  'a value of another type': ['{\n\n  "timeoutSeconds": "20"\n}', /:3: Invalid value for timeoutSeconds: "20"\. Valid: 1 … 600/],
  'a path that is none': ['{"basePath": "crm"}', /:1: Invalid value for basePath: "crm"/],
  'two of them': ['{\n"unit": 1,\n"currency": "RMB¥"}', /:2: Invalid value for unit: [^]*:3: Invalid value for currency: /],
  'an origin that no policy can name': ['{\n"apiBase": "https://客户.example.com"}', /:2: apiBase: .*xn--/],
  'a second source in the place of a host': ['{"apiBase": "https://a;script-src"}', /:1: apiBase: /],
};

for (const [name, [content, words]] of Object.entries(refused)) {
  test(`${name} is refused by name, and changes nothing`, () => {
    publish(version('1.0.0'), folder, file('{"currency": "USD"}'));
    const before = tree(folder);
    const path = file(content, 'wrong.json');
    for (const parameters of [['--check', path], [version('2.0.0'), folder, path], [version('2.0.0'), join(home, 'other'), path]]) {
      const { status, said } = run(...parameters);
      expect(said).toMatch(words);
      expect(said).toContain('wrong.json:');
      expect(status).toBe(1);
    }
    expect(tree(folder)).toEqual(before);
    expect(existsSync(join(home, 'other'))).toBe(false);
  });
}

test('what is right is said to be, and the page understands the same', () => {
  const path = file('{"apiBase": "https:\\/\\/api.example.com:8443\\/v1", "\\u0075nit": "\\u4e07<元>", "credentials": null}\r\n');
  expect(run('--check', path)).toEqual({ status: 0, said: `${path}: right\n` });
  publish(dist, folder, path);
  expect(inForce()).toEqual({ apiBase: 'https://api.example.com:8443/v1', unit: '万<元>', credentials: null });
  expect(connectSources()).toBe("'self' https://api.example.com:8443");
  // The block holds what HTML would take for the end of it, or for a comment, in another spelling.
  publish(dist, folder, file('{"unit": "</script><!--<script>"}'));
  expect(inForce()).toEqual({ unit: '</script><!--<script>' });
  expect(connectSources()).toBe("'self'");
});

test('a file that is not there, or no build, is said to be that', () => {
  expect(run('--check', join(home, 'none.json'))).toMatchObject({ status: 2, said: expect.stringContaining('none.json') });
  expect(run(dist, folder, join(home, 'none.json')).status).not.toBe(0);
  mkdirSync(join(home, 'empty'));
  expect(run(join(home, 'empty'), folder)).toMatchObject({ status: 1, said: expect.stringContaining('no release build') });
  expect(run()).toMatchObject({ status: 2, said: expect.stringContaining('--roll-back') });
  expect(run('--roll-back', 'version', join(home, 'nothing'))).toMatchObject({ status: 1, said: expect.stringContaining('nothing was published') });
});

test('versions and configurations are kept apart, and each is rolled back, more than once', () => {
  publish(version('1.0.0'), folder, file('{"unit": "一"}'));
  publish(version('2.0.0'), folder);
  expect(publish(version('2.0.0'), folder, file('{"unit": "二"}'))).toContain('version 2.0.0,');
  publish(version('3.0.0'), folder);
  publish(version('3.0.0'), folder, file('{"unit": "三"}'));
  const state = () => [servedVersion(), inForce().unit];
  expect(state()).toEqual(['3.0.0', '三']);

  expect(publish('--roll-back', 'version', folder)).toContain('version 2.0.0,');
  expect(state()).toEqual(['2.0.0', '三']);
  publish('--roll-back', 'version', folder);
  expect(state()).toEqual(['1.0.0', '三']);
  const none = run('--roll-back', 'version', folder);
  expect(none).toMatchObject({ status: 1, said: expect.stringContaining('nothing before 1.0.0') });
  expect(state()).toEqual(['1.0.0', '三']);

  publish('--roll-back', 'configuration', folder);
  publish('--roll-back', 'configuration', folder);
  expect(state()).toEqual(['1.0.0', '一']);

  // By name, and after another one has come: back to what was in force before it.
  publish('--roll-back', 'version', folder, '3.0.0');
  expect(state()).toEqual(['3.0.0', '一']);
  publish('--roll-back', 'version', folder, '1.0.0');
  publish(version('4.0.0'), folder);
  expect(publish('--list', folder).match(/[ *] \d\.0\.0/g)).toEqual(['  2.0.0', '  3.0.0', '  1.0.0', '* 4.0.0']);
  publish('--roll-back', 'version', folder);
  expect(state()).toEqual(['1.0.0', '一']);
});

test('a configuration alone is published over the version in force, by the rules of that version', () => {
  expect(run('--configure', folder, file('{}'))).toMatchObject({ status: 1, said: expect.stringContaining('nothing was published') });
  publish(version('1.0.0'), folder);
  expect(publish('--configure', folder, file('{"unit": "元"}'))).toContain('version 1.0.0,');
  expect([servedVersion(), inForce().unit]).toEqual(['1.0.0', '元']);
  const before = tree(folder);
  expect(run('--configure', folder, file('{"unit": 1}'))).toMatchObject({ status: 1, said: expect.stringContaining(':1: Invalid value for unit: 1') });
  expect(tree(folder)).toEqual(before);
  publish('--roll-back', 'configuration', folder);
  expect(inForce()).toEqual({});
});

test('both are rolled back together where a version does not take the other configuration', () => {
  publish(version('1.0.0'), folder, file('{"unit": "一"}'));
  // The first version's rules, which refuse what the second takes.
  const old = join(folder, 'versions', '1.0.0', 'check-config');
  writeFileSync(old, `#!/bin/sh\ngrep -q 二 "$1" && { echo "$1:1: unit: does not take the value" >&2; exit 1; }\necho "'self'"\n`);
  chmodSync(old, 0o755);
  publish(version('2.0.0'), folder, file('{"unit": "二"}'));
  const before = tree(folder);
  const refusedOne = run('--roll-back', 'version', folder);
  expect(refusedOne.status).toBe(1);
  expect(refusedOne.said).toMatch(/unit: does not take[^]*roll back the other one too/);
  expect(tree(folder)).toEqual(before);
  publish('--roll-back', 'both', folder);
  expect([servedVersion(), inForce().unit]).toEqual(['1.0.0', '一']);
});

test('the last ones are kept, with their programs, and files of versions that are gone once they are old', () => {
  for (const number of [1, 2, 3, 4, 5, 6]) publish(version(`${number}.0.0`), folder);
  const served = () => readdirSync(join(folder, 'public')).filter((name) => name.endsWith('.wasm'));
  expect(readdirSync(join(folder, 'versions')).filter((name) => /^\d/.test(name))).toHaveLength(5);
  expect(served()).toHaveLength(6);
  const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
  for (const name of readdirSync(join(folder, 'public'))) utimesSync(join(folder, 'public', name), old, old);
  publish('--roll-back', 'version', folder, '2.0.0');
  publish(version('6.0.0'), folder);
  expect(served()).toHaveLength(5);
  const named = readdirSync(join(folder, 'versions')).filter((name) => /^\d/.test(name));
  for (const name of named) {
    const program = /customer-profile-[0-9a-f]+_bg\.wasm/.exec(readFileSync(join(folder, 'versions', name, 'index.html'), 'utf8'))[0];
    expect(served()).toContain(program);
  }
});

test('a page that somebody has edited in place is not replaced without its configuration', () => {
  publish(version('1.0.0'), folder, file('{"unit": "元"}'));
  writeFileSync(join(folder, 'public', 'index.html'), page().replace('"元"', '"千元"'));
  const { status, said } = run(version('2.0.0'), folder);
  expect(status).toBe(1);
  expect(said).toContain('is not as it was published');
  expect(page()).toContain('"千元"');
  publish(version('2.0.0'), folder, file('{"unit": "千元"}'));
  expect(inForce()).toEqual({ unit: '千元' });
});

test('one at a time', () => {
  publish(dist, folder);
  mkdirSync(join(folder, '.lock'));
  const { status, said } = run(dist, folder);
  expect(status).toBe(1);
  expect(said).toContain('another publish.sh is at work');
  rmSync(join(folder, '.lock'), { recursive: true });
  publish(dist, folder);
  expect(existsSync(join(folder, '.lock'))).toBe(false);
});

test('pages published within a second are told apart', async () => {
  const site = await startNginx({ dist, backend: 'http://127.0.0.1:1', config: { currency: 'CNY' } });
  try {
    const tags = [];
    for (const currency of ['CNY', 'USD', 'EUR', 'JPY']) {
      site.publish(dist, { currency });
      const answer = await ask(site.origin, 'GET', '/');
      tags.push(...values(answer, 'etag'));
      const [earlier] = tags;
      if (tags.length > 1) expect((await ask(site.origin, 'GET', '/', { 'If-None-Match': earlier })).status).toBe(200);
    }
    expect(new Set(tags).size).toBe(4);
  } finally {
    await site.stop();
  }
});
