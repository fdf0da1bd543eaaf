// The server's responses by path and status, as in the table of docs/operations.md. Requests go over raw sockets, so that
// nothing is normalised.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { check } from '../support/answers.mjs';
import { startBackend } from '../support/backend.mjs';
import { dist, nameOf } from '../support/dist.mjs';
import { send, duplicateHeaders, exchange, request, values } from '../support/http.mjs';
import { freePort, startNginx } from '../support/nginx.mjs';
import { checkRow, nameOfRow, table } from '../support/table.mjs';

const wasm = nameOf('.wasm');
const API = '/api/customers/1/detail';

let backend;
let site;
test.beforeAll(async () => {
  backend = await startBackend();
  site = await startNginx({ dist, backend: backend.origin });
});
test.afterAll(async () => {
  await site?.stop();
  await backend?.stop();
});
test.beforeEach(() => backend.requests.splice(0));

/** Runs another site while `use` runs. */
async function withSite(options, use) {
  const other = await startNginx({ dist, backend: backend.origin, ...options });
  try {
    return await use(other);
  } finally {
    await other.stop();
  }
}

const long = (length) => 'x'.repeat(length);

for (const row of table) {
  test(nameOfRow(row), () => checkRow(site.origin, row));
}

test('505: an unknown HTTP version', async () => {
  check(await send(site.origin, 'GET', '/', {}, 'HTTP/3.0'), 'line', 505, '/');
  check(await send(site.origin, 'GET', API, {}, 'HTTP/3.0'), 'json', 505, API);
});

test('301: the base path without its slash, relative and with its query', async () => {
  await withSite({ basePath: '/crm' }, async ({ origin }) => {
    const answer = await send(origin, 'GET', '/crm?a=b', { Host: 'evil.example' });
    check(answer, 'line', 301, '/crm');
    expect(values(answer, 'location')).toEqual(['/crm/?a=b']);
    check(await send(origin, 'GET', '/crm/customers/1'), 'page', 200, '/crm/customers/1');
    check(await send(origin, 'GET', '/crm/customers/a%0Ab'), 'page', 200, '/crm/customers/a%0Ab');
    check(await send(origin, 'GET', `/crm/${wasm}`), 'program', 200, 'wasm');
    for (const path of ['/', '/crmx', '/crm/nowhere', '/customers/1']) check(await send(origin, 'GET', path), 'line', 404, path);
  });
});

