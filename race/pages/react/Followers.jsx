import { useMemo, useState } from 'react';

import { FILTER_FROM, FIRST, STEP, count, followersOf, found, initials } from '../shared/values.js';
import { Card } from './parts.jsx';

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
    <Card title={`关注者 共 ${count(all.length)} 位`}>
      {all.length > FILTER_FROM && (
        <input type="search" aria-label="筛选关注者" placeholder="筛选关注者" value={query} onChange={filter} />
      )}
      <ul className="followers">
        {matching.slice(0, shown).map(({ id, name }) => (
          <li key={id}>
            <span className="avatar" aria-hidden="true">
              {initials(name)}
            </span>
            {name}
          </li>
        ))}
      </ul>
      {matching.length > shown && (
        <button className="more" onClick={() => setShown(shown + STEP)}>
          {`+${matching.length - shown}`}
        </button>
      )}
    </Card>
  );
}
