import { useState } from 'react';
import { useNavigate } from 'react-router';

export function TopBar() {
  const [id, setId] = useState('');
  const navigate = useNavigate();
  const go = (event) => {
    event.preventDefault();
    if (!id.trim()) return;
    navigate(`/customers/${encodeURIComponent(id.trim())}`);
    setId('');
  };
  return (
    <header className="topbar">
      <strong>客户档案</strong>
      <form className="go-to" role="search" onSubmit={go}>
        <input
          type="search"
          aria-label="客户ID"
          placeholder="输入客户ID"
          autoComplete="off"
          value={id}
          onChange={(event) => setId(event.target.value)}
        />
        <button className="button">前往</button>
      </form>
    </header>
  );
}
