// Sequelize: the `toJSON` of a model; its drivers read BIGINT and DECIMAL as texts.
import { DataTypes, Sequelize } from 'sequelize';
import { customers, INTEGERS, AMOUNTS, write, writeVersions } from './customers.mjs';

// `build` needs no connection, so the driver may be an empty one.
const sequelize = new Sequelize({ dialect: 'sqlite', dialectModule: {}, logging: false });
const [[, example]] = customers();
const columnOf = (key) => {
    if (INTEGERS.includes(key)) return DataTypes.BIGINT;
    if (AMOUNTS.includes(key)) return DataTypes.DECIMAL(30, 2);
    if (key === 'createdAt') return DataTypes.DATE;
    if (key === 'type') return DataTypes.ENUM('CLIENT', 'TARGET_CUSTOMER', 'PROSPECT');
    return Array.isArray(example[key]) ? DataTypes.JSON : DataTypes.TEXT;
};
const columns = Object.keys(example).filter((key) => !key.startsWith('follower'));
const attributes = Object.fromEntries(columns.map((key) => [key, { type: columnOf(key), primaryKey: key === 'id' }]));

const Customer = sequelize.define('customer', attributes, { createdAt: false });
const User = sequelize.define('user', { id: { type: DataTypes.BIGINT, primaryKey: true }, name: DataTypes.TEXT }, { timestamps: false });
const Following = sequelize.define('following', {}, { timestamps: false });
Customer.belongsToMany(User, { through: Following, as: 'followers' });
User.belongsToMany(Customer, { through: Following });

for (const [name, { followers, followerNames, ...fields }] of customers({ integer: String })) {
    const row = { ...fields, followers: (followerNames ?? []).map((user) => ({ ...user, following: { customerId: fields.id, userId: user.id } })) };
    const include = [{ model: User, as: 'followers' }];
    const customer = Customer.build(row, { include, isNewRecord: false });
    write('sequelize', 'include', name, JSON.stringify(customer));
    write('sequelize', 'plain-in-result', name, JSON.stringify({ success: true, data: customer.get({ plain: true }), total: 1 }));
}
writeVersions('sequelize', 'sequelize');
