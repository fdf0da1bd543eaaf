// deploy/publish.sh: validation, kept versions, rollback, interruptions.

import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { compressFiles } from '../../tools/finish-build/compress.mjs';
import { writeManifest } from '../../tools/finish-build/manifest.mjs';
import { dist, nameOf, read } from '../support/dist.mjs';
import { send, values } from '../support/http.mjs';
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

/** Runs publish.sh: `{ status, output }`. */
function run(...parameters) {
  const { status, stdout, stderr } = spawnSync('sh', [script, ...parameters], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Runs publish.sh, asserts success, and returns its output. */
function publish(...parameters) {
  const { status, output } = run(...parameters);
  expect(output && status, output).toBe(0);
  return output;
}

/** Writes a configuration file. */
function writeConfiguration(content, name = 'configuration.json') {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}

/** Creates a build of a version: the real page and a tiny program. */
function createBuild(name, script = `script ${name}`) {
  const folder = mkdtempSync(join(home, 'build-'));
  const program = programOf(name);
  const page = read('index.html').toString().replace(/<meta[^>]*name="?version"?[^>]*>/, '').replaceAll(wasm, program);
  writeFileSync(join(folder, 'index.html'), page.replace('<title>', `<meta name=version content=${name}><title>`));
  writeFileSync(join(folder, program), `program ${name}`);
  writeFileSync(join(folder, 'embed.js'), script);
  compressFiles(folder);
  writeManifest(folder);
  return folder;
}
const programOf = (name) => `customer-profile-${Buffer.from(name).toString('hex')}_bg.wasm`;

const page = () => readFileSync(join(folder, 'public', 'index.html'), 'utf8');
const servedConfiguration = () => JSON.parse(/<script[^>]*id="?config"?[^>]*>([^]*?)<\/script>/.exec(page())[1]);
const connectSources = () => /connect-src ([^;"]*)/.exec(page())[1];
const servedVersion = () => /name=version content=([^ >]*)/.exec(page())?.[1];

/** Lists everything in a folder, with content and times. */
function listFolder(path) {
  if (!existsSync(path)) return null;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path: parent, name }) => join(parentPath ?? parent, name))
    .sort()
    .map((name) => [name, statSync(name).mtimeMs, readFileSync(name, 'latin1').length])
    .filter(([name]) => !name.endsWith('.lock'));
}

const GBK = Buffer.concat([Buffer.from('{\n  "currency": "CNY",\n  "unit": "'), Buffer.from([0xcd, 0xf2, 0xd4, 0xaa]), Buffer.from('"\n}\n')]);

/** Invalid configurations, and their error messages: line, key, reason. */
const invalidConfigurations = {
  'a trailing comma': ['{\n  "currency": "CNY",\n  "unit": "万元",\n}\n', /:4: unit: invalid JSON: trailing comma/],
  'a missing comma': ['{\n  "currency": "CNY"\n  "unit": "万元"\n}\n', /:3: (currency|unit): invalid JSON: expected `,` or `}`/],
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
  'a relative path': ['{"basePath": "crm"}', /:1: Invalid value for basePath: "crm"/],
  'two invalid values': ['{\n"unit": 1,\n"currency": "RMB¥"}', /:2: Invalid value for unit: [^]*:3: Invalid value for currency: /],
  'an origin that a policy cannot contain': ['{\n"apiBase": "https://客户.example.com"}', /:2: apiBase: .*xn--/],
  'a second source after the host': ['{"apiBase": "https://a;script-src"}', /:1: apiBase: /],
};

for (const [name, [content, message]] of Object.entries(invalidConfigurations)) {
  test(`${name} is refused with its reason and changes nothing`, () => {
    publish(createBuild('1.0.0'), folder, writeConfiguration('{"currency": "USD"}'));
    const before = listFolder(folder);
    const path = writeConfiguration(content, 'wrong.json');
    for (const parameters of [['--check', path], [createBuild('2.0.0'), folder, path], [createBuild('2.0.0'), join(home, 'other'), path]]) {
      const { status, output } = run(...parameters);
      expect(output).toMatch(message);
      expect(output).toContain('wrong.json:');
      expect(status).toBe(1);
    }
    expect(listFolder(folder)).toEqual(before);
    expect(existsSync(join(home, 'other'))).toBe(false);
  });
}

test('a valid configuration passes --check, and the page reads the same values', () => {
  const path = writeConfiguration('{"apiBase": "https:\\/\\/api.example.com:8443\\/v1", "\\u0075nit": "\\u4e07<元>", "credentials": null}\r\n');
  expect(run('--check', path)).toEqual({ status: 0, output: `${path}: valid\n` });
  publish(dist, folder, path);
  expect(servedConfiguration()).toEqual({ apiBase: 'https://api.example.com:8443/v1', unit: '万<元>', credentials: null });
  expect(connectSources()).toBe("'self' https://api.example.com:8443");
  // `</script>` and `<!--` are escaped in the block.
  publish(dist, folder, writeConfiguration('{"unit": "</script><!--<script>"}'));
  expect(servedConfiguration()).toEqual({ unit: '</script><!--<script>' });
  expect(connectSources()).toBe("'self'");
});

test('a missing configuration or build is reported', () => {
  expect(run('--check', join(home, 'none.json'))).toMatchObject({ status: 2, output: expect.stringContaining('none.json') });
  expect(run(dist, folder, join(home, 'none.json')).status).not.toBe(0);
  mkdirSync(join(home, 'empty'));
  expect(run(join(home, 'empty'), folder)).toMatchObject({ status: 1, output: expect.stringContaining('not a release build') });
  expect(run()).toMatchObject({ status: 2, output: expect.stringContaining('--roll-back') });
  expect(run('--roll-back', 'version', join(home, 'nothing'))).toMatchObject({ status: 1, output: expect.stringContaining('nothing is published') });
  expect(existsSync(join(home, 'nothing'))).toBe(false);
});

test('versions and configurations are rolled back separately, more than once', () => {
  publish(createBuild('1.0.0'), folder, writeConfiguration('{"unit": "一"}'));
  publish(createBuild('2.0.0'), folder);
  expect(publish(createBuild('2.0.0'), folder, writeConfiguration('{"unit": "二"}'))).toContain('version 2.0.0,');
  publish(createBuild('3.0.0'), folder);
  publish(createBuild('3.0.0'), folder, writeConfiguration('{"unit": "三"}'));
  const state = () => [servedVersion(), servedConfiguration().unit];
  expect(state()).toEqual(['3.0.0', '三']);

  expect(publish('--roll-back', 'version', folder)).toContain('version 2.0.0,');
  expect(state()).toEqual(['2.0.0', '三']);
  publish('--roll-back', 'version', folder);
  expect(state()).toEqual(['1.0.0', '三']);
  const refused = run('--roll-back', 'version', folder);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('nothing before 1.0.0') });
  expect(state()).toEqual(['1.0.0', '三']);

  publish('--roll-back', 'configuration', folder);
  publish('--roll-back', 'configuration', folder);
  expect(state()).toEqual(['1.0.0', '一']);

  // A rollback by name. After the next publication, a rollback leads to the version that was served before it.
  publish('--roll-back', 'version', folder, '3.0.0');
  expect(state()).toEqual(['3.0.0', '一']);
  publish('--roll-back', 'version', folder, '1.0.0');
  publish(createBuild('4.0.0'), folder);
  expect(publish('--list', folder).match(/[ *] \d\.0\.0/g)).toEqual(['  2.0.0', '  3.0.0', '  1.0.0', '* 4.0.0']);
  publish('--roll-back', 'version', folder);
  expect(state()).toEqual(['1.0.0', '一']);
});

