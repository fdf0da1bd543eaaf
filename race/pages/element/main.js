// The page in Vue with element-plus.

import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

import App from './App.vue';
import CustomerPage from './CustomerPage.vue';
import './page.css';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/customers/:id', component: CustomerPage },
    { path: '/:rest(.*)', component: { render: () => '页面不存在' } },
  ],
});

createApp(App).use(router).mount('#app');
