// Minifies scripts.
import { minify_sync } from 'terser';

/** Returns the shortest form of a script for current browsers. */
export function minified(script) {
  return minify_sync(script, { ecma: 2022, compress: { passes: 3, ecma: 2022, unsafe_arrows: true } }).code;
}