test('a configuration alone is validated by the served version', () => {
  expect(run('--configure', folder, writeConfiguration('{}'))).toMatchObject({ status: 1, output: expect.stringContaining('nothing is published') });
  publish(createBuild('1.0.0'), folder);
  expect(publish('--configure', folder, writeConfiguration('{"unit": "元"}'))).toContain('version 1.0.0,');
  expect([servedVersion(), servedConfiguration().unit]).toEqual(['1.0.0', '元']);
  const before = listFolder(folder);
  expect(run('--configure', folder, writeConfiguration('{"unit": 1}'))).toMatchObject({ status: 1, output: expect.stringContaining(':1: Invalid value for unit: 1') });
  expect(listFolder(folder)).toEqual(before);
  publish('--roll-back', 'configuration', folder);
  expect(servedConfiguration()).toEqual({});
});

test('both are rolled back together if a version refuses the other configuration', () => {
  publish(createBuild('1.0.0'), folder, writeConfiguration('{"unit": "一"}'));
  // The first version's check-config, which refuses the second's configuration.
  const old = join(folder, 'versions', '1.0.0', 'check-config');
  writeFileSync(old, `#!/bin/sh\ngrep -q 二 "$1" && { echo "$1:1: unit: does not take the value" >&2; exit 1; }\necho "'self'"\n`);
  chmodSync(old, 0o755);
  publish(createBuild('2.0.0'), folder, writeConfiguration('{"unit": "二"}'));
  const before = listFolder(folder);
  const refused = run('--roll-back', 'version', folder);
  expect(refused.status).toBe(1);
  expect(refused.output).toMatch(/unit: does not take[^]*roll back both/);
  expect(listFolder(folder)).toEqual(before);
  publish('--roll-back', 'both', folder);
  expect([servedVersion(), servedConfiguration().unit]).toEqual(['1.0.0', '一']);
});

