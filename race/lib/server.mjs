// A web server for one page, with the API: precompressed files, content-hashed files immutable, index.html revalidated.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { customer } from './customer.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/**
 * Serves a folder, and the API with a fixed delay.
 * @param {string} folder static files; index.html for every page path
 * @param {{ followers: number, delay: number }} api `delay` in milliseconds
 * @returns {Promise<{ origin: string, answerSize: (id: number) => number, close: () => void }>}
 */
export async function serve(folder, { followers, delay }) {
  const files = readFiles(folder);
  const answers = new Map();
  const answer = (id) => {
    if (!answers.has(id)) {
      const text = JSON.stringify(customer(id, followers));
      answers.set(id, { size: Buffer.byteLength(text), compressed: brotli(text, 5) });
    }
    return answers.get(id);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const id = /^\/api\/customers\/(\d+)\/detail$/.exec(pathname)?.[1];
    if (id) {
      const { compressed } = answer(Number(id));
      await new Promise((after) => setTimeout(after, delay));
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'content-encoding': 'br' };
      response.writeHead(200, headers).end(compressed);
      return;
    }
    const file = files.get(pathname) ?? (extname(pathname) ? undefined : files.get('/index.html'));
    if (!file) response.writeHead(404).end();
    else if (request.headers['if-none-match'] === file.headers.etag) response.writeHead(304, file.headers).end();
    else response.writeHead(200, { ...file.headers, 'content-encoding': 'br' }).end(file.compressed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    answerSize: (id) => answer(id).size,
    close: () => server.close(),
  };
}

function readFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Map();
  for (const entry of entries) {
    // Skips precompressed copies: all pages are compressed here, in the same way.
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const isPage = entry.name === 'index.html';
    const headers = {
      'content-type': TYPES[extname(entry.name)] ?? 'application/octet-stream',
      'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
      etag: `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`,
      vary: 'accept-encoding',
    };
    files.set(path.slice(folder.length), { headers, compressed: brotli(content, constants.BROTLI_MAX_QUALITY) });
  }
  return files;
}

const brotli = (content, quality) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
