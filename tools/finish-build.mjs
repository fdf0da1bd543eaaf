// Finishes a release build in Trunk's staging folder, as the post_build hook of Trunk.toml: minimises the program, inlines the
// glue, adds the policy, minifies embed.js, compresses everything, writes the manifest, and checks the size budget. Does
// nothing in debug builds.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { compressFiles } from './finish-build/compress.mjs';
import { finishEmbed } from './finish-build/embed.mjs';
import { writeManifest } from './finish-build/manifest.mjs';
import { namesOf, compacted, withGlue, withPolicy, withVersion } from './finish-build/page.mjs';
import { shrinkProgram } from './finish-build/program.mjs';
import { version } from './finish-build/version.mjs';

/**
 * The maximum size of a first visit on the wire, in kilobytes, without the API's response: 3% above the current size, so
 * that growth is noticed, but another version of a tool still fits.
 */
const BUDGET = 207;

if (process.env.TRUNK_PROFILE === 'release') finish(process.env.TRUNK_STAGING_DIR);

function finish(folder) {
  const path = join(folder, 'index.html');
  let html = readFileSync(path, 'utf8');

  const built = namesOf(html);
  const program = shrinkProgram(folder, built);
  html = html.replaceAll(built.wasm, program.wasm);
  html = compacted(html);
  html = withGlue(html, program.glue);
  html = withVersion(html, version());
  html = withPolicy(html);
  writeFileSync(path, html);
  const pinned = finishEmbed(folder, version());

  const sizes = compressFiles(folder);
  writeManifest(folder);
  for (const [name, size] of sizes) console.log(`${kilobytes(size).padStart(8)} kB  ${name}`);
  console.log(`          ${pinned.name}: integrity="${pinned.integrity}"`);
  // Only other pages load embed.js.
  const total = sizes.reduce((sum, [name, size]) => (/^embed\b/.test(name) ? sum : sum + size), 0);
  console.log(`${kilobytes(total).padStart(8)} kB  on the wire with brotli, of ${BUDGET} kB`);
  if (total > BUDGET * 1000) {
    console.error(`The page is over its budget of ${BUDGET} kB (tools/finish-build.mjs).`);
    process.exitCode = 1;
  }
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
