// The page in React with Ant Design.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, Layout } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';

import { CustomerPage } from './CustomerPage.jsx';
import { TopBar } from './TopBar.jsx';
import './page.css';

createRoot(document.getElementById('root')).render(
  <ConfigProvider locale={zhCN}>
    <QueryClientProvider client={new QueryClient()}>
      <BrowserRouter>
        <Layout className="page">
          <TopBar />
          <Layout.Content className="content">
            <Routes>
              <Route path="/customers/:id" element={<CustomerPage />} />
              <Route path="*" element={<h1>页面不存在</h1>} />
            </Routes>
          </Layout.Content>
        </Layout>
      </BrowserRouter>
    </QueryClientProvider>
  </ConfigProvider>,
);
