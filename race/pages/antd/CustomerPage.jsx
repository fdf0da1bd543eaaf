import { useQuery } from '@tanstack/react-query';
import { Button, Result, Skeleton } from 'antd';
import { useParams } from 'react-router';

import { fetchCustomer } from '../shared/api.js';
import { Record } from './Record.jsx';

export function CustomerPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => fetchCustomer(id, signal),
  });
  if (query.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (query.isError) {
    const retry = <Button onClick={() => query.refetch()}>重试</Button>;
    return <Result status="error" title={query.error.message} extra={retry} />;
  }
  return <Record key={id} customer={query.data} />;
}
