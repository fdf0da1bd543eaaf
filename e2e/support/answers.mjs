// The rules for responses of the server (docs/operations.md).

import { expect } from '@playwright/test';

import { duplicateHeaders, values } from './http.mjs';

/** Headers of every response that is not the back end's. */
const OWN = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
];

/** The kinds of responses: `type`, `caching` and more. */
const kinds = {
  page: { type: 'text/html; charset=utf-8', caching: 'no-cache', vary: true },
  program: { type: 'application/wasm', caching: 'public, max-age=31536000, immutable', vary: true },
  line: { type: 'text/plain', caching: 'no-store', body: /^HTTP \d{3}\n$/ },
  json: { type: 'application/json', caching: 'no-store', body: /^\{"message":"[^"<]+HTTP \d{3}\)"\}$/ },
  unchanged: { vary: true, body: /^$/ },
  'the back end’s': { type: 'application/json', isForeign: true },
};

/** Checks a response by its kind, and by the rules for all responses. `server` is the value of `Server`. */
export function check(answer, kind, status, message, { server = ['nginx'] } = {}) {
  const { type, caching, vary, body, isForeign } = kinds[kind];
  expect(answer.status, message).toBe(status);
  expect(duplicateHeaders(answer), `${message}: twice`).toEqual([]);
  expect(values(answer, 'server'), message).toEqual(server);
  if (type) expect(values(answer, 'content-type'), message).toEqual([type]);
  if (caching) expect(values(answer, 'cache-control'), message).toEqual([caching]);
  if (vary) expect(values(answer, 'vary'), message).toEqual(['Accept-Encoding']);
  if (!['page', 'program'].includes(kind)) expect(answer.body, message).not.toMatch(/<(!doctype|html|h1|title)/i);
  if (body && answer.body) expect(answer.body, message).toMatch(body);
  const own = isForeign ? ['x-content-type-options'] : OWN;
  for (const name of own) expect(values(answer, name), `${message}: ${name}`).toHaveLength(1);
  if (isForeign) expect(values(answer, 'cross-origin-opener-policy'), message).toEqual([]);
  if (status === 405) expect(values(answer, 'allow'), message).toEqual(['GET, HEAD']);
}
