// Which version this is: Cargo.toml's, and the commit where there is one to be known.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Such as `0.1.0+1a2b3c4`; `0.1.0+1a2b3c4-dirty` with changes that are in no commit; `0.1.0` from a source archive. */
export function version() {
  const [, number] = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'));
  const commit = describe();
  return commit ? `${number}+${commit}` : number;
}

function describe() {
  try {
    // With its own `.git` named, an archive that was unpacked inside another repository does not take that one's commit.
    const args = ['--git-dir=.git', 'describe', '--always', '--dirty', '--exclude=*'];
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
