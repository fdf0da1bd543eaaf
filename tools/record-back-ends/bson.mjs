// MongoDB documents: EJSON in both forms, and a document of the driver sent with `res.json`.
import { Decimal128, EJSON, Long } from 'bson';
import { customers, write, writeVersions } from './customers.mjs';

const documents = () => customers({ integer: (text) => Long.fromString(text), amount: (text) => Decimal128.fromString(text) });
const withUnderscore = ({ id, ...customer }) => ({ _id: Long.fromString(id), ...customer, __v: 0 });

for (const [name, customer] of documents()) {
    write('bson', 'ejson-canonical', name, EJSON.stringify(withUnderscore(customer), { relaxed: false }));
    write('bson', 'ejson-relaxed', name, EJSON.stringify(withUnderscore(customer)));
    write('bson', 'json-stringify', name, JSON.stringify(withUnderscore(customer)));
}
writeVersions('bson', 'bson');
