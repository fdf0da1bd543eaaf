// The list of a release build's files with their hashes, by which deploy/publish.sh tells a complete build from a damaged one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const MANIFEST = 'manifest.sha256';

/** Writes the manifest of the folder, in the format of `sha256sum`. */
export function writeManifest(folder) {
  // Trunk's own files begin with a dot.
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== MANIFEST);
  const lines = names.sort().map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`);
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
