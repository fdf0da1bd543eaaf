#!/usr/bin/env node
// Links a release build (`make build` has cargo call it in place of rustc's own linker, which it calls in turn) without
// what is there for server functions: that is exported, so the linker keeps it and all that only it uses, though no page
// of ours calls it. Afterwards nothing could tell which of that is needed otherwise.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { SERVER_FUNCTIONS } from './server-functions.mjs';

/** One program under three names: rustc's own, which is on PATH where rustc calls its linker, and those of distributions. */
const LINKERS = ['rust-lld', 'wasm-ld', 'lld'];

/** The linker's arguments without those exports, each of which is two: `--export`, and the name. */
function needed(args) {
  const isUnused = (arg) => SERVER_FUNCTIONS.test(arg);
  return args.filter((arg, at) => !isUnused(arg) && !(arg === '--export' && isUnused(args[at + 1])));
}

// Where they are too many for a command line, rustc writes them into a file, one a line.
const args = needed(process.argv.slice(2));
for (const arg of args.filter((arg) => arg.startsWith('@'))) {
  const file = arg.slice(1);
  writeFileSync(file, needed(readFileSync(file, 'utf8').split('\n')).join('\n'));
}

for (const linker of LINKERS) {
  const { status, error } = spawnSync(linker, args, { stdio: 'inherit' });
  if (error?.code === 'ENOENT') continue;
  if (error) throw error;
  process.exit(status ?? 1);
}
console.error(`there is no linker for WebAssembly (${LINKERS.join(', ')})`);
process.exit(1);
