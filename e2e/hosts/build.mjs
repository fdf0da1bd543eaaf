// Builds each host into dist/NAME/.
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';

const here = import.meta.dirname;
const installed = (name) => join(here, 'node_modules', name);

/** Builds a host with Vite. `packages` replaces packages with others, such as another version. */
async function bundle(name, { source = name, base = `/${name}/`, packages = {}, plugins = [], ...more } = {}) {
  const alias = Object.entries(packages).map(([find, replacement]) => ({ find: new RegExp(`^${find}(?=$|/)`), replacement: installed(replacement) }));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(here, source),
    base,
    plugins,
    resolve: { alias },
    define: { __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: {
      outDir: join(here, 'dist', name),
      emptyOutDir: true,
      minify: false,
      cssMinify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: Infinity,
      // The CRM's policy blocks Vite's inline polyfill.
      modulePreload: { polyfill: false },
      ...more,
    },
  });
}

function copy(name, files = {}) {
  const folder = join(here, 'dist', name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(here, name), folder, { recursive: true });
  for (const [file, source] of Object.entries(files)) cpSync(installed(source), join(folder, file), { recursive: true });
}

const isCustomElement = (tag) => tag === 'customer-profile';
const VUE_3 = 'vue/dist/vue.esm-bundler.js';
const VUE_2 = 'vue-2/dist/vue.esm.js';

copy('plain');
copy('layui', { 'jquery.min.js': 'jquery/dist/jquery.min.js', 'layui.js': 'layui/dist/layui.js', css: 'layui/dist/css', font: 'layui/dist/font' });
await bundle('crm', { base: '/', plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
await bundle('element-plus', { packages: { vue: VUE_3 } });
await bundle('element-plus-2.9', { source: 'element-plus', packages: { vue: VUE_3, 'element-plus': 'element-plus-2.9' } });
await bundle('element-ui', { packages: { vue: VUE_2 } });
await bundle('antd');
await bundle('antd-5', { packages: { antd: 'antd-5', react: 'react-18', 'react-dom': 'react-dom-18' } });
await bundle('angular');
await bundle('qiankun');
copy('qiankun-app');
await bundle('qiankun-app', { emptyOutDir: false, lib: { entry: 'app.js', formats: ['umd'], name: 'sub', fileName: () => 'main.js' } });
