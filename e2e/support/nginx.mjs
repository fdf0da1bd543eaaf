// Serves the release build with nginx and the shipped configuration. As an operator would, it sets values in the shipped
// files and uncomments lines; it writes no configuration of its own.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { changeFiles } from './dist.mjs';

const shipped = fileURLToPath(new URL('../../deploy/', import.meta.url));
const publishScript = join(shipped, 'publish.sh');

/**
 * Starts nginx for one test, on a free port, from a temporary folder that is removed when it is stopped.
 *
 * - `dist`: the folder with the release build;
 * - `backend`: the API's origin, such as `http://127.0.0.1:8080`;
 * - `basePath`: `/`, or a path such as `/crm` or `/crm/`, which also becomes the page's setting;
 * - `tls`: HTTP/2 over TLS with a self-signed certificate;
 * - `config`: the page's configuration, as an object or as text; `null` for no block;
 * - `changes`: changes to the published files (`changeFiles`);
 * - `crm`: a function that returns the server blocks of a CRM, given port and document root. The page is then served beside
 *   the CRM, by the block with `include customer-profile.conf;`, instead of as a site of its own;
 * - `edit`: a function that changes the text of the operator's file.
 *
 * Returns `origin`, `publish(dist, config)` (deploys another build or configuration), `folder` (the served one), `home` (the
 * temporary one), nginx's `pid`, and `stop()`.
 */
