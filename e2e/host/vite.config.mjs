import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'customer-profile' } } })],
  // What Vite would write into the page itself, the CRM's policy forbids.
  build: { modulePreload: { polyfill: false } },
});
