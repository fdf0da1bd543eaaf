import { defineConfig } from '@playwright/test';

/** Debian's Chromium: Playwright's own browsers are not downloaded. */
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--no-first-run',
    // An origin that is not loopback is no secure context: there the browser offers no `navigator.clipboard`.
    '--host-resolver-rules=MAP plain-http.test 127.0.0.1',
    // Chromium has no sandbox for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
};

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes only sometimes is a defect.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // For a busy machine; nothing waits for it but a test that fails.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    locale: 'zh-CN',
    timezoneId: process.env.TIMEZONE ?? 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
  },
});
