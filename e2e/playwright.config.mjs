import { defineConfig } from '@playwright/test';

/** Debian's Chromium: Playwright's own browsers are not downloaded. */
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--no-first-run',
    // A non-loopback origin over HTTP is not a secure context, so `navigator.clipboard` is missing there.
    '--host-resolver-rules=MAP plain-http.test 127.0.0.1',
    // Chromium's sandbox does not work for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
};

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Flaky tests are defects.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Long, for busy machines: only failing tests take it.
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
