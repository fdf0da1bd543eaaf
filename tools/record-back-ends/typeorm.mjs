// TypeORM over SQLite (sql.js): entities and raw rows, with the column types that hold lists.
import 'reflect-metadata';
import { DataSource, EntitySchema } from 'typeorm';
import { customers, INTEGERS, AMOUNTS, write, writeVersions } from './customers.mjs';

const [[, example]] = customers();
const typeOf = (key) => {
    if (INTEGERS.includes(key)) return 'bigint';
    if (AMOUNTS.includes(key)) return 'text';
    if (key === 'createdAt') return 'datetime';
    if (key === 'areaCode') return 'simple-array';
    return Array.isArray(example[key]) ? 'simple-json' : 'text';
};
const columns = Object.keys(example).filter((key) => !key.startsWith('follower'));
const Customer = new EntitySchema({
    name: 'customer',
    columns: Object.fromEntries(columns.map((key) => [key, { type: typeOf(key), primary: key === 'id', nullable: key !== 'id' }])),
    relations: { followers: { type: 'many-to-many', target: 'user', joinTable: true, cascade: true } },
});
const User = new EntitySchema({ name: 'user', columns: { id: { type: 'bigint', primary: true }, name: { type: 'text' } } });

for (const [name, { followers, followerNames, ...fields }] of customers({ integer: String })) {
    const source = await new DataSource({ type: 'sqljs', entities: [Customer, User], synchronize: true }).initialize();
    const repository = source.getRepository('customer');
    await repository.save({ ...fields, followers: followerNames ?? [] });
    const entity = await repository.findOne({ where: { id: fields.id }, relations: { followers: true } });
    write('typeorm', 'relations', name, JSON.stringify(entity));
    const raw = await source.query('SELECT * FROM customer');
    write('typeorm', 'query', name, JSON.stringify({ code: 200, data: raw }));
    await source.destroy();
}
writeVersions('typeorm', 'typeorm', 'sql.js');
