// Runs Trunk's post_build hook as `trunk serve` does.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const tools = join(import.meta.dirname, '../../tools');

test('the hook of a debug build needs no npm packages', () => {
  // Outside the project, where Node.js finds no node_modules.
  const folder = mkdtempSync(join(tmpdir(), 'hook-'));
  try {
    for (const name of ['finish-build', 'finish-build.mjs']) cpSync(join(tools, name), join(folder, name), { recursive: true });
    execFileSync(process.execPath, [join(folder, 'finish-build.mjs')], { env: { ...process.env, TRUNK_PROFILE: 'debug' }, stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