test('301: from plain HTTP to TLS, to the configured name', async () => {
  const port = await freePort();
  const edit = (text) => {
    const at = text.lastIndexOf('#server {');
    const redirecting = text.slice(at).replace(/^#/gm, '');
    return text.slice(0, at) + redirecting.replace(/listen 80 default_server;\n.*\n/, `listen 127.0.0.1:${port} default_server;\n`);
  };
  await withSite({ tls: true, edit }, async () => {
    const plain = `http://127.0.0.1:${port}`;
    const answer = await send(plain, 'GET', '/customers/1?a=b', { Host: 'evil.example' });
    check(answer, 'line', 301, '/customers/1');
    expect(values(answer, 'location')).toEqual(['https://crm.example.com/customers/1?a=b']);
    check(await send(plain, 'GET', '/%00'), 'line', 400, '/%00');
    check(await send(plain, 'GET', '/.well-known/acme-challenge/none'), 'line', 404, 'none');
  });
});

test('403: the operator denies access', async () => {
  await withSite({ edit: (text) => text.replace('include customer-profile/site.conf;', '$&\n    deny all;') }, async ({ origin }) => {
    check(await send(origin, 'GET', '/'), 'line', 403, '/');
    check(await send(origin, 'GET', `/${wasm}`), 'line', 403, 'wasm');
    check(await send(origin, 'GET', API), 'json', 403, API);
  });
});

test('408 and 504: a slow client is disconnected, a slow back end is reported', async () => {
  const edit = (text) => text.replace('proxy_read_timeout 30s;', 'proxy_read_timeout 1s;\n    client_body_timeout 1s;');
  await withSite({ edit }, async ({ origin }) => {
    const nothing = await send(origin, 'POST', API, { 'Content-Length': 10 });
    expect(nothing).toEqual({ status: NaN, headers: [], body: '' });
    check(await send(origin, 'GET', '/api/customers/hang/detail'), 'json', 504, API);
  });
});

test('421: Host differs from the TLS server name', async () => {
  // nginx sends it only if client certificates are verified and the port has several names.
  const edit = (text) => {
    const lines = text.match(/^    (listen|ssl_certificate).*;$/gm).map((line) => line.replace(' default_server', ''));
    const other = `server {\nserver_name other.example;\n${lines.join('\n')}\nssl_verify_client optional_no_ca;\n}\n`;
    return text.replace('include customer-profile/site.conf;', '$&\n    ssl_verify_client optional_no_ca;') + other;
  };
  await withSite({ tls: true, edit }, async ({ origin }) => {
    const misdirected = (path) => exchange(origin, request('GET', path, { Host: 'other.example' }), { servername: 'crm.example.com' });
    check(await misdirected('/'), 'line', 421, '/');
    check(await misdirected(API), 'json', 421, API);
  });
});

test('502: no back end', async () => {
  const gone = await startBackend();
  await gone.stop();
  await withSite({ backend: gone.origin }, async ({ origin }) => {
    check(await send(origin, 'GET', API), 'json', 502, API);
    check(await send(origin, 'GET', '/'), 'page', 200, '/');
  });
});

test('503: a request over the operator’s limit', async () => {
  const edit = (text) =>
    `limit_req_zone $server_name zone=all:1m rate=1r/m;\n${text.replace('include customer-profile/site.conf;', '$&\n    limit_req zone=all;')}`;
  await withSite({ edit }, async ({ origin }) => {
    await send(origin, 'GET', '/');
    check(await send(origin, 'GET', '/'), 'line', 503, '/');
    check(await send(origin, 'GET', API), 'json', 503, API);
  });
});

test('400: plain HTTP on the TLS port', async () => {
  await withSite({ tls: true }, async ({ origin }) => {
    const answer = await send(origin.replace('https', 'http'), 'GET', '/');
    check(answer, 'line', 400, '/');
  });
});

test('an ACME challenge is served', async () => {
  const folder = join(site.home, 'acme', '.well-known', 'acme-challenge');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'token'), 'token.thumbprint');
  const answer = await send(site.origin, 'GET', '/.well-known/acme-challenge/token');
  expect(answer.status).toBe(200);
  expect(answer.body).toBe('token.thumbprint');
});

test('forwarding headers of a client do not reach the back end', async () => {
  const forged = {
    Host: 'evil.example',
    'X-Real-IP': '6.6.6.6',
    'X-Forwarded-For': '6.6.6.6',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Port': '666',
    'X-Forwarded-Proto': 'gopher',
    'X-Forwarded-Prefix': '/evil',
    'X-Forwarded-Server': 'evil.example',
    'X-Forwarded-Ssl': 'on',
    'X-Original-URL': '/evil',
    'X-Rewrite-URL': '/evil',
    Forwarded: 'for=6.6.6.6;host=evil.example',
    Proxy: 'http://evil.example',
  };
  await send(site.origin, 'GET', API, forged);
  const [{ headers, rawHeaders }] = backend.requests;
  expect(JSON.stringify(rawHeaders)).not.toMatch(/evil|6\.6\.6\.6|666|gopher|"on"/);
  expect(headers).toMatchObject({
    host: 'crm.example.com',
    'x-forwarded-host': 'crm.example.com',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '127.0.0.1',
    'x-real-ip': '127.0.0.1',
  });
  const forwarded = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for', 'x-real-ip'];
  const all = Object.keys(forged).map((name) => name.toLowerCase());
  expect(Object.keys(headers).filter((name) => all.includes(name)).sort()).toEqual(forwarded.sort());
});

test('a back end that redirects by Host stays on the site', async () => {
  const answer = await send(site.origin, 'GET', '/api/customers/redirect/detail', { Host: 'evil.example' });
  expect(values(answer, 'location')).toEqual(['http://crm.example.com/api/login']);
});

