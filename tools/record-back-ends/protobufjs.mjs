// protobufjs, as gRPC gateways in Node use it: int64 as text, as a number, or as an object of its halves.
import protobuf from 'protobufjs';
import { customers, write, writeVersions } from './customers.mjs';

const Customer = protobuf.loadSync(new URL('customer.proto', import.meta.url).pathname).lookupType('Customer');

function message({ createdAt, type, industry_id: industryId, ...customer }) {
    const filled = Object.fromEntries(Object.entries({ ...customer, industryId }).filter(([, value]) => value !== null));
    const seconds = createdAt && Math.floor(createdAt.getTime() / 1000);
    return Customer.fromObject({
        ...filled,
        type,
        totalTurnover: Number(customer.totalTurnover),
        createdAt: createdAt && { seconds, nanos: (createdAt.getTime() - seconds * 1000) * 1e6 },
    });
}

for (const [name, customer] of customers({ integer: String })) {
    const record = (setting, object) => write('protobufjs', setting, name, JSON.stringify(object));
    record('to-json', message(customer));
    record('numbers', Customer.toObject(message(customer), { longs: Number, enums: String }));
    record('long-objects', Customer.toObject(message(customer), { enums: String }));
}
writeVersions('protobufjs', 'protobufjs');
