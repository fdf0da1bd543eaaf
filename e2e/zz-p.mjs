import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
for (const extra of [[], ['--blink-settings=availablePointerTypes=2,primaryPointerType=2,availableHoverTypes=1,primaryHoverType=1']]) {
const b = await chromium.launch({ ...config.use.launchOptions, args: [...config.use.launchOptions.args, ...extra] });
for (const o of [{ hasTouch: true, isMobile: true }, { hasTouch: true }, {}]) { const p = await b.newPage(o); console.log(extra.length, JSON.stringify(o), await p.evaluate(() => ['(pointer: coarse)', '(hover: hover)', '(pointer: fine)'].map((q) => matchMedia(q).matches))); await p.close(); }
await b.close(); }
