// The CRM of ../host on an origin of its own, under a policy as strict as a CRM may have: what of it the element needs is
// what docs/embedding.md names.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../host/dist/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

const policy = (profile) =>
  [
    `default-src 'none'`,
    `script-src 'self' ${profile}`,
    `style-src 'self'`,
    `img-src data:`,
    `frame-src ${profile}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // Vue's own.
    `trusted-types vue`,
  ].join('; ');

/**
 * Starts it: `{ origin, pages, show(origin), stop() }`. `show` says where the customer's page is; `pages` are further files of
 * the CRM, whole, by their paths.
 */
export async function startCrm() {
  if (!existsSync(join(built, 'index.html'))) throw new Error('There is no CRM in e2e/host/dist: run `make setup-host` first.');
  const pages = new Map();
  let profile = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://crm');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const file = join(built, name);
    const own = pages.get(pathname);
    if (own === undefined && (name.includes('..') || !existsSync(file))) return response.writeHead(404).end();
    const type = TYPES[own === undefined ? extname(name) : extname(pathname) || '.html'] ?? 'application/octet-stream';
    const text = own ?? readFileSync(file, 'utf8');
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy(profile), 'Cache-Control': 'no-cache' });
    response.end(text.replaceAll('https://profile.invalid', profile));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pages,
    show: (origin) => (profile = origin),
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

/** The file of the page with these as those who may show it in a frame. */
export const framedBy = (text, ancestors) => text.replace(/#(set \$customer_profile_frame_ancestors).*/, `$1 "${ancestors}";`);
