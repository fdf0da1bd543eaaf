// The release build behind real nginx with the shipped configuration. Nothing of that configuration is written anew
// here: what an operator sets is set in it, and the lines that an operator uncomments are uncommented.
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
 * Starts nginx for one test, on a port of its own, from a temporary folder that goes when it is stopped.
 *
 * - `dist`: the folder with the release build;
 * - `backend`: the API's origin, such as `http://127.0.0.1:8080`;
 * - `basePath`: `/`, or a path such as `/crm` or `/crm/`, which is then the page's configured one too;
 * - `tls`: HTTP/2 over TLS with a certificate that nobody has signed;
 * - `config`: the page's configuration, as an object, or as the text that stands in its block; `null` for no block;
 * - `changes`: what is changed in the files that are served, after they were published (`changeFiles`);
 * - `crm`: the server blocks of a CRM, as a function of the port and of a folder for its files: the page stands beside it,
 *   where one of them says `include customer-profile.conf;`, and not on a site of its own;
 * - `edit`: what else an operator changes in the file of the page, as a function of its text.
 *
 * Gives the `origin`, `publish(dist, config)` to deploy another build or configuration over this one, the `folder` that is
 * served, the temporary folder `home`, the `pid` of nginx, and `stop()`.
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
    // Another process may take a free port before nginx does: then there is another one.
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

/** Publishes a build as an operator does; then, for a block that no operator should write, writes that. */
function publishTo(published, home, dist, base, config) {
  const settings = typeof config === 'object' && config !== null ? config : {};
  const file = join(home, 'config.json');
  const text = JSON.stringify({ ...(base ? { basePath: base } : {}), ...settings });
  writeFileSync(file, text);
  // A configuration that is wrong is not published: a test of what the page says about one writes it into the page.
  const isRight = config === settings && spawnSync('sh', [publishScript, '--check', file]).status === 0;
  if (!isRight) writeFileSync(file, '{}');
  execFileSync('sh', [publishScript, dist, published, file], { stdio: 'pipe' });
  if (!isRight) {
    const page = join(published, 'public', 'index.html');
    const block = /(<script[^>]*id="?config"?[^>]*>)[^]*?(<\/script>)/;
    const written = config === settings ? text : config;
    writeFileSync(page, replace(readFileSync(page, 'utf8'), block, config === null ? '' : (all, start, end) => start + written + end));
  }
}

/** The shipped configuration with its values filled in, under a main file for an nginx that belongs to the test. */
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
    // As root, nginx would give its work to a user who may not read a temporary folder.
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

/** What an operator sets in the file of a site of its own. */
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

/** Starts nginx and waits until it answers. */
async function start(home, origin) {
  const program = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  // `-e`: else it opens the system's error log first, which not everybody may.
  const child = spawn(program, ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  let failure;
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((failure = error)));
    child.once('close', (code) => resolve((failure ??= new Error(`nginx ended with ${code}: ${said}`))));
  });
  const end = () => child.kill('SIGTERM');
  // A test run that is cut short leaves nothing behind.
  const cutShort = () => {
    end();
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', cutShort);
  const stop = async () => {
    process.off('exit', cutShort);
    end();
    await ended;
  };
  for (const deadline = Date.now() + 10_000; !(await answers(origin)); await pause(20)) {
    if (failure || Date.now() > deadline) {
      await stop();
      throw new Error(`nginx does not answer: ${failure?.message ?? said}`);
    }
  }
  // What answers may be the one that has this port already: nginx itself then tries for a while, and gives up.
  if (/Address already in use/.test(said)) {
    await stop();
    throw new Error(`nginx does not answer: ${said}`);
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

/** A port that nobody has just now. */
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

/** Replaces what has to be there: a configuration that has changed shape is an error, not a test of something else. */
export function replace(text, part, by) {
  const found = typeof part === 'string' ? text.includes(part) : part.test(text);
  if (!found) throw new Error(`deploy/ has no ${part} any more`);
  return text.replace(part, by);
}
