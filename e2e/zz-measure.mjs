import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { startApi } from './server/api.mjs';
import { dist } from './support/dist.mjs';
import { startNginx } from './support/nginx.mjs';
import { arrival, customerPath } from './support/page.mjs';
const api = await startApi(); const site = await startNginx({ dist, backend: api.origin });
const b = await chromium.launch(config.use.launchOptions);
for (const width of [320, 390, 768, 1040, 1280, 1920]) {
  const p = await b.newPage({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const cards = () => p.evaluate(() => Object.fromEntries(['.profile-top', '.profile-header', '.freshness', '.card-finance', '.card-basics', '.card-classification', '.card-followers', '.card-identifiers'].map((s) => { const r = document.querySelector(s).getBoundingClientRect(); return [s, [r.x, r.y, r.width, r.height].map(Math.round).join(' ')]; })));
  await p.goto(site.origin + customerPath('hang')); await p.waitForSelector('[aria-busy=true] .card-identifiers'); const a = await cards();
  await p.goto(site.origin + customerPath('full')); await arrival(p); await p.waitForTimeout(200); const c = await cards();
  console.log(width); for (const k of Object.keys(a)) console.log('  ', k, '|', a[k], '|', c[k]);
  await p.close();
}
await b.close(); await site.stop(); await api.stop();
