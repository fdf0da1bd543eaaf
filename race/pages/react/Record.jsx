// The record of a customer, one component per section.

import { ABSENT, ago, amount, bars, count, isAbsent, ratios } from '../shared/values.js';
import { AMOUNTS, BASICS, COPIED, COUNTS, SCALE_NOTE, TYPES } from '../shared/words.js';
import { Followers } from './Followers.jsx';
import { Card, CopyButton, LongText, Property, Trail } from './parts.jsx';

export function Record({ customer }) {
  return (
    <article>
      <title>{customer.name}</title>
      <Header customer={customer} />
      <div className="sections">
        <div className="column">
          <Finance customer={customer} />
          <Basics customer={customer} />
        </div>
        <div className="column">
          <Classification customer={customer} />
          <Area customer={customer} />
          <Followers customer={customer} />
        </div>
      </div>
    </article>
  );
}

function Header({ customer: { name, type, levelName, customerNo } }) {
  return (
    <header className="record-header">
      <h1>
        {name}
        <CopyButton label="客户名称" value={name} />
      </h1>
      <span className="badge">{TYPES[type] ?? type}</span>
      <span>客户级别 {levelName}</span>
      <span>客户编号 {customerNo}</span>
    </header>
  );
}

function Basics({ customer }) {
  return (
    <Card title="基本信息">
      <dl className="properties">
        {BASICS.map(([key, label]) => (
          <Property key={key} label={label}>
            {isAbsent(customer[key]) ? ABSENT : customer[key]}
            {COPIED.includes(key) && <CopyButton label={label} value={customer[key]} />}
          </Property>
        ))}
        <Property label="创建时间">
          {isAbsent(customer.createdAt) ? ABSENT : customer.createdAt}
          <span className="soft"> {ago(customer.createdAt)}</span>
        </Property>
        <Property label="客户描述" wide>
          <LongText text={customer.description} />
        </Property>
      </dl>
    </Card>
  );
}

function Classification({ customer }) {
  return (
    <Card title="部门与行业">
      <dl className="properties">
        <Trail label="所在部门" steps={customer.departmentPath} />
        <Trail label="行业" steps={customer.industryPath} />
        <Property label="行业ID">{customer.industry_id ?? ABSENT}</Property>
      </dl>
    </Card>
  );
}

function Area({ customer }) {
  return (
    <Card title="区域">
      <dl className="properties">
        <Trail label="区域" steps={customer.area} />
        <Trail label="所在区域编码" steps={customer.areaCode} />
      </dl>
    </Card>
  );
}

function Finance({ customer }) {
  const lengths = bars(customer);
  return (
    <Card title="财务">
      <dl className="properties">
        {AMOUNTS.map(([key, label], index) => (
          <Property key={key} label={label}>
            <CopyButton label={label} value={customer[key]} />
            <span className="figure">{amount(customer[key])}</span>
            <div className="bar">
              <div style={{ width: `${lengths[index]}%` }} />
            </div>
          </Property>
        ))}
      </dl>
      <p className="soft scale-note">{SCALE_NOTE}</p>
      <dl className="properties">
        {COUNTS.map(([key, label]) => (
          <Property key={key} label={label}>
            {count(customer[key])}
          </Property>
        ))}
        {ratios(customer).map(([label, figure, formula]) => (
          <Property key={label} label={label}>
            {figure} <span className="soft">{formula}</span>
          </Property>
        ))}
      </dl>
    </Card>
  );
}