export async function startNginx({ dist, backend, basePath = '/', tls = false, config = {}, changes = {}, port, crm, edit = (text) => text }) {
  const base = basePath.replace(/\/+$/, '');
  const home = mkdtempSync(join(tmpdir(), 'customer-profile-nginx-'));
  const published = join(home, 'www');
  const publish = (build, settings) => publishTo(published, home, build, base, settings);
  try {
    publish(dist, config);
    changeFiles(join(published, 'public'), changes);
    if (tls) makeCertificate(home);
    // Another process may take the free port first: try another one.
    for (let attempt = 1; ; attempt += 1) {
      const chosen = port ?? (await freePort());
      configure(home, { backend, base, tls, port: chosen, crm, edit });
      const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${chosen}`;
      try {
        const nginx = await start(home, origin);
        const stop = async () => {
          await nginx.stop();
          rmSync(home, { recursive: true, force: true });
        };
        return { origin, home, folder: join(published, 'public'), publish, pid: nginx.pid, stop };
      } catch (error) {
        if (port || attempt === 5 || !/Address already in use/.test(error.message)) throw error;
      }
    }
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** Publishes a build with publish.sh; then writes an invalid configuration block, if the test needs one. */
function publishTo(published, home, dist, base, config) {
  const settings = typeof config === 'object' && config !== null ? config : {};
  const file = join(home, 'config.json');
  const text = JSON.stringify({ ...(base ? { basePath: base } : {}), ...settings });
  writeFileSync(file, text);
  // publish.sh refuses an invalid configuration, so tests of the page's error message write it into the page.
  const isValid = config === settings && spawnSync('sh', [publishScript, '--check', file]).status === 0;
  if (!isValid) writeFileSync(file, '{}');
  execFileSync('sh', [publishScript, dist, published, file], { stdio: 'pipe' });
  if (!isValid) {
    const page = join(published, 'public', 'index.html');
    const block = /(<script[^>]*id="?config"?[^>]*>)[^]*?(<\/script>)/;
    const written = config === settings ? text : config;
    writeFileSync(page, replace(readFileSync(page, 'utf8'), block, config === null ? '' : (all, start, end) => start + written + end));
  }
}

/** Returns the shipped configuration with values, and a main configuration file for the test's nginx. */
function configure(home, { backend, base, tls, port, crm, edit }) {
  cpSync(join(shipped, 'nginx', 'customer-profile'), join(home, 'customer-profile'), { recursive: true });
  const conf = join(home, 'conf.d');
  mkdirSync(conf, { recursive: true });
  const own = (text) => edit(replace(text, '/var/www/customer-profile/', `${join(home, 'www')}/`));
  if (crm) {
    let page = own(readFileSync(join(shipped, 'nginx', 'beside.example.conf'), 'utf8'));
    page = page.replaceAll('/crm', base).replace('127.0.0.1:8080', new URL(backend).host);
    writeFileSync(join(home, 'customer-profile.conf'), page);
    const files = join(home, 'crm');
    mkdirSync(files, { recursive: true });
    writeFileSync(join(conf, 'crm.conf'), crm(port, files));
  } else {
    const site = readFileSync(join(shipped, 'nginx', 'site.example.conf'), 'utf8');
    writeFileSync(join(conf, 'customer-profile.conf'), own(configureSite(home, site, { backend, base, tls, port })));
  }

  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((use) => `${use}_temp_path ${join(home, use)};`);
  const main = [
    ...brotliModules().map((module) => `load_module ${module};`),
    // As root, nginx would switch to a user who cannot read the temporary folder.
    ...(process.getuid() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(home, 'nginx.pid')};`,
    'error_log stderr;',
    'events {}',
    'http {',
    'access_log off;',
    ...temporary,
    'include conf.d/*.conf;',
    '}',
  ];
  writeFileSync(join(home, 'nginx.conf'), main.join('\n'));
}

/** Sets the operator's values in the file of a site. */
function configureSite(home, text, { backend, base, tls, port }) {
  let site = replace(text, 'server 127.0.0.1:8080;', `server ${new URL(backend).host};`);
  if (tls) {
    site = replace(site, '    listen 80 default_server;\n    listen [::]:80 default_server;\n', '');
    site = replace(site, /(?:    #(?:listen .*443|ssl_).*\n)+/, uncomment);
    site = replace(site, 'listen 443 ssl http2 default_server;', `listen 127.0.0.1:${port} ssl http2 default_server;`);
    site = replace(site, '    listen [::]:443 ssl http2 default_server;\n', '');
    site = replace(site, '/etc/letsencrypt/live/crm.example.com/fullchain.pem', join(home, 'certificate.pem'));
    site = replace(site, '/etc/letsencrypt/live/crm.example.com/privkey.pem', join(home, 'key.pem'));
  } else {
    site = replace(site, 'listen 80 default_server;', `listen 127.0.0.1:${port} default_server;`);
    site = replace(site, '    listen [::]:80 default_server;\n', '');
  }
  site = replace(site, '#set $customer_profile_acme /srv/acme;', `set $customer_profile_acme ${join(home, 'acme')};`);
  if (base) {
    site = replace(site, /    location \/ \{\n.*\n    \}\n/, '');
    site = replace(site, /    #location = \/crm \{\n(?:    #.*\n)+/, uncomment);
    site = site.replaceAll('/crm', base);
  }
  return site;
}

function brotliModules() {
  const folder = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules', '/usr/lib64/nginx/modules'].find((path) =>
    existsSync(join(path, 'ngx_http_brotli_static_module.so')),
  );
  if (!folder) throw new Error("nginx's brotli modules are missing: apt-get install libnginx-mod-http-brotli-{filter,static}");
  return ['filter', 'static'].map((name) => join(folder, `ngx_http_brotli_${name}_module.so`));
}

/** Starts nginx and waits until it responds. */
async function start(home, origin) {
  const program = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  // `-e`: otherwise it opens the system's error log first, which may be forbidden.
  const child = spawn(program, ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  let failure;
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((failure = error)));
    child.once('close', (code) => resolve((failure ??= new Error(`nginx ended with ${code}: ${output}`))));
  });
  const end = () => child.kill('SIGTERM');
  // Stops nginx if the test run is interrupted.
  const killOnExit = () => {
    end();
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', killOnExit);
  const stop = async () => {
    process.off('exit', killOnExit);
    end();
    await ended;
  };
  for (const deadline = Date.now() + 10_000; !(await answers(origin)); await pause(20)) {
    if (failure || Date.now() > deadline) {
      await stop();
      throw new Error(`nginx does not answer: ${failure?.message ?? output}`);
    }
  }
  // Another process on this port may respond instead; nginx then retries for a while and gives up.
  if (/Address already in use/.test(output)) {
    await stop();
    throw new Error(`nginx does not answer: ${output}`);
  }
  return { pid: child.pid, stop };
}

function answers(origin) {
  const get = origin.startsWith('https') ? https : http;
  return new Promise((resolve) => {
    const request = get(origin, { rejectUnauthorized: false, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false)).end();
  });
}

/** Returns a free port. */
export async function freePort() {
  const server = createServer();
  await new Promise((ready, failed) => server.once('error', failed).listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function makeCertificate(home) {
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', join(home, 'key.pem')];
  const out = ['-days', '2', '-out', join(home, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', ...key, ...out, ...subject], { stdio: 'ignore' });
}

function uncomment(lines) {
  return lines.replaceAll('    #', '    ');
}

/** Replaces text that must exist, so that a changed configuration fails the test instead of testing something else. */
export function replace(text, part, by) {
  const found = typeof part === 'string' ? text.includes(part) : part.test(text);
  if (!found) throw new Error(`deploy/ has no ${part} any more`);
  return text.replace(part, by);
}
