// Firefox by geckodriver. What plain WebDriver cannot do comes over WebDriver BiDi: the console from a page's first line
// on, and a page narrower than the browser's own window can be.

import { BiDi } from './bidi.mjs';
import { startDriver } from './process.mjs';
import { openSession } from './webdriver.mjs';

export const name = 'Firefox';

/** Starts the browser. See browsers.mjs for what it gives. */
export async function start({ webAssembly = true } = {}) {
  const driver = await startDriver('geckodriver', (port) => ['--port', `${port}`, '--websocket-port', '0', '--log', 'fatal']);
  try {
    const session = await openSession(driver.origin, {
      webSocketUrl: true,
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless'],
        prefs: { 'intl.accept_languages': 'zh-CN', 'javascript.options.wasm': webAssembly },
      },
    });
    const bidi = await BiDi.connect(session.capabilities.webSocketUrl);
    const messages = [];
    bidi.on('log.entryAdded', ({ level, text, stackTrace }) => {
      const { url, lineNumber } = stackTrace?.callFrames[0] ?? {};
      const place = url ? ` (${url}:${lineNumber + 1})` : '';
      if (level === 'error' || level === 'warn') messages.push(`${level}: ${text}${place}`);
    });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    await bidi.send('script.addPreloadScript', { functionDeclaration: String(reportViolations) });
    const { contexts } = await bidi.send('browsingContext.getTree', {});
    return {
      session,
      changes: {},
      complaints: async () => {
        // Its answer comes after everything that has been said before.
        await bidi.send('session.status', {});
        return messages.splice(0);
      },
      setSize: (width, height) =>
        bidi.send('browsingContext.setViewport', { context: contexts[0].context, viewport: { width, height } }),
      stop: async () => {
        await session.close().catch(() => {});
        await driver.stop();
      },
    };
  } catch (error) {
    await driver.stop();
    throw error;
  }
}

/** Runs in every page before its own scripts. */
function reportViolations() {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`CSP violation: ${effectiveDirective} ${blockedURI}`);
  });
}
