import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { startApi } from './server/api.mjs';
import { dist } from './support/dist.mjs';
import { startNginx } from './support/nginx.mjs';
import { arrival, customerPath } from './support/page.mjs';
const api = await startApi(); const site = await startNginx({ dist, backend: api.origin });
const b = await chromium.launch(config.use.launchOptions);
console.log(b.version());
for (const [reduce, id] of [[false,'hang'],[true,'hang'],[true,'full']]) {
const p = await b.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', reducedMotion: reduce ? 'reduce' : 'no-preference' });
const h = () => p.evaluate(() => ['.bone-figures','.card-finance','.card-finance .property'].map((s)=>{const x=document.querySelector(s); return x? s+' '+x.getBoundingClientRect().height+' '+getComputedStyle(x).display:''}).join(' | ') + ' main ' + getComputedStyle(document.querySelector('main')).width);
await p.goto(site.origin + customerPath(id)); 
for (const t of [100, 300, 600, 600]) { await p.waitForTimeout(t); console.log(reduce, t, await h()); }
await p.screenshot({fullPage:true,path:'/tmp/w/layout/dbg.png'}); console.log('shot', await h());
await p.setViewportSize({width:1280,height:1000}); console.log('resize', await h());
await p.setViewportSize({width:500,height:1000}); console.log('500', await h());
await p.setViewportSize({width:1280,height:1000}); console.log('1280', await h());
await p.close();
}
await b.close(); await site.stop(); await api.stop();
