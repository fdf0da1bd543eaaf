// Node with Express: `res.json` of Dates, numbers, BigInts, Maps and Sets.
import express from 'express';
import { customers, snakeCase, write, writeVersions } from './customers.mjs';

// Without this, JSON.stringify throws for a BigInt.
BigInt.prototype.toJSON = function () {
    return this.toString();
};

const withoutNulls = (customer) => Object.fromEntries(Object.entries(customer).map(([key, value]) => [key, value ?? undefined]));
const withDate = (write) => (customer) => ({ ...customer, createdAt: customer.createdAt && write(customer.createdAt) });
const withMapAndSet = (customer) => ({
    ...customer,
    followers: customer.followers && new Set(customer.followers),
    followerNames: customer.followerNames && new Map(customer.followerNames.map(({ id, name }) => [id, name])),
});

const settings = {
    defaults: {},
    numbers: { conversions: { amount: Number } },
    'big-int': { conversions: { integer: BigInt } },
    undefined: { convert: withoutNulls },
    'spaces-and-escape': { set: { 'json spaces': 2, 'json escape': true } },
    'snake-case-result': { convert: (customer) => ({ code: 0, message: 'success', result: snakeCase(customer) }) },
    'date-to-string': { convert: withDate(String) },
    'date-to-locale-string-zh': { convert: withDate((date) => date.toLocaleString('zh-CN')) },
    'date-to-locale-string-en': { convert: withDate((date) => date.toLocaleString('en-US')) },
    'map-and-set': { convert: withMapAndSet },
};

for (const [setting, { conversions, set = {}, convert = (customer) => customer }] of Object.entries(settings)) {
    const app = express();
    for (const [name, value] of Object.entries(set)) app.set(name, value);
    for (const [name, customer] of customers(conversions)) app.get(`/${name}`, (_, res) => res.json(convert(customer)));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    for (const [name] of customers()) {
        const response = await fetch(`http://127.0.0.1:${server.address().port}/${name}`);
        write('express', setting, name, await response.text());
    }
    server.close();
}
writeVersions('express', 'express');
