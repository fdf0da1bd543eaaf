// The hashes of a build's files. deploy/publish.sh refuses a build that does not match them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const MANIFEST = 'manifest.sha256';

/** Writes the manifest of a folder, in the format of `sha256sum`. */
export function writeManifest(folder) {
  // Names with a leading dot are Trunk's.
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== MANIFEST);
  const lines = names.sort().map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`);
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
