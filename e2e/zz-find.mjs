import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { startApi } from './server/api.mjs';
import { dist } from './support/dist.mjs';
import { startNginx } from './support/nginx.mjs';
import { arrival, customerPath } from './support/page.mjs';
const api = await startApi(); const site = await startNginx({ dist, backend: api.origin });
const b = await chromium.launch(config.use.launchOptions);
const p = await b.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
const description = `${'一段很长的客户描述。'.repeat(60)} https://hidden.example/ ${'还没有完。'.repeat(20)}结尾在此`;
for (const extra of ['', '.long-text-body.folded{display:block!important;max-height:6.2em;-webkit-line-clamp:none!important;line-clamp:none!important}']) {
api.plan('c', JSON.stringify({ id: '1', name: '甲', description }));
await p.goto(site.origin + customerPath('c')); await arrival(p);
if (extra) await p.evaluate((c) => { const s = new CSSStyleSheet(); s.replaceSync(c); document.adoptedStyleSheets = [s]; }, extra);
console.log(await p.evaluate(() => { const x = document.querySelector('.long-text-body'); const f = window.find('结尾在此'); return [f, getSelection().toString(), x.scrollTop, x.scrollHeight, x.clientHeight, getComputedStyle(x).display]; }));
await p.waitForTimeout(300);
console.log(await p.evaluate(() => { const x = document.querySelector('.long-text-body'); return [x.className, x.scrollTop]; }));
await p.goto(site.origin + customerPath('c') + '#:~:text=' + encodeURIComponent('结尾在此')); await p.reload(); await arrival(p); await p.waitForTimeout(800);
console.log('fragment', await p.evaluate(() => { const x = document.querySelector('.long-text-body'); return [x.className, x.scrollTop, scrollY]; }));
}
await b.close(); await site.stop(); await api.stop();
