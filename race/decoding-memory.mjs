// Measures the memory for decoding a response with very many followers: README.md.

import { join } from 'node:path';

import { FIRST_ID } from './lib/customer.mjs';
import { measureMemory } from './lib/memory.mjs';
import { serve } from './lib/server.mjs';
import { launch, load, openTab } from './lib/visits.mjs';

const FOLDER = process.env.DIST || join(import.meta.dirname, '../dist');
const FOLLOWERS = Number(process.env.FOLLOWERS || 100_000);
/** A small response, to measure the program itself. */
const FEW_FOLLOWERS = 12;
/** The maximum memory, in sizes of the response. */
const MOST = 6;

const browser = await launch();
const [few, many] = [await visit(FEW_FOLLOWERS), await visit(FOLLOWERS)];
await browser.close();

console.log(`memory for decoding a response with ${FOLLOWERS} followers (${(many.size / 1e6).toFixed(2)} MB), as a multiple of its size:`);
const times = (part) => (many[part] - few[part]) / many.size;
console.log(`${times('wasm').toFixed(2)} WebAssembly's memory, peak`);
console.log(`${times('buffers').toFixed(2)} JavaScript's buffers, before garbage collection`);
console.log(`${times('heap').toFixed(2)} JavaScript's heap, before garbage collection`);
const total = times('wasm') + times('buffers') + times('heap');
console.log(`${total.toFixed(2)} in total`);
if (total >= MOST) throw new Error(`not less than ${MOST} times the size of the response`);

async function visit(followers) {
  const site = await serve(FOLDER, { followers, delay: 0 });
  const { page, cdp, context } = await openTab(browser, { net: 'none', cpu: 1, followers });
  await load(page, site.origin);
  const { usedSize: heap, backingStorageSize: buffers } = await cdp.send('Runtime.getHeapUsage');
  const { wasm } = await measureMemory(cdp);
  const size = site.answerSize(FIRST_ID);
  await context.close();
  site.close();
  return { size, heap, buffers, wasm };
}