test('only listed balancers may set the client address', async () => {
  const behind = (network) => (text) =>
    text
      .replace(/#(set_real_ip_from) .*;\n    #(real_ip_header .*)\n    #(real_ip_recursive .*)/, `$1 ${network};\n    $2\n    $3`)
      .replace('#set $customer_profile_scheme', 'set $customer_profile_scheme')
      .replace('#set $customer_profile_host', 'set $customer_profile_host');
  const headersBehind = async (network) => {
    backend.requests.splice(0);
    await withSite({ edit: behind(network) }, ({ origin }) =>
      send(origin, 'GET', API, { 'X-Forwarded-For': '6.6.6.6, 203.0.113.9', 'X-Forwarded-Proto': 'https', Host: 'evil.example' }),
    );
    return backend.requests[0].headers;
  };
  const expected = { host: 'crm.example.com:8443', 'x-forwarded-host': 'crm.example.com:8443', 'x-forwarded-proto': 'https' };
  expect(await headersBehind('127.0.0.1')).toMatchObject({ ...expected, 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' });
  expect(await headersBehind('10.0.0.0/8')).toMatchObject({ ...expected, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' });
});

test('megabyte uploads and kilobyte cookies pass in both directions', async () => {
  const body = long(3_000_000);
  const upload = await exchange(site.origin, request('POST', '/api/files', { 'Content-Length': body.length }) + body);
  expect(upload.status).toBe(200);
  expect(backend.requests[0].length).toBe(body.length);
  const cookies = await send(site.origin, 'GET', API, { Cookie: `a=${long(30_000)}` });
  expect(cookies.status).toBe(200);
  expect(backend.requests[1].headers.cookie).toHaveLength(30_002);
  const given = await send(site.origin, 'GET', '/api/customers/many-cookies/detail');
  expect(given.status).toBe(200);
  expect(values(given, 'set-cookie')[0].length).toBeGreaterThan(30_000);
});

test('a response of the API keeps the back end’s headers, each once', async () => {
  const answer = await send(site.origin, 'GET', '/api/customers/own-headers/detail');
  expect(values(answer, 'content-security-policy')).toEqual(["default-src 'none'"]);
  expect(values(answer, 'x-content-type-options')).toEqual(['nosniff']);
  expect(values(answer, 'x-own')).toEqual(['1']);
});

test('frame-ancestors is one setting', async () => {
  const edit = (text) => text.replace('#set $customer_profile_frame_ancestors', 'set $customer_profile_frame_ancestors');
  await withSite({ edit }, async ({ origin }) => {
    const [policy] = values(await send(origin, 'GET', '/customers/1'), 'content-security-policy');
    expect(policy).toMatch(/^frame-ancestors 'self' https:\/\/portal\.example\.com;/);
  });
});

test('any origin may load embed.js, and no other file', async () => {
  for (const path of ['/embed.js', '/', `/${wasm}`]) {
    const answer = await send(site.origin, 'GET', path);
    expect(values(answer, 'access-control-allow-origin'), path).toEqual(path === '/embed.js' ? ['*'] : []);
    expect(values(answer, 'cross-origin-resource-policy'), path).toEqual([path === '/embed.js' ? 'cross-origin' : 'same-origin']);
  }
});

test('the versioned embed.js is immutable', async () => {
  const name = 'embed-1.2.3+0123abc.js';
  await withSite({ changes: { [name]: () => 'script' } }, async ({ origin }) => {
    const answer = await send(origin, 'GET', `/${name}`);
    expect(answer).toMatchObject({ status: 200, body: 'script' });
    expect(values(answer, 'content-type')).toEqual(['text/javascript; charset=utf-8']);
    expect(values(answer, 'cache-control')).toEqual(['public, max-age=31536000, immutable']);
    expect(values(answer, 'access-control-allow-origin')).toEqual(['*']);
    expect(duplicateHeaders(answer)).toEqual([]);
  });
});

test('two settings allow a host page with COEP', async () => {
  expect(values(await send(site.origin, 'GET', '/'), 'cross-origin-embedder-policy')).toEqual([]);
  const edit = (text) => text.replace(/#(set \$customer_profile_(embedder|resource)_policy)/g, '$1');
  await withSite({ edit }, async ({ origin }) => {
    for (const path of ['/customers/1', `/${wasm}`]) {
      const answer = await send(origin, 'GET', path);
      expect(values(answer, 'cross-origin-embedder-policy'), path).toEqual(['require-corp']);
      expect(values(answer, 'cross-origin-resource-policy'), path).toEqual(['cross-origin']);
    }
  });
});

test('HSTS is off until it is set', async () => {
  expect(values(await send(site.origin, 'GET', '/'), 'strict-transport-security')).toEqual([]);
  const edit = (text) => text.replace('#set $customer_profile_hsts', 'set $customer_profile_hsts');
  await withSite({ edit, tls: true }, async ({ origin }) => {
    for (const path of ['/', '/nowhere', `/${wasm}`]) {
      expect(values(await send(origin, 'GET', path), 'strict-transport-security')).toEqual(['max-age=86400']);
    }
  });
});
