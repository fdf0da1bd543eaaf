// Runs Lighthouse (mobile, simulated throttling) on this project's page and others in turns, and prints medians: README.md.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { buildPeer } from './lib/build.mjs';
import { FIRST_ID } from './lib/customer.mjs';
import { spread } from './lib/report.mjs';
import { serve } from './lib/server.mjs';

const run = promisify(execFile);
const { env } = process;
const RUNS = Number(env.RUNS || 3);
const OWN_FOLDER = join(import.meta.dirname, '../dist');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';

// Lighthouse 13 needs Node 22; the rest of the project does not. npx runs both from its cache.
const LIGHTHOUSE = ['--yes', '--package=node@22', '--package=lighthouse@13.5.0', 'lighthouse'];

const reports = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const pages = [];
for (const page of (env.PAGES || 'react element ours').split(/[\s,]+/)) {
  const [name, folder] = page.split('=');
  const files = folder ? resolve(folder) : name === 'ours' ? OWN_FOLDER : await buildPeer(name);
  pages.push({ name, results: [], site: await serve(files, { followers: 10, delay: 80 }) });
}
for (let turn = 0; turn < RUNS; turn++) {
  for (const page of pages) page.results.push(await audit(page, join(reports, `${page.name}-${turn}.json`)));
  console.error(`${turn + 1} of ${RUNS} runs`);
}
for (const { site } of pages) site.close();
rmSync(reports, { recursive: true });

const columns = [...CATEGORIES, 'blocking ms', 'LCP ms', 'CLS'];
console.log(['page', ...columns].map((column) => column.padStart(15)).join(''));
for (const { name, results } of pages) {
  const row = columns.map((column) => String(spread(results.map((result) => result[column])).median).padStart(15));
  console.log(name.padStart(15) + row.join(''));
}

/** Audits a page once. Returns scores (0 to 100) and metrics. */
async function audit({ site }, report) {
  const url = `${site.origin}/customers/${FIRST_ID}`;
  const options = [`--only-categories=${CATEGORIES}`, '--output=json', `--output-path=${report}`, '--quiet'];
  await run('npx', [...LIGHTHOUSE, url, ...options, `--chrome-flags=${FLAGS}`], {
    env: { ...env, CHROME_PATH: env.CHROMIUM || '/usr/bin/chromium' },
  });
  const { audits, categories } = JSON.parse(readFileSync(report, 'utf8'));
  return {
    ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * categories[name].score)])),
    'blocking ms': Math.round(audits['total-blocking-time'].numericValue),
    'LCP ms': Math.round(audits['largest-contentful-paint'].numericValue),
    CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
  };
}
