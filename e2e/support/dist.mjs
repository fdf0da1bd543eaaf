// The release build under test, and changed copies of it.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeManifest } from '../../tools/finish-build/manifest.mjs';

const e2e = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the release build: `DIST`, else dist/. */
export const dist = resolve(e2e, process.env.DIST ?? '../dist');

if (!existsSync(join(dist, 'index.html'))) {
  throw new Error(`There is no release build in ${dist}: run \`make build\` first.`);
}

/** Returns the name of the build's only file with an extension. */
export function nameOf(ending) {
  const names = readdirSync(dist).filter((name) => name.endsWith(ending));
  if (names.length !== 1) throw new Error(`expected one ${ending} in ${dist}, found ${names.join(', ') || 'none'}`);
  return names[0];
}

export const read = (name) => readFileSync(join(dist, name));

/**
 * Changes files of a folder: `{ 'index.html': (bytes) => bytes, … }`; `null` removes a file. Removes the compressed copies
 * of changed files.
 */
export function changeFiles(folder, changes) {
  for (const [name, change] of Object.entries(changes)) {
    const place = join(folder, name);
    const changed = change(existsSync(place) ? readFileSync(place) : undefined);
    for (const ending of ['', '.br', '.gz']) rmSync(place + ending, { force: true });
    if (changed !== null) writeFileSync(place, changed);
  }
}

/** Copies the build with changed files (`changeFiles`) and a new manifest. The caller removes the copy. */
export function copyOfDist(changes) {
  const copy = mkdtempSync(join(tmpdir(), 'customer-profile-dist-'));
  cpSync(dist, copy, { recursive: true });
  changeFiles(copy, changes);
  writeManifest(copy);
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/**
 * Creates a next version with `copyOfDist`: the same program under the name `wasm`, as if its content had changed.
 */
export function nextVersion() {
  const old = nameOf('.wasm');
  const wasm = old.replace('customer-profile-', '$&0ff1ce');
  const renamed = (bytes) => bytes.toString('utf8').replaceAll(old, wasm);
  const files = ['', '.br', '.gz'].map((ending) => [
    [old + ending, () => null],
    [wasm + ending, () => read(old + ending)],
  ]);
  return { wasm, ...copyOfDist({ 'index.html': renamed, ...Object.fromEntries(files.flat()) }) };
}
