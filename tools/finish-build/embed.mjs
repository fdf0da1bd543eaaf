// Minifies embed.js, and copies it under a versioned name for host pages that pin a version.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { minified } from './script.mjs';

/** Returns the name and the `integrity` of the copy for pinning. */
export function finishEmbed(folder, version) {
  const path = join(folder, 'embed.js');
  const code = minified(readFileSync(path, 'utf8'));
  // Some programs decode a plus sign in a URL as a space.
  const name = `embed-${version.replace('+', '-')}.js`;
  writeFileSync(path, code);
  writeFileSync(join(folder, name), code);
  return { name, integrity: `sha384-${createHash('sha384').update(code).digest('base64')}` };
}
