// Loads this project's page and comparable pages in turns, and prints their load times: README.md.

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { PEERS, buildPeer } from './lib/build.mjs';
import { summarise, table } from './lib/report.mjs';
import { serve } from './lib/server.mjs';
import { NETS, check, launch, measure } from './lib/visits.mjs';

const HERE = import.meta.dirname;
/** The page that the others are compared with, and its release build. */
const OWN = 'ours';
const OWN_FOLDER = join(HERE, '../dist');
const RESULT = join(HERE, 'result.json');

const { env } = process;
const setting = {
  net: env.NET || 'fast4g',
  cpu: Number(env.CPU || 4),
  delay: Number(env.DELAY || 80),
  followers: Number(env.FOLLOWERS || 10),
  runs: Number(env.RUNS || 7),
};
if (!(setting.net in NETS)) throw new Error(`NET=${setting.net} is none of ${Object.keys(NETS).join(', ')}`);

const pages = (env.PAGES || [...PEERS, OWN].join(' ')).split(/[\s,]+/).map((page) => {
  const [name, folder] = page.split('=');
  return { name, folder: folder && resolve(folder), visits: [] };
});
const browser = await launch();
for (const page of pages) await attempt(page, () => prepare(page));
for (let run = 0; run < setting.runs; run++) {
  // Alternates the order, so that no page is always the first.
  for (const page of run % 2 ? pages.toReversed() : pages) {
    await attempt(page, async () => page.visits.push(await measure(browser, page.site, setting)));
  }
  console.error(`${run + 1} of ${setting.runs} runs`);
}
await browser.close();
for (const { site } of pages) site?.close();

const summary = summarise(pages, OWN);
writeFileSync(RESULT, `${JSON.stringify({ setting, pages: summary }, null, 2)}\n`);
console.log(`${JSON.stringify(setting)}, milliseconds unless it says kB\n\n${table(summary, OWN)}\n\nalso in ${RESULT}`);
process.exitCode = pages.some(({ failure }) => failure) ? 1 : 0;

/** Runs an action for a page. If it fails, the page leaves the race. */
async function attempt(page, action) {
  if (page.failure) return;
  try {
    await action();
  } catch (error) {
    page.failure = error.message.split('\n')[0];
    console.error(`${page.name} is out of the race: ${page.failure}`);
  }
}

async function prepare(page) {
  page.folder ??= page.name === OWN ? OWN_FOLDER : await buildPeer(page.name);
  await check(browser, page.folder);
  page.site = await serve(page.folder, setting);
}
