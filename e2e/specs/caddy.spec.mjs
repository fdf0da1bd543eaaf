// Caddy's responses with the shipped configuration: the same table as for nginx (server.spec.mjs).

import { expect, test } from '@playwright/test';

import { check } from '../support/answers.mjs';
import { startBackend } from '../support/backend.mjs';
import { startCaddy } from '../support/caddy.mjs';
import { dist, nameOf } from '../support/dist.mjs';
import { send, duplicateHeaders, exchange, request, values } from '../support/http.mjs';
import { checkRow, nameOfRow, table } from '../support/table.mjs';

const wasm = nameOf('.wasm');
const API = '/api/customers/1/detail';
/** Caddy's Server header is removed. */
const CADDY = { server: [] };

let backend;
let site;
test.beforeAll(async () => {
  backend = await startBackend();
  site = await startCaddy({ dist, backend: backend.origin });
});
test.afterAll(async () => {
  await site?.stop();
  await backend?.stop();
});

/** Rows with another response of Caddy; `null` has a separate test below. */
const differences = {
  // Proxied, and not found: Caddy accepts any path.
  '400 line: GET /%00': [404, 'line'],
  '400 json: GET /api/%00': [200, 'the back end’s'],
  '414 line: GET /xxxxxxxxxxx…': [404, 'line'],
  '414 json: GET /api/xxxxxxx…': [200, 'the back end’s'],
  '400 line: GET / Cookie: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': [200, 'page'],
  '400 json: GET /api/customers/1/detail Cookie: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': [200, 'the back end’s'],
  '405 json: TRACE /api/customers/1/detail': [200, 'the back end’s'],
  // Caddy ignores If-Match and If-Unmodified-Since.
  '412 line: GET / If-Match: "other"': [200, 'page'],
  '412 line: GET /customer-profile-….wasm If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT': [200, 'program'],
  // Refused before the body is read.
  '413 line: POST / Content-Length: 30000000': [405, 'line'],
  '413 json: POST /api/customers/1/detail Content-Length: 30000000': null,
  '400 line: GET / Host: null': null,
  '400 json: GET /api/customers/1/detail Host: null': null,
};

test('the differences to nginx are rows of the table', () => {
  const names = table.map(nameOfRow);
  for (const name of Object.keys(differences)) expect(names).toContain(name);
});

for (const row of table) {
  const name = nameOfRow(row);
  const [status, kind] = differences[name] ?? row;
  if (differences[name] === null) continue;
  test(`${name}${differences[name] ? ` (here ${status} ${kind})` : ''}`, () =>
    checkRow(site.origin, [status, kind, ...row.slice(2)], CADDY));
}

async function withSite(options, use) {
  const other = await startCaddy({ dist, backend: backend.origin, ...options });
  try {
    return await use(other);
  } finally {
    await other.stop();
  }
}

test('400 and 431: Caddy responds to a missing Host and to more than 256 kB of headers', async () => {
  for (const path of ['/', API]) {
    expect((await send(site.origin, 'GET', path, { Host: null })).status).toBe(400);
    const answer = await send(site.origin, 'GET', path, { Cookie: 'x'.repeat(300_000) });
    expect(answer.status).toBe(431);
    expect(answer.body).not.toContain('<');
  }
});

test('413, or 502 from Caddy 2.6: a body over the limit', async () => {
  // One byte over: a server that closes a connection with unread bytes resets it, and the response may be lost.
  const body = 'x'.repeat(20_000_001);
  const answer = await exchange(site.origin, request('POST', API, { 'Content-Length': body.length }) + body);
  expect([413, 502]).toContain(answer.status);
  check(answer, 'json', answer.status, 'a large body', CADDY);
});

test('502: no back end', async () => {
  const gone = await startBackend();
  await gone.stop();
  await withSite({ backend: gone.origin }, async ({ origin }) => {
    check(await send(origin, 'GET', API), 'json', 502, API, CADDY);
    check(await send(origin, 'GET', '/'), 'page', 200, '/', CADDY);
  });
});

