// Makes the program's two files, the WebAssembly and wasm-bindgen's JavaScript for it (the glue), as small as they can be.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const WASM_OPT = join(import.meta.dirname, '../../node_modules/.bin/wasm-opt');

/**
 * What wasm-opt does: small above all. Each function that is called costs time of its own when the page starts, so the
 * smallest go into those that call them (-aimfs), but of those that are called in one place only the small ones, because
 * the others would make what is called first larger (-ocimfs). Nothing has the lowest addresses: they are the far end of
 * Rust's stack.
 */
export const SMALL = ['-Oz', '-aimfs', '4', '-ocimfs', '60', '--low-memory-unused', '--converge'];

/**
 * wasm-bindgen's long names with their hashes stand in both files; afterwards both have the short ones that wasm-opt
 * gives and lists.
 */
const SHORT_NAMES = ['--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'];

/**
 * Puts the smaller WebAssembly into the folder, under the name of its content, and takes the two built files out of it.
 * Gives that name, and the text of the glue.
 */
export function shrinkProgram(folder, built) {
  const [glue, wasm] = [join(folder, built.glue), join(folder, built.wasm)];
  wasmOpt([...SMALL, wasm, '-o', wasm]);
  const { imports, exports } = JSON.parse(wasmOpt([...SHORT_NAMES, wasm, '-o', wasm]));
  const program = withoutPaths(readFileSync(wasm));
  const text = withShortNames(readFileSync(glue, 'utf8'), imports, exports);
  rmSync(glue);
  rmSync(wasm);
  const hash = createHash('sha256').update(program).digest('hex').slice(0, 16);
  const name = `customer-profile-${hash}_bg.wasm`;
  writeFileSync(join(folder, name), program);
  return { wasm: name, glue: text };
}

/**
 * Panics name their source file, by its path on the machine that built it. What leads to the registry's folder becomes a
 * row of dots of the same length, so that nothing moves. (Cargo's `trim-paths` does this, on nightly only;
 * `--remap-path-prefix` in .cargo/config.toml would have to know the folder, and a wrapper of rustc is no script on Windows.)
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

/** Runs the wasm-opt of package-lock.json, so that it is the same one in every build; gives what it prints. */
export function wasmOpt(args) {
  if (!existsSync(WASM_OPT)) throw new Error('there is no wasm-opt: `npm ci` installs it');
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: Infinity };
  return execFileSync(WASM_OPT, args, options);
}
