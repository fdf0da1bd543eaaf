// The page in React with react-router and TanStack Query, without a component library.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';

import '../shared/page.css';
import { CustomerPage } from './CustomerPage.jsx';
import { TopBar } from './TopBar.jsx';

createRoot(document.getElementById('root')).render(
  <QueryClientProvider client={new QueryClient()}>
    <BrowserRouter>
      <TopBar />
      <main>
        <Routes>
          <Route path="/customers/:id" element={<CustomerPage />} />
          <Route path="*" element={<h1>页面不存在</h1>} />
        </Routes>
      </main>
    </BrowserRouter>
  </QueryClientProvider>,
);