test('301: the base path without its slash, relative', async () => {
  const edit = (text) => {
    const at = text.indexOf('\thandle {\n\t\timport customer_profile_page');
    const [own] = /^\thandle \{\n[^}]*\t\}\n/.exec(text.slice(at));
    return text.replace(own, '').replace(/\t#redir[^]*?\n\n/, (lines) => lines.replace(/^\t#/gm, '\t'));
  };
  await withSite({ edit, config: { basePath: '/crm' } }, async ({ origin }) => {
    const answer = await send(origin, 'GET', '/crm', { Host: 'evil.example' });
    expect(answer.status).toBe(301);
    expect(values(answer, 'location')).toEqual(['/crm/']);
    check(await send(origin, 'GET', '/crm/customers/1'), 'page', 200, '/crm/customers/1', CADDY);
    check(await send(origin, 'GET', `/crm/${wasm}`), 'program', 200, 'wasm', CADDY);
    for (const path of ['/', '/crmx', '/crm/nowhere', '/customers/1']) check(await send(origin, 'GET', path), 'line', 404, path, CADDY);
  });
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
  backend.requests.splice(0);
  await send(site.origin, 'GET', API, forged);
  const [{ headers, rawHeaders }] = backend.requests;
  expect(JSON.stringify(rawHeaders)).not.toMatch(/evil|6\.6\.6\.6|666|gopher|"on"/);
  expect(headers).toMatchObject({
    host: 'crm.example.com',
    'x-forwarded-host': 'crm.example.com',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '127.0.0.1',
  });
});

test('the program and embed.js are compressed', async () => {
  for (const path of [`/${wasm}`, '/embed.js']) {
    for (const encoding of ['br', 'gzip']) {
      expect(values(await send(site.origin, 'GET', path, { 'Accept-Encoding': encoding }), 'content-encoding')).toEqual([encoding]);
    }
  }
});

test('any origin may load embed.js, and no other file', async () => {
  const name = 'embed-1.2.3+0123abc.js';
  await withSite({ changes: { [name]: () => 'script' } }, async ({ origin }) => {
    for (const [path, caching] of [['/embed.js', 'no-cache'], [`/${name}`, 'public, max-age=31536000, immutable']]) {
      const answer = await send(origin, 'GET', path);
      expect(values(answer, 'access-control-allow-origin'), path).toEqual(['*']);
      expect(values(answer, 'cross-origin-resource-policy'), path).toEqual(['cross-origin']);
      expect(values(answer, 'content-type'), path).toEqual(['text/javascript; charset=utf-8']);
      expect(values(answer, 'cache-control'), path).toEqual([caching]);
      expect(duplicateHeaders(answer), path).toEqual([]);
    }
  });
  for (const path of ['/', `/${wasm}`]) {
    const answer = await send(site.origin, 'GET', path);
    expect(values(answer, 'access-control-allow-origin'), path).toEqual([]);
    expect(values(answer, 'cross-origin-resource-policy'), path).toEqual(['same-origin']);
    expect(values(answer, 'cross-origin-embedder-policy'), path).toEqual([]);
  }
});

test('frame-ancestors and COEP are settings', async () => {
  const edit = (text) =>
    text
      .replace(`frame_ancestors "'none'"`, `frame_ancestors "'self' https://portal.example.com"`)
      .replace('resource_policy same-origin', 'resource_policy cross-origin');
  await withSite({ edit }, async ({ origin }) => {
    for (const path of ['/customers/1', `/${wasm}`]) {
      const answer = await send(origin, 'GET', path);
      expect(values(answer, 'content-security-policy')[0]).toMatch(/^frame-ancestors 'self' https:\/\/portal\.example\.com;/);
      expect(values(answer, 'cross-origin-embedder-policy'), path).toEqual(['require-corp']);
      expect(values(answer, 'cross-origin-resource-policy'), path).toEqual(['cross-origin']);
    }
  });
});
