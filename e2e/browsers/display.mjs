// A display that nobody sees, for a browser without a headless mode: Xvfb.

import { setTimeout as pause } from 'node:timers/promises';

import { startProgram } from './process.mjs';

/** Starts a display on a free number: `{ name, stop }`. */
export async function openDisplay() {
  // Xvfb looks for a free number itself and writes it to its output when it can be used.
  const xvfb = startProgram('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
  let hasEnded = false;
  xvfb.ended.then(() => (hasEnded = true));
  for (const deadline = Date.now() + 20_000; ; await pause(50)) {
    const number = /^(\d+)\n/m.exec(xvfb.said())?.[1];
    if (number) return { name: `:${number}`, stop: xvfb.stop };
    if (hasEnded || Date.now() > deadline) {
      await xvfb.stop();
      throw new Error(`Xvfb gives no display: ${xvfb.said()}`);
    }
  }
}
