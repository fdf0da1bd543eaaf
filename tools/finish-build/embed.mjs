// Finishes embed.js, which other pages load: minified, and a second time under the name of its version, for pages that pin one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify_sync } from 'terser';

/** Returns the name and the `integrity` of the copy for pinning. */
export function finishEmbed(folder, version) {
  const path = join(folder, 'embed.js');
  const { code } = minify_sync(readFileSync(path, 'utf8'), { ecma: 2022, compress: { passes: 3, ecma: 2022, unsafe_arrows: true } });
  // A plus sign in an address means a space to some programs.
  const name = `embed-${version.replace('+', '-')}.js`;
  writeFileSync(path, code);
  writeFileSync(join(folder, name), code);
  return { name, integrity: `sha384-${createHash('sha384').update(code).digest('base64')}` };
}
