// React 19 and antd 6, with the package.
import { Modal } from 'antd';
import { loadCustomerProfile } from 'customer-profile-embed';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

loadCustomerProfile('https://profile.invalid/');

window.events = [];
const ready = ({ detail }) => window.events.push(['ready', detail.id]);
const failed = ({ detail }) => window.events.push(['failed', detail.id, detail.cause]);
const destroys = new URLSearchParams(location.search).has('destroy');

function App() {
  const [isOpen, setIsOpen] = useState(false);
  const [id, setId] = useState('example');
  return (
    <>
      <button onClick={() => setIsOpen(true)}>打开</button>
      <button id="behind">背后</button>
      <button onClick={() => setId('full')}>下一个</button>
      <Modal open={isOpen} onCancel={() => setIsOpen(false)} title="客户" width="80%" destroyOnHidden={destroys}>
        <customer-profile customer-id={id} theme="light" onprofile-ready={ready} onprofile-failed={failed} />
      </Modal>
    </>
  );
}

createRoot(document.getElementById('host')).render(<App />);
