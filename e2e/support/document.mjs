// The API's table in docs/api.md, as data.

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

/** Every row: `{ key, type, example, comment }`; the example is a JSON value. */
export const rows = [...text.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, key, type, example, comment]) => ({ key, type, example: JSON.parse(example), comment }),
);

/** The names of the constants of `type`. */
export const customerTypes = Object.fromEntries(
  [...text.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|$/gm)].map(([, constant, name]) => [constant, name]),
);

/** An amount or a count as the page writes it: its own digits, in groups. */
export function grouped(digits) {
  const [integer, fraction] = String(digits).split('.');
  return integer.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}
