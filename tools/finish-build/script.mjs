// Minifies scripts.
import { createRequire } from 'node:module';

/** Returns the shortest form of a script for current browsers. */
export function minified(script) {
  // Not imported above: the hook starts in debug builds too, which need no npm packages.
  const { minify_sync } = createRequire(import.meta.url)('terser');
  return minify_sync(script, { ecma: 2022, compress: { passes: 3, ecma: 2022, unsafe_arrows: true } }).code;
}
