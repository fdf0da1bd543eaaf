// usage: node zz-shot.mjs out "id@width[xheight][@opts]" ...   opts: dark,en,full,big(root 200%),def32,coarse,forced,css
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { startApi } from './server/api.mjs';
import { dist } from './support/dist.mjs';
import { startNginx } from './support/nginx.mjs';
import { arrival, customerPath } from './support/page.mjs';
const [out, ...jobs] = process.argv.slice(2);
const { launchOptions, locale, timezoneId } = config.use;
const api = await startApi();
const conf = process.env.CONF ? JSON.parse(process.env.CONF) : { signInUrl: '/login' };
const site = await startNginx({ dist, backend: api.origin, config: conf });
const css = () => ['tokens','base','ui','customer','print'].map((n) => readFileSync(new URL(`../style/${n}.css`, import.meta.url), 'utf8')).join('\n');
const browsers = {};
for (const job of jobs) {
  const [id, size, o = ''] = job.split('@');
  const [width, height = 900] = size.split('x').map(Number);
  const has = (x) => o.split(',').includes(x);
  const def = has('def32') ? 32 : 16;
  const browser = (browsers[def] ??= await chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...(def === 32 ? ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'] : [])] }));
  const context = await browser.newContext({ locale: has('en') ? 'en-US' : locale, timezoneId, bypassCSP: true, colorScheme: has('dark') ? 'dark' : 'light', viewport: { width, height }, reducedMotion: 'reduce', forcedColors: has('forced') ? 'active' : 'none', hasTouch: has('coarse'), isMobile: has('coarse') });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  if (has('css')) await page.route('**/*', async (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const r = await route.fetch(); let t = await r.text();
    const head = t.indexOf('<style'); const end = t.lastIndexOf('</style>', t.indexOf('<body'));
    t = t.slice(0, head) + '<style>' + css() + t.slice(end);
    await route.fulfill({ response: r, body: t });
  });
  await page.clock.setFixedTime(new Date('2026-03-02T10:24:00+08:00'));
  if (process.env.PLAN) api.plan(id, JSON.parse(process.env.PLAN));
  await page.goto(site.origin + (id === 'home' ? '/' : customerPath(id)));
  if (id !== 'hang') await arrival(page); else await page.waitForTimeout(1200);
  if (has('big')) await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  if (has('key')) await page.keyboard.press('?');
  if (has('space')) await page.addStyleTag({ content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' });
  await page.waitForTimeout(400);
  const path = `${out}/${id}-${width}x${height}${o ? '-' + o : ''}`;
  if (has('pdf')) await page.pdf({ path: path + '.pdf', format: 'A4' });
  else await page.screenshot({ path: path + '.png', fullPage: !has('top') });
  await context.close();
}
for (const b of Object.values(browsers)) await b.close();
await site.stop(); await api.stop();
