// The version: from Cargo.toml, with the commit if known.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Returns `0.1.0+1a2b3c4`; `0.1.0+1a2b3c4-dirty` with uncommitted changes; `0.1.0` in a source archive. */
export function version() {
  const [, number] = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'));
  const commit = describe();
  return commit ? `${number}+${commit}` : number;
}

function describe() {
  try {
    // `--git-dir`: an archive that was unpacked inside another repository must not take that one's commit.
    const args = ['--git-dir=.git', 'describe', '--always', '--dirty', '--exclude=*'];
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
