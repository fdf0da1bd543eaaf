// Finishes a release build (Trunk's post_build hook, in its staging folder): shrinks the program's files, writes the glue
// and the page's Content-Security-Policy into index.html, compresses everything else ahead of time, and fails where all
// that is more than anybody should wait for.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { SERVER_FUNCTIONS } from './server-functions.mjs';
import { shortenImports, withoutClasses } from './shrink.mjs';

/**
 * The most kilobytes that a first visit may take on the wire, without the answer (docs/performance.md): linked by
 * tools/lean-linker.mjs, as `make build` does, with a little room for another version of a tool; and in any other way.
 */
const BUDGET = { lean: 106, other: 112 };

/**
 * How wasm-opt makes the program small and quick to start: each function that runs has a price of its own, so the
 * smallest go into those that call them, and those that are called in one place only where they are small. (The lowest
 * memory is the far end of Rust's stack: nothing has its address.)
 */
const OPTIMISE = [
  ...['-Oz', '-aimfs', '12', '-ocimfs', '60', '--converge', '--low-memory-unused'],
  ...['--strip-producers', '--strip-target-features'],
];

/** The brotli quality at which the server compresses index.html (deploy/nginx). */
const SERVER_QUALITY = 5;

if (process.env.TRUNK_PROFILE === 'release') finish(process.env.TRUNK_STAGING_DIR);

