// Programs that the tests start: they end with the tests, however those end.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

// Only a process that exits by itself still cleans up; a signal alone just ends it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a program: `said()` is what it has written so far, `stop()` ends it with everything that it has started itself.
 */
export function startProgram(command, args, { env = {} } = {}) {
  // In a group of its own, because drivers leave browsers behind when they are stopped alone.
  const child = spawn(command, args, { detached: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((said += `${error.message}: \`make setup-browsers\` installs it`)));
    child.once('exit', resolve);
  });
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself, or has never begun.
    }
  };
  const cutShort = () => kill('SIGKILL');
  process.once('exit', cutShort);
  const stop = async () => {
    process.off('exit', cutShort);
    kill('SIGTERM');
    await Promise.race([ended, pause(5_000)]);
    kill('SIGKILL');
  };
  return { said: () => said, ended, stop };
}

/** Starts a driver on a free port of loopback and waits until it answers: `{ origin, said, stop }`. */
export async function startDriver(command, argumentsFor, options) {
  const port = await freePort();
  const program = startProgram(command, argumentsFor(port), options);
  const origin = `http://127.0.0.1:${port}`;
  let hasEnded = false;
  program.ended.then(() => (hasEnded = true));
  for (const deadline = Date.now() + 20_000; ; await pause(50)) {
    const answer = await fetch(`${origin}/status`).catch(() => undefined);
    if (answer?.ok) return { ...program, origin };
    if (hasEnded || Date.now() > deadline) {
      await program.stop();
      throw new Error(`${command} does not answer: ${program.said()}`);
    }
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