test('recent versions are kept with their programs, old files are removed', () => {
  for (const number of [1, 2, 3, 4, 5, 6]) publish(createBuild(`${number}.0.0`), folder);
  const servedPrograms = () => readdirSync(join(folder, 'public')).filter((name) => name.endsWith('.wasm'));
  expect(readdirSync(join(folder, 'versions')).filter((name) => /^\d/.test(name))).toHaveLength(5);
  expect(servedPrograms()).toHaveLength(6);
  const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
  for (const name of readdirSync(join(folder, 'public'))) utimesSync(join(folder, 'public', name), old, old);
  publish('--roll-back', 'version', folder, '2.0.0');
  publish(createBuild('6.0.0'), folder);
  expect(servedPrograms()).toHaveLength(5);
  const keptVersions = readdirSync(join(folder, 'versions')).filter((name) => /^\d/.test(name));
  for (const name of keptVersions) {
    const program = /customer-profile-[0-9a-f]+_bg\.wasm/.exec(readFileSync(join(folder, 'versions', name, 'index.html'), 'utf8'))[0];
    expect(servedPrograms()).toContain(program);
  }
});

test('a page that was edited by hand is not replaced without its configuration', () => {
  publish(createBuild('1.0.0'), folder, writeConfiguration('{"unit": "元"}'));
  writeFileSync(join(folder, 'public', 'index.html'), page().replace('"元"', '"千元"'));
  const { status, output } = run(createBuild('2.0.0'), folder);
  expect(status).toBe(1);
  expect(output).toContain('was changed after it was published');
  expect(page()).toContain('"千元"');
  publish(createBuild('2.0.0'), folder, writeConfiguration('{"unit": "千元"}'));
  expect(servedConfiguration()).toEqual({ unit: '千元' });
});

