// Minimises the program: the WebAssembly, and wasm-bindgen's JavaScript for it (the glue).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { minified } from './script.mjs';

const WASM_OPT = join(import.meta.dirname, '../../node_modules/.bin/wasm-opt');

/**
 * Options of wasm-opt, for size. Browsers compile a function at its first call, so very small functions are inlined
 * (-aimfs), but functions with one caller only if they are small, or the functions of the start would grow (-ocimfs). Low
 * memory is unused: it is the end of Rust's stack.
 */
export const SIZE_OPTIONS = ['-Oz', '-aimfs', '4', '-ocimfs', '60', '--low-memory-unused', '--converge'];

/**
 * Shortens the names of imports and exports. wasm-opt lists old and new names, which are then replaced in the glue, too.
 */
const SHORT_NAMES = ['--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'];

/**
 * Replaces the two built files with the minimised WebAssembly, named by its content. Returns that name and the glue's text.
 */
export function shrinkProgram(folder, built) {
  const [glue, wasm] = [join(folder, built.glue), join(folder, built.wasm)];
  wasmOpt([...SIZE_OPTIONS, wasm, '-o', wasm]);
  const { imports, exports } = JSON.parse(wasmOpt([...SHORT_NAMES, wasm, '-o', wasm]));
  const program = withoutPaths(readFileSync(wasm));
  const text = minified(withShortNames(readFileSync(glue, 'utf8'), imports, exports));
  rmSync(glue);
  rmSync(wasm);
  const hash = createHash('sha256').update(program).digest('hex').slice(0, 16);
  const name = `customer-profile-${hash}_bg.wasm`;
  writeFileSync(join(folder, name), program);
  return { wasm: name, glue: text };
}

/**
 * Panic messages have paths of the build machine. Replaces the registry's folder with dots of the same length, so that no
 * offset changes. (Cargo's `trim-paths` needs nightly; `--remap-path-prefix` in .cargo/config.toml needs a fixed folder.)
 */
function withoutPaths(program) {
  const home = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const registry = join(home, 'registry', 'src');
  return Buffer.from(program.toString('latin1').replaceAll(Buffer.from(registry).toString('latin1'), (path) => '.'.repeat(path.length)), 'latin1');
}

function withShortNames(glue, imports, exports) {
  const names = new Map([...imports.map(([, name, short]) => [name, short]), ...exports]);
  const [module] = imports[0];
  return glue.replace(/[\w$]+/g, (word) => names.get(word) ?? word).replaceAll(module, 'a');
}

/** Runs the wasm-opt of package-lock.json, for reproducible builds. Returns its output. */
export function wasmOpt(args) {
  if (!existsSync(WASM_OPT)) throw new Error('there is no wasm-opt: `npm ci` installs it');
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: Infinity };
  return execFileSync(WASM_OPT, args, options);
}
