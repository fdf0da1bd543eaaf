// What the API answers where nothing goes wrong: the project's samples, and customers made up for one test each.

import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../samples/', import.meta.url);

/** The ids of all samples. */
export const sampleIds = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

/** A sample as it goes over the wire: its text, with every digit that parsing it would lose. */
export function sampleText(id) {
  return readFileSync(new URL(`${id}.json`, folder), 'utf8');
}

/** A sample as an object, for tests that look into it. */
export function sample(id) {
  return JSON.parse(sampleText(id));
}

/** Markup that would run if the page ever took it for HTML. `window.hacked` tells. */
export const markup = (name) =>
  `<img src=x onerror="hacked='${name}'"><script>hacked='${name}'</script><b>${name}</b>\${7*7}{{7*7}}`;

/** A customer with markup in every text there is. */
export function markupCustomer() {
  const customer = sample('example');
  for (const [key, value] of Object.entries(customer)) {
    if (typeof value === 'string') customer[key] = markup(key);
    else if (key !== 'followers' && key !== 'followerNames' && Array.isArray(value)) {
      customer[key] = value.map((_, step) => markup(`${key}-${step}`));
    }
  }
  customer.managerId = markup('managerId');
  customer.industry_id = markup('industry_id');
  customer.followers = [1, markup('followers')];
  customer.followerNames = [{ id: 1, name: markup('followerNames') }];
  return customer;
}

/** The document's example with other values. */
export const variation = (changes) => JSON.stringify({ ...sample('example'), ...changes });
