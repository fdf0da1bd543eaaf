// How much memory an answer of very many followers takes, on top of the program: README.md.

import { join } from 'node:path';

import { held } from './lib/memory.mjs';
import { serve } from './lib/server.mjs';
import { launch, load, openTab } from './lib/visits.mjs';

const FOLDER = process.env.DIST || join(import.meta.dirname, '../dist');
const FOLLOWERS = Number(process.env.FOLLOWERS || 100_000);

const browser = await launch();
const small = await visit(0);
const large = await visit(FOLLOWERS);
await browser.close();
console.log(small, large);

async function visit(followers) {
  const site = await serve(FOLDER, { followers, delay: 5 });
  const { page, cdp, context } = await openTab(browser, { net: 'none', cpu: 1, followers });
  await load(page, site.origin);
  const before = await cdp.send('Runtime.getHeapUsage');
  const kept = await held(cdp);
  const after = await cdp.send('Runtime.getHeapUsage');
  const size = site.answerSize(1001);
  await context.close();
  site.close();
  return { size, before, kept, after };
}
