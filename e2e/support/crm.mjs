// Serves the host pages of ../hosts on another origin: the CRM at /, with the strictest policy that embedding allows
// (docs/embedding.md), and every other host at /NAME/, without a policy.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../hosts/dist/', import.meta.url));
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
    // Vue's policy.
    `trusted-types vue`,
  ].join('; ');

/**
 * Starts the server: `{ origin, pages, show(origin), stop() }`. `show` sets the origin of the customer profile; `pages` holds
 * more files by path: a text, or `{ text, headers }`, which is served with these headers and without the policy.
 */
export async function startCrm() {
  if (!existsSync(join(built, 'crm'))) throw new Error('There are no hosts in e2e/hosts/dist: run `make setup-host` first.');
  const pages = new Map();
  let profile = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://crm');
    const host = /^\/([^/]+)\//.exec(pathname)?.[1];
    const isOther = host !== undefined && host !== 'assets';
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = join(built, isOther ? path : `crm${path}`);
    const own = pages.get(pathname);
    if (own === undefined && (path.includes('..') || !existsSync(file))) return response.writeHead(404).end();
    const extension = extname(own === undefined ? path : pathname) || '.html';
    const headers = { 'Content-Type': TYPES[extension] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', ...own?.headers };
    if (!isOther && !own?.headers) headers['Content-Security-Policy'] = policy(profile);
    response.writeHead(200, headers);
    if (extension in TYPES) response.end((own?.text ?? own ?? readFileSync(file, 'utf8')).replaceAll('https://profile.invalid', profile));
    else response.end(readFileSync(file));
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

/** Returns the operator's file with these origins as frame-ancestors. */
export const framedBy = (text, ancestors) => text.replace(/#(set \$customer_profile_frame_ancestors).*/, `$1 "${ancestors}";`);