test('a second publish.sh is refused while one is running', async () => {
  publish(createBuild('1.0.0'), folder);
  const other = spawn('flock', [join(folder, '.lock'), 'sh', '-c', 'echo locked; read -r line'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((locked) => other.stdout.once('data', locked));
  expect(run(createBuild('2.0.0'), folder)).toMatchObject({ status: 1, output: expect.stringContaining('another publish.sh is running') });
  other.stdin.end();
  await new Promise((closed) => other.once('close', closed));
  publish(createBuild('2.0.0'), folder);
});

test('a read-only folder is reported as that, not as locked', () => {
  mkdirSync(folder);
  // Even root cannot write below a file.
  writeFileSync(join(folder, 'versions'), '');
  const { status, output } = run(createBuild('1.0.0'), folder);
  expect(status).toBe(1);
  expect(output).toContain(`cannot write to ${folder}: run publish.sh as the owner`);
  expect(output).not.toContain('another');
});

/** Incomplete builds, and their error messages. */
const incompleteBuilds = {
  'a truncated program': [(build) => truncateSync(join(build, programOf('2.0.0')), 3), /customer-profile-322e302e30_bg\.wasm: FAILED/],
  'a missing program': [(build) => rmSync(join(build, programOf('2.0.0'))), /_bg\.wasm: FAILED open or read/],
  'a truncated .br': [(build) => truncateSync(join(build, `${programOf('2.0.0')}.br`), 3), /_bg\.wasm\.br: FAILED/],
  'a missing embed.js.gz': [(build) => rmSync(join(build, 'embed.js.gz')), /embed\.js\.gz: FAILED/],
  'a changed page': [(build) => writeFileSync(join(build, 'index.html'), `${readFileSync(join(build, 'index.html'))} `), /index\.html: FAILED/],
  'no manifest': [(build) => rmSync(join(build, 'manifest.sha256')), /no manifest\.sha256/],
  'an empty manifest': [(build) => truncateSync(join(build, 'manifest.sha256'), 0), /is incomplete/],
  'a manifest truncated within a line': [(build) => truncateSync(join(build, 'manifest.sha256'), 40), /manifest\.sha256 is damaged/],
  'a manifest truncated between lines': [(build) => keepLines(join(build, 'manifest.sha256'), 1), /does not name index\.html/],
  'a manifest with a path outside the folder': [
    (build) => writeFileSync(join(build, 'manifest.sha256'), `${'0'.repeat(64)}  ../index.html\n`),
    /manifest\.sha256 is damaged/,
  ],
  'the .gz of another file': [(build) => replaceCompressedProgram(build, '.gz'), /\.gz does not decompress to customer-profile/],
  'the .br of another file': [(build) => replaceCompressedProgram(build, '.br'), /\.br does not decompress to customer-profile/],
};
const keepLines = (path, count) => writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(0, count).concat('').join('\n'));
function replaceCompressedProgram(build, ending) {
  cpSync(join(build, `embed.js${ending}`), join(build, programOf('2.0.0') + ending));
  writeManifest(build);
}

for (const [name, [damage, message]] of Object.entries(incompleteBuilds)) {
  test(`a build with ${name} is refused and changes nothing`, () => {
    publish(createBuild('1.0.0'), folder);
    const before = listFolder(folder);
    const build = createBuild('2.0.0');
    damage(build);
    for (const parameters of [[build, folder], ['--files', build, folder], [build, join(home, 'other')]]) {
      const { status, output } = run(...parameters);
      expect(output).toMatch(message);
      expect(status).toBe(1);
    }
    expect(listFolder(folder)).toEqual(before);
    expect(existsSync(join(home, 'other'))).toBe(false);
  });
}

test('files that the manifest does not name are not published', () => {
  const build = createBuild('1.0.0');
  writeFileSync(join(build, 'notes.txt'), '');
  publish(build, folder);
  expect(readdirSync(join(folder, 'public'))).not.toContain('notes.txt');
  expect(readdirSync(join(folder, 'public'))).not.toContain('manifest.sha256');
});

test('a rollback refuses a damaged version, and publishing its build again repairs it', () => {
  const good = createBuild('1.0.0');
  publish(good, folder, writeConfiguration('{"unit": "一"}'));
  publish(createBuild('2.0.0'), folder);
  const before = listFolder(join(folder, 'public'));
  for (const place of ['versions/1.0.0', 'public']) truncateSync(join(folder, place, programOf('1.0.0')), 3);
  rmSync(join(folder, 'versions/1.0.0/check-config'));
  writeFileSync(join(folder, 'versions/1.0.0/check-config'), 'exit 1');
  expect(run('--roll-back', 'version', folder)).toMatchObject({ status: 1, output: expect.stringContaining('_bg.wasm: FAILED') });
  expect(servedVersion()).toBe('2.0.0');
  expect(listFolder(join(folder, 'public')).length).toBe(before.length);

  expect(publish(good, folder)).toContain('version 1.0.0,');
  for (const place of ['versions/1.0.0', 'public']) {
    expect(readFileSync(join(folder, place, programOf('1.0.0')), 'utf8')).toBe('program 1.0.0');
  }
  publish('--roll-back', 'version', folder);
  publish('--roll-back', 'version', folder, '1.0.0');
  expect(servedConfiguration()).toEqual({ unit: '一' });
});

test('another build of the same version is kept beside it, whichever file differs', () => {
  publish(createBuild('1.0.0'), folder);
  expect(publish(createBuild('1.0.0', 'another script'), folder)).toContain('version 1.0.0-2,');
  expect(readFileSync(join(folder, 'versions/1.0.0/embed.js'), 'utf8')).toBe('script 1.0.0');
  expect(readFileSync(join(folder, 'public/embed.js'), 'utf8')).toBe('another script');
});

test('published files are world-readable with any umask and file modes', () => {
  const build = createBuild('1.0.0');
  for (const name of readdirSync(build)) chmodSync(join(build, name), 0o600);
  const path = writeConfiguration('{}');
  chmodSync(path, 0o600);
  const { status } = spawnSync('sh', ['-c', 'umask 077; exec sh "$@"', 'sh', script, build, folder, path]);
  expect(status).toBe(0);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const modes = entries.map((entry) => {
    const mode = statSync(join(entry.parentPath ?? entry.path, entry.name)).mode & 0o777;
    return [entry.name, mode.toString(8), entry.isDirectory() || entry.name === 'check-config' ? '755' : '644'];
  });
  expect(modes.length).toBeGreaterThan(15);
  for (const [name, mode, expected] of modes) expect(mode, name).toBe(expected);
});

test('a partially written file is not published', () => {
  publish(createBuild('1.0.0'), folder);
  // Simulates a disk that loses the last byte of every file.
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'cat'), '#!/bin/sh\n/bin/cat "$@" | head -c -1\n');
  chmodSync(join(bin, 'cat'), 0o755);
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  const { status, stderr } = spawnSync('sh', [script, createBuild('2.0.0'), folder], { encoding: 'utf8', env });
  expect(stderr).toContain('differs from what was written');
  expect(status).toBe(1);
  expect(servedVersion()).toBe('1.0.0');
});

