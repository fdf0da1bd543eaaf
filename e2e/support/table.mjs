// The expected responses of every site, for nginx and Caddy.

import { check } from './answers.mjs';
import { nameOf } from './dist.mjs';
import { send, values } from './http.mjs';

const wasm = nameOf('.wasm');
const API = '/api/customers/1/detail';

const long = (length) => 'x'.repeat(length);

/** Rows of status, kind, method, path and headers. */
export const table = [
  [200, 'page', 'GET', '/'],
  [200, 'page', 'HEAD', '/'],
  [200, 'page', 'GET', '/customers/42'],
  [200, 'page', 'GET', '/compare/42/43'],
  [200, 'page', 'GET', '/customers/x.php', { 'Accept-Encoding': 'gzip, br' }],
  [200, 'page', 'GET', '/customers/x.js', { 'Accept-Encoding': 'gzip' }],
  [200, 'program', 'GET', `/${wasm}`],
  [200, 'program', 'GET', `/${wasm}`, { 'Accept-Encoding': 'gzip' }],
  [200, 'program', 'HEAD', `/${wasm}`, { 'Accept-Encoding': 'gzip, br' }],
  // Ranges are ignored: neither 206 nor 416.
  [200, 'program', 'GET', `/${wasm}`, { Range: 'bytes=0-9' }],
  [200, 'program', 'GET', `/${wasm}`, { Range: 'bytes=99999999-' }],
  [200, 'page', 'GET', '/', { Range: 'bytes=0-9' }],
  [200, 'page', 'GET', '/', { Range: 'bytes=99999999-' }],
  [200, 'the back end’s', 'GET', API],
  [200, 'the back end’s', 'GET', '/api/customers/own-headers/detail'],
  [206, 'the back end’s', 'GET', '/api/customers/part/detail', { Range: 'bytes=0-1' }],
  [304, 'unchanged', 'GET', '/', { 'If-None-Match': '*' }],
  [304, 'unchanged', 'GET', '/customers/1', { 'If-Modified-Since': 'the same' }],
  [304, 'unchanged', 'GET', `/${wasm}`, { 'If-None-Match': '*' }],
  [400, 'line', 'GET', '/%00'],
  [400, 'line', 'GET', '/', { Host: null }],
  [400, 'json', 'GET', '/api/%00'],
  [400, 'json', 'GET', API, { Host: null }],
  [400, 'the back end’s', 'GET', '/api/customers/400/detail'],
  [401, 'the back end’s', 'GET', '/api/customers/401/detail'],
  [403, 'the back end’s', 'GET', '/api/customers/403/detail'],
  [404, 'line', 'GET', '/nowhere'],
  [404, 'line', 'GET', '/customer-profile-0123456789abcdef_bg.wasm'],
  [404, 'line', 'GET', '/.customer-profile/index.html'],
  [404, 'line', 'GET', '/.customer-profile-error'],
  [404, 'line', 'GET', '/.git/config'],
  [404, 'line', 'GET', '/.well-known/acme-challenge/x'],
  [404, 'the back end’s', 'GET', '/api/customers/404/detail'],
  [405, 'line', 'POST', '/'],
  [405, 'line', 'OPTIONS', '/customers/1'],
  [405, 'line', 'DELETE', `/${wasm}`],
  [405, 'line', 'TRACE', '/'],
  [405, 'json', 'TRACE', API],
  [408, 'the back end’s', 'GET', '/api/customers/408/detail'],
  [412, 'line', 'GET', '/', { 'If-Match': '"other"' }],
  [412, 'line', 'GET', `/${wasm}`, { 'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }],
  [413, 'line', 'POST', '/', { 'Content-Length': 30_000_000 }],
  [413, 'json', 'POST', API, { 'Content-Length': 30_000_000 }],
  [414, 'line', 'GET', `/${long(70_000)}`],
  [414, 'json', 'GET', `/api/${long(70_000)}`],
  [416, 'the back end’s', 'GET', '/api/customers/no-part/detail'],
  // nginx's 494: a header is too long.
  [400, 'line', 'GET', '/', { Cookie: long(70_000) }],
  [400, 'json', 'GET', API, { Cookie: long(70_000) }],
  [429, 'the back end’s', 'GET', '/api/customers/429/detail'],
  [500, 'the back end’s', 'GET', '/api/customers/500/detail'],
  [503, 'the back end’s', 'GET', '/api/customers/503/detail'],
];

/** Returns the test name of a row, such as `404 line: GET /nowhere`. */
export function nameOfRow([status, kind, method, path, headers = {}]) {
  const named = path.length > 100 ? `${path.slice(0, 12)}…` : path.replace(wasm, 'customer-profile-….wasm');
  const sent = Object.entries(headers).map(([name, value]) => ` ${name}: ${String(value).slice(0, 30)}`);
  return `${status} ${kind}: ${method} ${named}${sent}`;
}

/** Sends the request of a row, and checks the response. */
export async function checkRow(origin, row, options) {
  const [status, kind, method, path, headers = {}] = row;
  const sent = { ...headers };
  if (headers['If-Modified-Since']) sent['If-Modified-Since'] = values(await send(origin, 'GET', path), 'last-modified')[0];
  check(await send(origin, method, path, sent), kind, status, nameOfRow(row), options);
}
