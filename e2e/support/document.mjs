// The tables in docs/api.md as data.

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

/** Returns all rows: `{ key, type, example, comment }`; the example is parsed JSON. */
export const rows = [...text.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, key, type, example, comment]) => ({ key, type, example: JSON.parse(example), comment }),
);

/** Returns the constants of `type`. */
export const customerTypes = Object.fromEntries(
  [...text.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|$/gm)].map(([, constant, name]) => [constant, name]),
);

/** Formats an amount or count as the page does: the same digits, grouped. */
export function grouped(digits) {
  const [integer, fraction] = String(digits).split('.');
  return integer.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