test('a file that changes after it was written is reported', () => {
  publish(createBuild('1.0.0'), folder);
  // Simulates a disk that loses the last byte when a file is renamed.
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'mv'), '#!/bin/sh\n/bin/mv "$@"; case $3 in */public/*.wasm) truncate -s -1 "$3" ;; esac\n');
  chmodSync(join(bin, 'mv'), 0o755);
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  const build = createBuild('2.0.0');
  const { status, stderr } = spawnSync('sh', [script, build, folder], { encoding: 'utf8', env });
  expect(stderr).toContain('_bg.wasm is not the file that was written');
  expect(status).toBe(1);
  publish(build, folder);
  expect(readFileSync(join(folder, 'public', programOf('2.0.0')), 'utf8')).toBe('program 2.0.0');
});

test('equal check-configs of several versions are stored once', () => {
  for (const number of [1, 2, 3]) publish(createBuild(`${number}.0.0`), folder);
  const inodes = [1, 2, 3].map((number) => statSync(join(folder, 'versions', `${number}.0.0`, 'check-config')).ino);
  expect(new Set(inodes).size).toBe(1);
});

test('a configuration from a pipe is refused and changes nothing', () => {
  publish(createBuild('1.0.0'), folder, writeConfiguration('{"unit": "元"}'));
  const before = listFolder(folder);
  for (const parameters of [['--configure', folder, '/dev/stdin'], [createBuild('2.0.0'), folder, '/dev/stdin']]) {
    const { status, stderr } = spawnSync('sh', ['-c', 'printf "{}" | sh "$@"', 'sh', script, ...parameters], { encoding: 'utf8' });
    expect(stderr).toContain('/dev/stdin is not a file');
    expect(status).toBe(1);
  }
  expect(listFolder(folder)).toEqual(before);
});

