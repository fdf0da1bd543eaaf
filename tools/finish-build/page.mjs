// Changes index.html for a release. Trunk has already minified it and inlined the style sheets and public/boot.js.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';

import { minified } from './script.mjs';

/** The elements of Trunk.toml's `pattern_script`, minified: `<meta name="program" data-wasm="…">` and the glue. */
const WASM = /<meta[^>]* data-wasm="?([^"\s>]+)/;
const GLUE = /<script defer[^>]* src="?([^"\s>]+)"?><\/script>/;
const CHARSET = /<meta charset[^>]*>/;

/** Returns the names of the program's files. */
export function namesOf(html) {
  return { wasm: find(html, WASM)[1], glue: basename(find(html, GLUE)[1]) };
}

/** Minifies public/boot.js, which Trunk does not, and joins the style sheets: one parses faster than five. */
export function compacted(html) {
  return html.replace(/(?<=<script>)[^]*?(?=<\/script>)/g, minified).replace(/<\/style>\s*<style>/g, '');
}

/**
 * Inlines the glue at the end of the page: it arrives before the WebAssembly without competing for bandwidth, and cannot be
 * missing or of another version.
 */
export function withGlue(html, glue) {
  if (/<\/script|<!--/i.test(glue)) throw new Error('the glue contains </script or <!--, which would end its script element');
  const rest = html.replace(find(html, GLUE)[0], '');
  const at = rest.lastIndexOf('</body>');
  if (at < 0) throw new Error('index.html has no </body>');
  return `${rest.slice(0, at)}<script>${glue}</script>${rest.slice(at)}`;
}

export function withVersion(html, version) {
  return afterCharset(html, `<meta name="version" content="${version}">`);
}

/**
 * Adds the Content-Security-Policy to the page, so that upgrades and caches cannot mix hashes and scripts of two versions.
 * It precedes everything it applies to, and follows the charset, which must be among the first bytes. The server adds
 * frame-ancestors, which a meta element cannot have.
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

/** Returns the hashes of all elements with a name, in the syntax of the policy. */
function hashes(html, name, isIncluded = () => true) {
  const elements = [...html.matchAll(new RegExp(`<${name}([^>]*)>([^]*?)</${name}>`, 'g'))];
  return elements
    .filter(([, attributes]) => isIncluded(attributes))
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
