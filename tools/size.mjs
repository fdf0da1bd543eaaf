// Prints the bytes of the program by crate, and its largest functions (`make size`): uncompressed, from Trunk's last release
// build, optimised with the same options, but in one round and with function names.
//
// Inlined code counts for the function that contains it: a closure of ours inlined into Leptos counts for Leptos.
import { join } from 'node:path';

import { SIZE_OPTIONS, wasmOpt } from './finish-build/program.mjs';

const LARGEST = 25;

const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../target');
const built = join(target, 'wasm-bindgen/release/customer-profile_bg.wasm');
// Without --converge, every round of which would print the metrics.
const once = SIZE_OPTIONS.filter((option) => option !== '--converge');
const metrics = wasmOpt([...once, '--debuginfo', '--func-metrics', built]);

const functions = [...metrics.matchAll(/^func: (.*)\n \[binary-bytes\] : (\d+)/gm)].map(([, name, bytes]) => ({
  name: name.replace(/::h[0-9a-f]{16}(_\d+)?$/, ''),
  bytes: Number(bytes),
}));
const data = Number(/\[memory-data\]\s*: (\d+)/.exec(metrics)[1]);

const crates = new Map([['(data: texts, tables, paths of panics)', data]]);
for (const { name, bytes } of functions) crates.set(crateOf(name), (crates.get(crateOf(name)) ?? 0) + bytes);
const total = [...crates.values()].reduce((sum, bytes) => sum + bytes, 0);

print('By crate', [...crates].sort(([, a], [, b]) => b - a));
print('\nThe largest functions', functions.sort((a, b) => b.bytes - a.bytes).slice(0, LARGEST).map(({ name, bytes }) => [name, bytes]));

/** Returns the crate of a function: `leptos_router` for `<leptos_router::X as core::fmt::Debug>::fmt`. */
function crateOf(name) {
  const crate = /([a-z]\w*)(\[\w+\])?::/.exec(name)?.[1] ?? '(no crate)';
  return ['core', 'alloc', 'std'].includes(crate) ? 'std' : crate;
}

function print(title, rows) {
  console.log(title);
  for (const [name, bytes] of rows) {
    const share = ((100 * bytes) / total).toFixed(1);
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB ${share.padStart(5)}%  ${name}`);
  }
}