test('public/ may be a symbolic link', () => {
  const elsewhere = join(home, 'elsewhere');
  mkdirSync(elsewhere);
  mkdirSync(folder);
  symlinkSync(elsewhere, join(folder, 'public'));
  for (const number of [1, 2, 3, 4, 5, 6]) publish(createBuild(`${number}.0.0`), folder);
  const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
  for (const name of readdirSync(elsewhere)) utimesSync(join(elsewhere, name), old, old);
  publish('--roll-back', 'version', folder);
  publish(createBuild('7.0.0'), folder);
  const programs = readdirSync(elsewhere).filter((name) => name.endsWith('.wasm'));
  expect(programs).not.toContain(programOf('1.0.0'));
  expect(programs).toContain(programOf('5.0.0'));
});

test('--files copies the files of a version before its page', () => {
  publish(createBuild('1.0.0'), folder);
  expect(publish('--files', createBuild('2.0.0'), folder)).toContain('version 2.0.0; the page is still 1.0.0');
  expect(servedVersion()).toBe('1.0.0');
  expect(readdirSync(join(folder, 'public'))).toContain(programOf('2.0.0'));
});

test('the example configuration is valid and has every setting', () => {
  const example = fileURLToPath(new URL('../../deploy/configuration.example.json', import.meta.url));
  publish('--check', example);
  const keys = Object.keys(JSON.parse(readFileSync(example, 'utf8')));
  const documented = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8').matchAll(/^\| \[`(\w+)`\]/gm);
  expect(keys.sort()).toEqual([...documented].map(([, key]) => key).sort());
});

// Interruptions. bash runs the script and kills its process group before its nth command, once for each n at which the
// folder has changed. A first run finds these n.

const interrupting = `
  set -T -o posix
  trap '
    if [ "$BASH_SUBSHELL" -eq 0 ]; then
      count=$((\${count:-0} + 1))
      if [ -n "$LOG" ]; then
        state=$(ls -lR --time-style=full-iso "$FOLDER" 2>&1) || :
        [ "$state" = "\${before-$state}" ] || echo "$count" >> "$LOG"
        before=$state
      elif [ "$count" -eq "$AT" ]; then
        kill -s "$SIGNAL" 0
      fi
    fi
  ' DEBUG
  . "$0"`;

const DATE = spawnSync('sh', ['-c', 'command -v date'], { encoding: 'utf8' }).stdout.trim();

