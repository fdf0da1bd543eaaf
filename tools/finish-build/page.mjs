// What a release build changes in index.html. Trunk has minified it and written the style sheets and public/boot.js into it.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** As Trunk.toml has it written, minified: `<meta name="program" data-wasm="…">` and the script with the glue. */
const WASM = /<meta[^>]* data-wasm="?([^"\s>]+)/;
const GLUE = /<script defer[^>]* src="?([^"\s>]+)"?><\/script>/;
const CHARSET = /<meta charset[^>]*>/;

/** The names of the program's two files. */
export function namesOf(html) {
  return { wasm: find(html, WASM)[1], glue: basename(find(html, GLUE)[1]) };
}

/** Without the comments that Trunk's minifier leaves in scripts; and browsers read one style sheet sooner than five. */
export function tidied(html) {
  return withoutComments(html).replace(/<\/style>\s*<style>/g, '');
}

/** Without the lines that are comments of a script, and without the indentation. */
function withoutComments(text) {
  return text.replace(/(?<=[\n>]|^) *\/\/ .*\n/g, '').replace(/\n +/g, '\n');
}

/**
 * Writes the glue into the page, at its end: it comes while the WebAssembly is still on its way, instead of sharing the
 * line with it, and can be neither missing nor another version's.
 */
export function withGlue(html, glue) {
  if (/<\/script|<!--/i.test(glue)) throw new Error('the glue contains what would end its script');
  const rest = html.replace(find(html, GLUE)[0], '');
  const at = rest.lastIndexOf('</body>');
  if (at < 0) throw new Error('index.html has no </body>');
  return `${rest.slice(0, at)}<script>${glue}</script>${rest.slice(at)}`;
}

/** Says which version this is, for people and for the program. */
export function withVersion(html, version) {
  return afterCharset(html, `<meta name="version" content="${version}">`);
}

/**
 * Writes the Content-Security-Policy into the very page that it is about, so that an upgrade or a cache can never pair one
 * with another: before everything that it is to hold for, and after the charset, which has to be among the first bytes.
 * It allows what the page does, and nothing else. What a meta element cannot say (frame-ancestors), the server says.
 */
export function withPolicy(html) {
  const isData = (attributes) => attributes.includes('application/json');
  const policy = [
    `default-src 'none'`,
    `script-src 'wasm-unsafe-eval' ${hashes(html, 'script', (attributes) => !isData(attributes))}`,
    `style-src ${hashes(html, 'style')}`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ];
  return afterCharset(html, `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`);
}

/** The hashes of all elements of this name, as a policy lists them. */
function hashes(html, name, isMeant = () => true) {
  const elements = [...html.matchAll(new RegExp(`<${name}([^>]*)>([^]*?)</${name}>`, 'g'))];
  return elements
    .filter(([, attributes]) => isMeant(attributes))
    .map(([, , text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join(' ');
}

function afterCharset(html, element) {
  const { 0: charset, index } = find(html, CHARSET);
  const at = index + charset.length;
  return html.slice(0, at) + element + html.slice(at);
}

function find(html, pattern) {
  const found = pattern.exec(html);
  if (!found) throw new Error(`index.html has nothing like ${pattern}`);
  return found;
}