function finish(folder) {
  const page = join(folder, 'index.html');
  const built = readFileSync(page, 'utf8');
  const names = namesOf(built);
  const program = shrink(folder, names);
  let html = built.replaceAll(names.wasm, program.wasm);
  // One style sheet is read sooner than five; and the comments that the minifier leaves in scripts, nobody reads there.
  html = html.replace(/<\/style>\s*<style>/g, '').replace(/(?<=[\n>])\/\/ .*\n/g, '');
  html = withGlue(html, program.glue);

  // The policy stands in the very page that it is about, so an upgrade or a cache can never pair one with another; it
  // comes before everything that it is to hold for, and after the charset, which has to be among the first bytes.
  refuseMarkup(program.glue);
  const policy = contentSecurityPolicy(html);
  const charset = find(html, (tag) => tag.name === 'meta' && 'charset' in tag.attributes, '<meta charset>');
  html = insert(html, charset.end, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  writeFileSync(page, html);

  // index.html is compressed by the server as it is sent: an operator edits its configuration in place, and a copy
  // made ahead of time would keep the old one.
  const sizes = { 'index.html': brotli(Buffer.from(html), SERVER_QUALITY).length };
  for (const name of files(folder)) {
    if (name === 'index.html') continue;
    const content = readFileSync(join(folder, name));
    const compressed = brotli(content, constants.BROTLI_MAX_QUALITY);
    writeFileSync(join(folder, `${name}.br`), compressed);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    sizes[name === program.wasm ? 'wasm' : name] = compressed.length;
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const list = Object.entries({ ...sizes, total }).map(([name, size]) => `${name} ${(size / 1000).toFixed(1)} kB`);
  const budget = program.isLean ? BUDGET.lean : BUDGET.other;
  console.log(`brotli: ${list.join(', ')} (at most ${budget} kB)`);
  if (!program.isLean) console.log('`make build` makes fewer: it links without what there is for server functions');
  if (total > budget * 1000) throw new Error(`the page takes ${total - budget * 1000} bytes more than its ${budget} kB`);
}

/** The names of the program's two files, as Trunk has written them into the page (Trunk.toml). */
function namesOf(html) {
  const wasm = find(html, (tag) => tag.name === 'meta' && tag.attributes.name === 'program', '<meta name="program">');
  return { wasm: wasm.attributes['data-wasm'], glue: basename(findGlue(html).attributes.src) };
}

function findGlue(html) {
  return find(html, (tag) => tag.name === 'script' && 'src' in tag.attributes, '<script src>');
}

/**
 * Shrinks the program's two files. The glue is taken out of the folder, for the page. The WebAssembly gets another name, a
 * hash of what is in it, and no `integrity`: a checked answer is compiled only when its last byte is there, which doubles
 * the time that the page is blocked (docs/performance.md); a damaged one does not compile.
 */
function shrink(folder, names) {
  const [glue, wasm] = [join(folder, names.glue), join(folder, names.wasm)];
  const isLean = !SERVER_FUNCTIONS.test(readFileSync(wasm, 'latin1'));
  const used = withoutClasses(readFileSync(glue, 'utf8'), SERVER_FUNCTIONS);
  const short = shortenImports(optimise(wasm), used);
  const renamed = names.wasm.replace(/[0-9a-f]{16}/, createHash('sha256').update(short.wasm).digest('hex').slice(0, 16));
  rmSync(glue);
  rmSync(wasm);
  writeFileSync(join(folder, renamed), short.wasm);
  return { wasm: renamed, glue: short.glue, isLean };
}

/**
 * The page with the glue in it, at its end: it comes while the WebAssembly is still on its way, instead of sharing the line
 * with it, and can be neither missing nor another version's.
 */
function withGlue(html, glue) {
  if (/<\/script|<!--/i.test(glue)) throw new Error('the glue contains what would end its script');
  const { start, end } = findGlue(html);
  const rest = html.slice(0, start) + html.slice(end).replace(/^\s*<\/script>/, '');
  const at = rest.lastIndexOf('</body>');
  if (at < 0) throw new Error('index.html has no </body>');
  return insert(rest, at, `<script>${glue}</script>`);
}

/** The program of this file as wasm-opt leaves it. */
function optimise(path) {
  // The one from npm, where it is installed, else the one on PATH.
  const PATH = [join(import.meta.dirname, '../node_modules/.bin'), process.env.PATH].join(delimiter);
  const options = { env: { ...process.env, PATH }, stdio: ['ignore', 'inherit', 'inherit'] };
  execFileSync('wasm-opt', [...OPTIMISE, path, '-o', path], options);
  return readFileSync(path);
}

/** Everything the page does and nothing else. What a meta element cannot say (frame-ancestors), the server says. */
function contentSecurityPolicy(html) {
  const scripts = [];
  const styles = [];
  for (const tag of tags(html)) {
    const isRefused = (name) => name === 'style' || name.startsWith('on') || (tag.name === 'script' && name === 'src');
    const refused = Object.keys(tag.attributes).find(isRefused);
    if (refused) throw new Error(`index.html: <${tag.name}> has the attribute ${refused}, which the page's policy refuses`);
    if (tag.name === 'style') styles.push(hash(tag.text));
    if (tag.name === 'script' && isExecutable(tag.attributes.type)) scripts.push(hash(tag.text));
  }
  return [
    `default-src 'none'`,
    `script-src 'wasm-unsafe-eval' ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    // The thread of public/boot.js that gets `Intl` ready.
    `worker-src data:`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types intl`,
  ].join('; ');
}

/**
 * Refuses a program that turns text into markup anywhere, because the page's Trusted Types would; wasm-bindgen imports
 * only what the program calls.
 */
function refuseMarkup(glue) {
  const found = /\.(innerHTML|outerHTML)\b|\binsertAdjacentHTML\b|\bnew Function\b|\beval\(/.exec(glue)?.[0];
  if (found) throw new Error(`the program uses ${found}, which the page's Content-Security-Policy refuses`);
}

/** Other types are data, which nobody runs and no policy looks at. */
function isExecutable(type = '') {
  return /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i.test(type.trim());
}

/** Browsers hash what their parser has read, and it reads every end of line as a line feed. */
function hash(text) {
  return `'sha256-${digest('sha256', text.replace(/\r\n?/g, '\n'))}'`;
}

function digest(algorithm, content) {
  return createHash(algorithm).update(content).digest('base64');
}

function brotli(content, quality) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}

/** What is served: every file but hidden ones, such as Trunk's own lock. */
function files(folder) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile());
}

function insert(text, at, part) {
  return text.slice(0, at) + part + text.slice(at);
}

function find(html, matches, name) {
  for (const tag of tags(html)) if (matches(tag)) return tag;
  throw new Error(`index.html has no ${name}`);
}

/** Every opening tag outside of comments, minified or not; for a script or a style with its text. */
function* tags(html) {
  const pattern = /<!--[^]*?-->|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
  for (let match; (match = pattern.exec(html)); ) {
    if (!match[1]) continue;
    const tag = { name: match[1].toLowerCase(), attributes: attributes(match[2]), start: match.index, end: pattern.lastIndex };
    if (tag.name === 'script' || tag.name === 'style') {
      const rest = html.slice(tag.end);
      const length = rest.search(new RegExp(`</${tag.name}[\\s/>]`, 'i'));
      if (length < 0) throw new Error(`index.html: <${tag.name}> has no end`);
      tag.text = rest.slice(0, length);
      pattern.lastIndex += length;
    }
    yield tag;
  }
}

function attributes(text) {
  const pattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
  const pairs = [...text.matchAll(pattern)].map(([, name, ...values]) => [
    name.toLowerCase(),
    values.find((value) => value !== undefined) ?? '',
  ]);
  return Object.fromEntries(pairs);
}
