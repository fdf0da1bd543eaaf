import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { fetchCustomer } from '../shared/api.js';
import { Record } from './Record.jsx';

export function CustomerPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => fetchCustomer(id, signal),
  });
  if (query.isPending) return <div className="skeleton" />;
  if (query.isError) {
    return (
      <div role="alert">
        <h1>{query.error.message}</h1>
        <button className="button" onClick={() => query.refetch()}>
          重试
        </button>
      </div>
    );
  }
  return <Record key={id} customer={query.data} />;
}
