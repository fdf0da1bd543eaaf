import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { startApi } from './server/api.mjs';
import { sample } from './server/answers.mjs';
import { startNginx } from './support/nginx.mjs';
import { arrival, customerPath } from './support/page.mjs';
const api = await startApi();
const dists = process.argv.slice(2);
const b = await chromium.launch(config.use.launchOptions);
const res = dists.map(() => []); const nodes = [];
const pages = [];
for (const d of dists) { const site = await startNginx({ dist: d, backend: api.origin }); const p = await b.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' }); await p.goto(site.origin + customerPath('example')); await arrival(p); pages.push([p, site]); }
const ids = ['full', 'target', 'many-followers', 'example'];
for (let round = 0; round < 12; round++) for (const [i, [p]] of pages.entries()) for (const id of ids) {
  const t = await p.evaluate(({ id, name }) => new Promise((done) => {
    const input = document.querySelector('.topbar input'); input.value = id;
    const t0 = performance.now();
    const check = () => { const h = document.querySelector('h1'); if (h?.textContent.includes(name) && document.querySelector('.card-followers .member')) { const c = new MessageChannel(); requestAnimationFrame(() => { c.port1.onmessage = () => done(performance.now() - t0); c.port2.postMessage(0); }); } else requestAnimationFrame(check); };
    document.querySelector('.topbar form').requestSubmit(); check();
  }), { id, name: sample(id).name });
  if (round > 1) res[i].push(t);
  await p.waitForTimeout(30);
}
for (const [i, r] of res.entries()) { r.sort((a, b) => a - b); console.log(dists[i], 'median', r[r.length >> 1].toFixed(1), 'p25', r[r.length >> 2].toFixed(1), 'nodes', await pages[i][0].evaluate(() => document.querySelectorAll('*').length)); }
await b.close(); for (const [, s] of pages) await s.stop(); await api.stop();
