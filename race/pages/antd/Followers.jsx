import { Avatar, Button, Card, Input, Space } from 'antd';
import { useMemo, useState } from 'react';

import { FILTER_FROM, FIRST, STEP, count, followersOf, found, initials } from '../shared/values.js';

export function Followers({ customer }) {
  const all = useMemo(() => followersOf(customer), [customer]);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(FIRST);
  const matching = useMemo(() => found(all, query.trim()), [all, query]);
  const filter = (event) => {
    setQuery(event.target.value);
    setShown(FIRST);
  };
  return (
    <Card title="关注者" extra={`共 ${count(all.length)} 位`}>
      {all.length > FILTER_FROM && (
        <Input aria-label="筛选关注者" placeholder="筛选关注者" allowClear value={query} onChange={filter} />
      )}
      <ul className="followers">
        {matching.slice(0, shown).map(({ id, name }) => (
          <li key={id}>
            <Space>
              <Avatar>{initials(name)}</Avatar>
              {name}
            </Space>
          </li>
        ))}
      </ul>
      {matching.length > shown && (
        <Button type="dashed" shape="round" onClick={() => setShown(shown + STEP)}>
          {`+${matching.length - shown}`}
        </Button>
      )}
    </Card>
  );
}
