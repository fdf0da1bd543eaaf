// The canonical customers for Node back ends, and the writer of recordings.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const SAMPLES = new URL('../../samples/back-ends/', import.meta.url);
const canonical = JSON.parse(readFileSync(new URL('canonical.json', SAMPLES), 'utf8'));
process.env.TZ = canonical.timeZone;

export const INTEGERS = ['managerId', 'industry_id', 'transactionNumber', 'rank'];
export const AMOUNTS = ['totalTurnover', 'outstandingReceivables', 'retentionMoney'];

const mapUnlessNull = (value, convert) => (value === null ? null : convert(value));

/** `createdAt`; `new Date(0)` for the zero date. */
const date = (text) => new Date(text.startsWith('0000') ? 0 : text.replace(' ', 'T'));

/** Yields each name and customer; `integer` and `amount` make the values of ids, counts and amounts. */
export function* customers({ integer = Number, amount = String } = {}) {
    for (const [name, customer] of Object.entries(canonical.customers)) {
        const stored = { ...customer };
        for (const key of INTEGERS) stored[key] = mapUnlessNull(stored[key], integer);
        for (const key of AMOUNTS) stored[key] = mapUnlessNull(stored[key], amount);
        stored.followers = mapUnlessNull(stored.followers, (ids) => ids.map(integer));
        stored.followerNames = mapUnlessNull(stored.followerNames, (list) => list.map(({ id, name }) => ({ id: integer(id), name })));
        stored.createdAt = mapUnlessNull(stored.createdAt, date);
        yield [name, stored];
    }
}

export const snakeCase = (customer) =>
    Object.fromEntries(Object.entries(customer).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));

/** Writes the body of one response. */
export function write(backEnd, setting, customer, body) {
    const folder = new URL(`${backEnd}/${setting}/`, SAMPLES);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(`${customer}.json`, folder), body);
}

/** Writes the versions of these packages, for `index.py`. */
export function writeVersions(backEnd, ...packages) {
    const versions = packages.map((name) => [name, JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version]);
    writeFileSync(new URL(`${backEnd}/versions.json`, SAMPLES), JSON.stringify({ ...Object.fromEntries(versions), node: process.versions.node }));
}
