// React 18 and antd 5.
import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';

window.events = [];
const ready = ({ detail }) => window.events.push(['ready', detail.id]);
const failed = ({ detail }) => window.events.push(['failed', detail.id, detail.cause]);
const destroys = new URLSearchParams(location.search).has('destroy');

function App() {
  const [isOpen, setIsOpen] = useState(false);
  const [id, setId] = useState('example');
  // React 18 does not listen to events of custom elements.
  const listen = useCallback((element) => {
    element?.addEventListener('profile-ready', ready);
    element?.addEventListener('profile-failed', failed);
  }, []);
  return (
    <>
      <button onClick={() => setIsOpen(true)}>打开</button>
      <button id="behind">背后</button>
      <button onClick={() => setId('full')}>下一个</button>
      <Modal open={isOpen} onCancel={() => setIsOpen(false)} title="客户" width="80%" destroyOnClose={destroys}>
        <customer-profile ref={listen} customer-id={id} theme="light" />
      </Modal>
    </>
  );
}

createRoot(document.getElementById('host')).render(<App />);