function runInBash(parameters, settings) {
  // One hour ahead of the commands before it: the script names configurations by the second, and runs more commands if the
  // name is taken.
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'date'), `#!/bin/sh\nexec ${DATE} -d '+1 hour' "$@"\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, LOG: '', AT: '', SIGNAL: '', FOLDER: folder, ...settings };
  return spawnSync('setsid', ['bash', '-c', interrupting, script, ...parameters], { encoding: 'utf8', env });
}

/** Returns the numbers of the commands before which the folder has changed. */
function changingCommands(parameters) {
  const log = join(home, 'commands');
  const { status, stderr } = runInBash(parameters, { LOG: log });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return readFileSync(log, 'utf8').trim().split('\n');
}

/** Returns the content of the folder, without times and without files that the next run removes. */
const fingerprint = () =>
  JSON.stringify(
    (listFolder(folder) ?? []).filter(([name]) => !/\.new\/|\.part$/.test(name)).map(([name]) => [name, readFileSync(name, 'latin1')]),
  ).replace(/\d{8}-\d{6}/g, 'time');

/** Returns the served `[version, unit]`, after checking that it is complete and that `--list` agrees. */
function servedPage() {
  const isServed = existsSync(join(folder, 'public', 'index.html'));
  const [listed, configuration] = [...publish('--list', folder).matchAll(/^\* (.*)$/gm)].map(([, name]) => name);
  if (!isServed) {
    expect(listed).toBe(undefined);
    return null;
  }
  const name = servedVersion();
  expect(listed).toBe(name);
  expect(readFileSync(join(folder, 'public', programOf(name)), 'utf8')).toBe(`program ${name}`);
  expect(JSON.parse(readFileSync(join(folder, 'configurations', configuration), 'utf8'))).toEqual(servedConfiguration());
  return [name, servedConfiguration().unit];
}

const interruptions = {
  'the first publish': { given: () => {}, command: (one) => one, outcomes: [null, ['1.0.0', '一']] },
  'a publish': {
    signals: ['KILL', 'TERM'],
    given: (one) => publish(...one),
    command: (one, two) => two,
    outcomes: [['1.0.0', '一'], ['2.0.0', '二']],
  },
  'a configuration': {
    given: (one) => publish(...one),
    command: (one, two) => ['--configure', folder, two[2]],
    outcomes: [['1.0.0', '一'], ['1.0.0', '二']],
  },
  'a rollback': {
    signals: ['KILL', 'TERM'],
    given: (one, two) => publish(...one) && publish(...two),
    command: () => ['--roll-back', 'both', folder],
    outcomes: [['2.0.0', '二'], ['1.0.0', '一']],
  },
};

for (const [name, { signals = ['KILL'], given, command, outcomes }] of Object.entries(interruptions)) {
  for (const signal of signals) {
    test(`${name} killed by SIG${signal} at any command leaves a consistent folder`, () => {
      test.setTimeout(300_000);
      const one = [createBuild('1.0.0'), folder, writeConfiguration('{"unit": "一"}', 'one.json')];
      const two = [createBuild('2.0.0'), folder, writeConfiguration('{"unit": "二"}', 'two.json')];
      const parameters = command(one, two);
      given(one, two);
      const start = join(home, 'start');
      if (existsSync(folder)) cpSync(folder, start, { recursive: true });
      const reset = () => {
        rmSync(folder, { recursive: true, force: true });
        if (existsSync(start)) cpSync(start, folder, { recursive: true });
      };

      const commands = changingCommands(parameters);
      expect(servedPage()).toEqual(outcomes[1]);
      const seen = new Set();
      const found = new Set();
      for (const at of commands) {
        reset();
        runInBash(parameters, { SIGNAL: signal, AT: at });
        const state = fingerprint();
        if (seen.has(state)) continue;
        seen.add(state);
        const now = servedPage();
        expect(outcomes).toContainEqual(now);
        found.add(JSON.stringify(now));
        publish(...two);
        expect(servedPage()).toEqual(['2.0.0', '二']);
        expect(readdirSync(folder, { recursive: true }).filter((path) => /\.new|\.part/.test(path))).toEqual([]);
        if (!now) continue;
        publish('--roll-back', 'both', folder);
        expect(servedPage()).toEqual(['1.0.0', '一']);
      }
      // Both before and after the page was replaced.
      expect([...found].sort()).toEqual(outcomes.map((outcome) => JSON.stringify(outcome)).sort());
    });
  }
}

test('pages published within a second have different names', async () => {
  const site = await startNginx({ dist, backend: 'http://127.0.0.1:1', config: { currency: 'CNY' } });
  try {
    const tags = [];
    for (const currency of ['CNY', 'USD', 'EUR', 'JPY']) {
      site.publish(dist, { currency });
      const answer = await send(site.origin, 'GET', '/');
      tags.push(...values(answer, 'etag'));
      const [earlier] = tags;
      if (tags.length > 1) expect((await send(site.origin, 'GET', '/', { 'If-None-Match': earlier })).status).toBe(200);
    }
    expect(new Set(tags).size).toBe(4);
  } finally {
    await site.stop();
  }
});
