// Builds the pages in pages/ with Vite, each into its own folder.

import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { build } from 'vite';

const HERE = join(import.meta.dirname, '..');

/** Vite plugins by page. */
const PLUGINS = {
  limit: [],
  vanilla: [],
  react: [react()],
  // On-demand imports, as element-plus recommends.
  element: [vue(), components({ resolvers: [ElementPlusResolver()], dirs: [], dts: false })],
  antd: [react()],
};

export const PEERS = Object.keys(PLUGINS);

/** Builds a page. Returns its folder. */
export async function buildPeer(name) {
  const outDir = join(HERE, 'dist', name);
  await build({
    configFile: false,
    root: join(HERE, 'pages', name),
    logLevel: 'error',
    plugins: PLUGINS[name],
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  if (name === 'limit') putIntoOneFile(outDir);
  return outDir;
}

/** Inlines style sheet and script. */
function putIntoOneFile(folder) {
  const assets = join(folder, 'assets');
  const named = (extension) => readdirSync(assets).find((file) => file.endsWith(extension));
  const text = (file) => readFileSync(join(assets, file), 'utf8');
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${text(named('.css'))}</style>`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${text(named('.js'))}</script>`);
  writeFileSync(page, html);
  rmSync(assets, { recursive: true });
}
