// Serves the release build with Caddy and the shipped configuration; only values are filled in.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { changeFiles } from './dist.mjs';
import { freePort, replace } from './nginx.mjs';

const shipped = fileURLToPath(new URL('../../deploy/', import.meta.url));

/**
 * Starts Caddy on a free port: `{ origin, stop() }`.
 *
 * - `dist`: the folder with the release build;
 * - `backend`: the API's origin;
 * - `config`: the page's configuration;
 * - `changes`: changes to the published files (`changeFiles`);
 * - `edit`: a function that changes the text of the Caddyfile.
 */
export async function startCaddy({ dist, backend, config = {}, changes = {}, edit = (text) => text }) {
  const home = mkdtempSync(join(tmpdir(), 'customer-profile-caddy-'));
  const published = join(home, 'www');
  writeFileSync(join(home, 'config.json'), JSON.stringify(config));
  execFileSync('sh', [join(shipped, 'publish.sh'), dist, published, join(home, 'config.json')], { stdio: 'pipe' });
  changeFiles(join(published, 'public'), changes);

  cpSync(join(shipped, 'caddy', 'customer-profile.caddy'), join(home, 'customer-profile.caddy'));
  const port = await freePort();
  let site = readFileSync(join(shipped, 'caddy', 'Caddyfile.example'), 'utf8');
  site = replace(site, '\n{\n', '\n{\n\tadmin off\n\tauto_https off\n');
  site = replace(site, '\n:80 {\n', `\nhttp://127.0.0.1:${port}, http://:${port} {\n\tbind 127.0.0.1\n`);
  site = replace(site, '/var/www/customer-profile/', `${published}/`);
  site = replace(site, '127.0.0.1:8080', new URL(backend).host);
  writeFileSync(join(home, 'Caddyfile'), edit(site));

  const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const child = spawn('caddy', ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'], { cwd: home, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    end();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 20_000; !(await answers(origin)); await pause(20)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`Caddy does not answer: ${output}`);
    }
  }
  return { origin, stop };
}

async function answers(origin) {
  try {
    await (await fetch(origin)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
