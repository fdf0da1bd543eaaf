// Successful responses of the mock API: the samples, and customers for single tests.

import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../samples/', import.meta.url);

/** Ids of all samples. */
export const sampleIds = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

/** Returns the text of a sample. (Parsing would lose digits.) */
export function sampleText(id) {
  return readFileSync(new URL(`${id}.json`, folder), 'utf8');
}

/** Returns a sample as an object. */
export function sample(id) {
  return JSON.parse(sampleText(id));
}

/** Markup that sets `window.hacked` if it is parsed as HTML. */
export const markup = (name) =>
  `<img src=x onerror="hacked='${name}'"><script>hacked='${name}'</script><b>${name}</b>\${7*7}{{7*7}}`;

/** A customer with markup in every text. */
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

/** Returns the document's example with other values. */
export const variation = (changes) => JSON.stringify({ ...sample('example'), ...changes });
