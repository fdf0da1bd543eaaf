// Prints where the bytes of the program are (`make size`): by crate, and the largest functions. It looks at the build that
// Trunk has left, made small with the same options, but with the functions' names, and uncompressed.
//
// A function counts for the crate whose code it is: a closure of ours that a function of Leptos's has taken in is Leptos's.
import { join } from 'node:path';

import { SMALL, wasmOpt } from './finish-build/program.mjs';

const LARGEST = 25;

const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../target');
const built = join(target, 'wasm-bindgen/release/customer-profile_bg.wasm');
const metrics = wasmOpt([...SMALL, '--debuginfo', '--func-metrics', built]);

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

/** Of `<leptos_router::X as core::fmt::Debug>::fmt`, `leptos_router`; `core`, `alloc` and `std` are one. */
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
