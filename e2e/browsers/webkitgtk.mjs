// WebKitGTK by WebKitWebDriver: the engine of Safari, in the small browser that comes with the library. It has no
// headless mode, so it gets a display of its own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDisplay } from './display.mjs';
import { startDriver } from './process.mjs';
import { openSession } from './webdriver.mjs';

export const name = 'WebKitGTK';

/** Starts the browser. See browsers.mjs for what it gives. */
export async function start({ webAssembly = true } = {}) {
  const undo = [];
  const stop = async () => {
    for (const step of undo) await step();
  };
  try {
    const settings = smallButtons();
    const display = await openDisplay();
    undo.unshift(display.stop);
    const env = {
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings,
      // No desktop is there to ask for accessibility.
      NO_AT_BRIDGE: '1',
      ...(webAssembly ? {} : { JSC_useWasm: '0' }),
    };
    const driver = await startDriver('WebKitWebDriver', (port) => [`--port=${port}`], { env });
    undo.unshift(driver.stop);
    const binary = process.env.MINIBROWSER;
    const session = await openSession(driver.origin, binary ? { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } : {});
    undo.unshift(() => session.close().catch(() => {}));
    return {
      session,
      changes: { 'index.html': addWitness },
      complaints: () => session.run(takeNotes),
      setSize: (width, height) => session.resize(width, height),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A folder of settings for GTK with which the browser's own buttons leave the page as narrow as it is asked to be. */
function smallButtons() {
  const folder = mkdtempSync(join(tmpdir(), 'customer-profile-gtk-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'gtk-3.0'));
  const style = '* { min-width: 0; margin: 0; border: 0; padding: 0; font-size: 1px; }';
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), style);
  return folder;
}

/**
 * The driver does not tell what is in the console, so the page takes notes. The script stands before the page's policy,
 * which holds for all that follows it; everything else is as it is shipped.
 */
function addWitness(page) {
  const [policy] = /<meta[^>]*Content-Security-Policy/i.exec(page) ?? [];
  if (!policy) throw new Error('index.html has no policy');
  return String(page).replace(policy, () => `<script>(${witness})()</script>${policy}`);
}

// What runs inside the page.

function witness() {
  const note = (text) => {
    const before = JSON.parse(sessionStorage.getItem('witness') ?? '[]');
    sessionStorage.setItem('witness', JSON.stringify([...before, text]));
  };
  addEventListener('error', ({ message }) => note(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => note(`uncaught: ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    note(`CSP violation: ${effectiveDirective} ${blockedURI}`);
  });
  for (const level of ['error', 'warn']) {
    const write = console[level];
    console[level] = (...parts) => {
      note(`${level}: ${parts.join(' ')}`);
      write.apply(console, parts);
    };
  }
}

function takeNotes() {
  const notes = JSON.parse(sessionStorage.getItem('witness') ?? '[]');
  sessionStorage.removeItem('witness');
  return notes;
}
