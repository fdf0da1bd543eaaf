// The browsers, driven with selenium-webdriver. Each has a `name` and `start({ webAssembly })`, which returns:
//
// - `driver`: Selenium's;
// - `changes`: changes to the build, an option of `startNginx`;
// - `consoleMessages()`: the errors, warnings and policy violations since the last call, as lines;
// - `setSize(width, height)`: sets the size of the viewport;
// - `stop()`.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Builder } from 'selenium-webdriver';
import getBrowsingContext from 'selenium-webdriver/bidi/browsingContext.js';
import getScriptManager from 'selenium-webdriver/bidi/scriptManager.js';
import firefox from 'selenium-webdriver/firefox.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

import { freePort } from '../support/nginx.mjs';

async function startFirefox({ webAssembly = true } = {}) {
  const options = new firefox.Options()
    .setBinary(process.env.FIREFOX ?? '/usr/bin/firefox-esr')
    .addArguments('-headless')
    .setPreference('intl.accept_languages', 'zh-CN')
    .setPreference('javascript.options.wasm', webAssembly)
    .enableBidi();
  const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).build();
  const window = await driver.getWindowHandle();
  const bidi = await driver.getBidi();
  const messages = [];
  bidi.on('log.entryAdded', ({ level, text }) => {
    if (level === 'error' || level === 'warn') messages.push(`${level}: ${text}`);
  });
  await bidi.subscribe('log.entryAdded');
  const context = await getBrowsingContext(driver, { browsingContextId: window });
  const scripts = await getScriptManager(undefined, driver);
  await scripts.addPreloadScript(String(reportViolations));
  return {
    driver,
    changes: {},
    consoleMessages: async () => {
      // The response arrives after all pending events.
      await bidi.status;
      return messages.splice(0);
    },
    // The window has a minimum width.
    setSize: (width, height) => context.setViewport(width, height),
    stop: () => driver.quit(),
  };
}

/** Runs in every page before its scripts. */
function reportViolations() {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`CSP violation: ${effectiveDirective} ${blockedURI}`);
  });
}

/** WebKitGTK's MiniBrowser, with the engine of Safari. No headless mode: needs `xvfb-run`. */
async function startWebKitGTK({ webAssembly = true } = {}) {
  // GTK settings that allow narrow windows.
  const settings = mkdtempSync(join(tmpdir(), 'customer-profile-gtk-'));
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(join(settings, 'gtk-3.0', 'gtk.css'), '* { min-width: 0; margin: 0; border: 0; padding: 0; font-size: 1px; }');
  const port = await freePort();
  const service = new DriverService.Builder('WebKitWebDriver')
    .setPort(port)
    .setLoopback(true)
    .addArguments(`--port=${port}`)
    .setEnvironment({
      ...process.env,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings,
      NO_AT_BRIDGE: '1',
      ...(webAssembly ? {} : { JSC_useWasm: '0' }),
    })
    .build();
  const stop = async () => {
    await service.kill();
    rmSync(settings, { recursive: true, force: true });
  };
  try {
    const binary = process.env.MINIBROWSER;
    const options = binary ? { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } : {};
    const driver = await new Builder().usingServer(await service.start()).withCapabilities({ browserName: 'MiniBrowser', ...options }).build();
    return {
      driver,
      changes: { 'index.html': addRecorder },
      consoleMessages: () => driver.executeScript(takeRecords),
      setSize: (width, height) => driver.manage().window().setRect({ width, height }),
      stop: async () => {
        await driver.quit().catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The driver does not report the console, so a script before the page's policy records it. The policy applies to everything
 * after that script; the rest of the page is unchanged.
 */
function addRecorder(page) {
  const [policy] = /<meta[^>]*Content-Security-Policy/i.exec(page) ?? [];
  if (!policy) throw new Error('index.html has no policy');
  return String(page).replace(policy, () => `<script>(${recorder})()</script>${policy}`);
}

// Runs inside the page.

function recorder() {
  const record = (text) => {
    const before = JSON.parse(sessionStorage.getItem('records') ?? '[]');
    sessionStorage.setItem('records', JSON.stringify([...before, text]));
  };
  addEventListener('error', ({ message }) => record(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => record(`uncaught: ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    record(`CSP violation: ${effectiveDirective} ${blockedURI}`);
  });
  for (const level of ['error', 'warn']) {
    const write = console[level];
    console[level] = (...values) => {
      record(`${level}: ${values.join(' ')}`);
      write.apply(console, values);
    };
  }
}

function takeRecords() {
  const records = JSON.parse(sessionStorage.getItem('records') ?? '[]');
  sessionStorage.removeItem('records');
  return records;
}

const all = {
  firefox: { name: 'Firefox', start: startFirefox },
  webkitgtk: { name: 'WebKitGTK', start: startWebKitGTK },
};
const chosen = process.env.BROWSERS?.split(/[\s,]+/) ?? Object.keys(all);
const unknown = chosen.filter((key) => !Object.hasOwn(all, key));
if (unknown.length > 0) throw new Error(`BROWSERS: ${unknown} is none of ${Object.keys(all)}`);

/** All browsers, or those in the environment variable `BROWSERS`. */
export const browsers = chosen.map((key) => all[key]);
