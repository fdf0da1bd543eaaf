// The rules for what the server answers (docs/operations.md), and how an answer is held to them.

import { expect } from '@playwright/test';

import { twice, values } from './http.mjs';

/** The headers of every answer that is the page's own. */
const OWN = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
];

/** What the kinds of answers have in common: `type`, `caching`, and what else. */
const kinds = {
  page: { type: 'text/html; charset=utf-8', caching: 'no-cache', vary: true },
  program: { type: 'application/wasm', caching: 'public, max-age=31536000, immutable', vary: true },
  line: { type: 'text/plain', caching: 'no-store', body: /^HTTP \d{3}\n$/ },
  json: { type: 'application/json', caching: 'no-store', body: /^\{"message":"[^"<]+HTTP \d{3}\)"\}$/ },
  unchanged: { vary: true, body: /^$/ },
  'the back end’s': { type: 'application/json', isForeign: true },
};

/** Holds an answer to its kind, and every answer to what holds for all of them. `server` is what `Server` says. */
export function check(answer, kind, status, message, { server = ['nginx'] } = {}) {
  const { type, caching, vary, body, isForeign } = kinds[kind];
  expect(answer.status, message).toBe(status);
  expect(twice(answer), `${message}: twice`).toEqual([]);
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
