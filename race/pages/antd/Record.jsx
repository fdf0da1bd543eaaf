// The record of a customer, one component per section.

import { Breadcrumb, Card, Col, Descriptions, Flex, Progress, Row, Space, Statistic, Tag, Typography } from 'antd';

import { ABSENT, ago, amount, bars, count, isAbsent, ratios, trailText } from '../shared/values.js';
import { AMOUNTS, BASICS, COPIED, COUNTS, SCALE_NOTE, TYPES } from '../shared/words.js';
import { Followers } from './Followers.jsx';

const { Paragraph, Text, Title } = Typography;

export function Record({ customer }) {
  return (
    <article>
      <title>{customer.name}</title>
      <Header customer={customer} />
      <Row gutter={16}>
        <Col xs={24} lg={15}>
          <Flex vertical gap={16}>
            <Finance customer={customer} />
            <Basics customer={customer} />
          </Flex>
        </Col>
        <Col xs={24} lg={9}>
          <Flex vertical gap={16}>
            <Classification customer={customer} />
            <Area customer={customer} />
            <Followers customer={customer} />
          </Flex>
        </Col>
      </Row>
    </article>
  );
}

function Header({ customer: { name, type, levelName, customerNo } }) {
  return (
    <Space wrap size="middle">
      <Title level={1} copyable={copying(name)}>
        {name}
      </Title>
      <Tag color="green">{TYPES[type] ?? type}</Tag>
      <Text>客户级别 {levelName}</Text>
      <Text>客户编号 {customerNo}</Text>
    </Space>
  );
}

function Basics({ customer }) {
  const { createdAt, description } = customer;
  const items = BASICS.map(([key, label]) => ({ key, label, children: value(customer[key], COPIED.includes(key)) }));
  const time = (
    <Space>
      {isAbsent(createdAt) ? ABSENT : createdAt}
      <Text type="secondary">{ago(createdAt)}</Text>
    </Space>
  );
  const text = <Paragraph ellipsis={{ rows: 5, expandable: 'collapsible' }}>{description || ABSENT}</Paragraph>;
  items.push({ key: 'createdAt', label: '创建时间', children: time });
  items.push({ key: 'description', label: '客户描述', children: text, span: 'filled' });
  return (
    <Card title="基本信息">
      <Descriptions layout="vertical" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
    </Card>
  );
}

function Classification({ customer }) {
  const items = [
    { key: 'departmentPath', label: '所在部门', children: <Trail steps={customer.departmentPath} /> },
    { key: 'industryPath', label: '行业', children: <Trail steps={customer.industryPath} /> },
    { key: 'industry_id', label: '行业ID', children: value(customer.industry_id) },
  ];
  return (
    <Card title="部门与行业">
      <Descriptions layout="vertical" column={1} items={items} />
    </Card>
  );
}

function Area({ customer }) {
  const items = [
    { key: 'area', label: '区域', children: <Trail steps={customer.area} /> },
    { key: 'areaCode', label: '所在区域编码', children: <Trail steps={customer.areaCode} /> },
  ];
  return (
    <Card title="区域">
      <Descriptions layout="vertical" column={1} items={items} />
    </Card>
  );
}

function Finance({ customer }) {
  const lengths = bars(customer);
  return (
    <Card title="财务">
      <Row gutter={[16, 16]}>
        {AMOUNTS.map(([key, label], index) => (
          <Col key={key} xs={24} md={8}>
            <Statistic
              title={<Text copyable={copying(customer[key])}>{label}</Text>}
              value={customer[key]}
              formatter={amount}
            />
            <Progress percent={lengths[index]} showInfo={false} status="normal" />
          </Col>
        ))}
        <Col span={24}>
          <Text type="secondary">{SCALE_NOTE}</Text>
        </Col>
        {COUNTS.map(([key, label]) => (
          <Col key={key} xs={12} md={8}>
            <Statistic title={label} value={customer[key]} formatter={count} />
          </Col>
        ))}
        {ratios(customer).map(([label, figure, formula]) => (
          <Col key={label} xs={12} md={8}>
            <Statistic title={label} value={figure} />
            <Text type="secondary">{formula}</Text>
          </Col>
        ))}
      </Row>
    </Card>
  );
}

function Trail({ steps }) {
  if (isAbsent(steps)) return ABSENT;
  return (
    <Space>
      <Breadcrumb items={steps.map((title) => ({ title }))} />
      <Text copyable={copying(trailText(steps))} />
    </Space>
  );
}

function value(text, isCopied = false) {
  if (isAbsent(text)) return ABSENT;
  return isCopied ? <Text copyable={copying(text)}>{text}</Text> : text;
}

const copying = (text) => ({ text: String(text) });
