import { Input, Layout } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

export function TopBar() {
  const [id, setId] = useState('');
  const navigate = useNavigate();
  const go = (value) => {
    if (!value.trim()) return;
    navigate(`/customers/${encodeURIComponent(value.trim())}`);
    setId('');
  };
  return (
    <Layout.Header className="topbar">
      <strong>客户档案</strong>
      <div role="search">
        <Input.Search
          aria-label="客户ID"
          placeholder="输入客户ID"
          enterButton="前往"
          value={id}
          onChange={(event) => setId(event.target.value)}
          onSearch={go}
        />
      </div>
    </Layout.Header>
  );
}
