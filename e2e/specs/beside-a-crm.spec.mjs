// The page in the server block of a CRM: one include, which changes nothing for the CRM.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { check } from '../support/answers.mjs';
import { startBackend } from '../support/backend.mjs';
import { dist, nameOf } from '../support/dist.mjs';
import { send, exchange, request, values } from '../support/http.mjs';
import { freePort, startNginx } from '../support/nginx.mjs';
import { customerPath, heading } from '../support/page.mjs';
import { test as inBrowser } from '../support/test.mjs';

const wasm = nameOf('.wasm');
const INCLUDE = 'include customer-profile.conf;';

function writeFiles(folder) {
  mkdirSync(join(folder, 'static'), { recursive: true });
  mkdirSync(join(folder, 'crmdocs'), { recursive: true });
  writeFileSync(join(folder, '404.html'), '<!doctype html><title>404</title><h1>CRM: 404</h1>');
  writeFileSync(join(folder, '50x.html'), '<!doctype html><title>50x</title><h1>CRM: 50x</h1>');
  writeFileSync(join(folder, 'static', 'app.js'), `/* ${'crm '.repeat(500)} */`);
  writeFileSync(join(folder, 'static', 'module.wasm'), 'crm');
  writeFileSync(join(folder, 'crmdocs', 'index.html'), '<!doctype html><title>docs</title>');
  writeFileSync(join(folder, 'customer-profile.html'), '<!doctype html><title>an address like ours</title>');
}

/**
 * A typical PHP CRM: regular expression locations for PHP and static files, its own root, error pages, headers, caching,
 * charset and limits; and another site, the default server of the port.
 */
const php =
  ({ include = INCLUDE, name = 'crm.example.com', more = '', before = '', tls } = {}) =>
  (port, folder) => {
    writeFiles(folder);
    const certificate = `ssl_certificate ${join(folder, '../certificate.pem')};\nssl_certificate_key ${join(folder, '../key.pem')};`;
    return `
${before}
server {
    listen 127.0.0.1:${port} ${tls ? 'ssl' : ''} default_server;
    ${tls ? certificate : ''}
    server_name _;
    return 200 "the other site";
}
server {
    listen 127.0.0.1:${port} ${tls ? 'ssl' : ''};
    ${tls ? certificate : ''}
    ${tls?.plainPort ? `listen 127.0.0.1:${tls.plainPort};` : ''}
    server_name ${name};
    ${include}
    root ${folder};
    index index.html index.php;
    charset gbk;
    expires 1h;
    etag off;
    gzip on;
    gzip_vary on;
    gzip_types *;
    client_max_body_size 8m;
    add_header X-CRM 1 always;
    error_page 400 403 404 405 413 /404.html;
    error_page 500 502 503 504 /50x.html;
    proxy_intercept_errors on;
    ${more}
    location / {
        try_files $uri $uri/ /index.php?$query_string;
    }
    location ~ [^/]\\.php(/|$) {
        default_type text/html;
        return 200 "<p>PHP $request_method $uri $request_uri";
    }
    location ~* \\.(js|css|png|wasm)$ {
        expires 30d;
    }
    location ~ /\\. {
        deny all;
    }
    location /api/ {
        rewrite ^ /index.php last;
    }
    location = /broken {
        proxy_pass http://127.0.0.1:1;
    }
}`;
  };

/** Tomcat behind nginx. */
const tomcat =
  (origin, include = INCLUDE) =>
  (port) => `
server {
    listen 127.0.0.1:${port} default_server;
    server_name _;
    return 200 "the other site";
}
server {
    listen 127.0.0.1:${port};
    server_name crm.example.com;
    ${include}
    location / {
        proxy_pass ${origin};
        proxy_set_header Host $host;
    }
}`;

/** Requests that the page's include must not affect. */
const crmRequests = [
  ['GET', '/'],
  ['GET', '/index.php?x=1'],
  ['POST', '/index.php/user/login'],
  ['GET', '/some/page?x=1'],
  ['GET', '/static/app.js', { 'Accept-Encoding': 'gzip' }],
  ['HEAD', '/static/app.js'],
  ['GET', '/static/module.wasm'],
  ['GET', '/static/none.js'],
  ['GET', '/crmdocs/'],
  ['GET', '/crmdocs'],
  ['GET', '/crmx'],
  ['GET', '/crm.php'],
  ['GET', '/customers/1'],
  ['GET', '/customer-profile.html'],
  ['GET', '/customer-profile/'],
  ['GET', `/${wasm}`],
  ['GET', '/api/users'],
  ['GET', '/api/a.php'],
  ['GET', '/api/customers/1'],
  ['GET', '/api/customers/1/orders'],
  ['POST', '/api/customers/1/orders', { 'Content-Length': 0 }],
  ['GET', '/.git/config'],
  ['GET', '/.well-known/acme-challenge/x'],
  ['GET', '/broken'],
  ['GET', '/%00'],
  ['TRACE', '/'],
  ['DELETE', '/static/app.js'],
  ['POST', '/index.php', { 'Content-Length': 9_000_000 }],
  ['GET', `/${'x'.repeat(9_000)}`],
  ['GET', '/', { Cookie: 'x'.repeat(9_000) }],
  ['GET', '/', { Host: 'other.example' }],
  ['GET', '/crm/', { Host: 'other.example' }],
];

/** Removes what differs from one response to the next. */
const withoutVolatileParts = ({ status, headers, body }) => ({
  status,
  headers: headers
    .filter(([name]) => !['date', 'last-modified', 'expires'].includes(name))
    .map(([name, value]) => `${name}: ${value.replace(/example\.com:\d+/, 'example.com')}`),
  body,
});

let backend;
test.beforeAll(async () => {
  backend = await startBackend();
});
test.afterAll(() => backend.stop());
test.beforeEach(() => backend.requests.splice(0));

async function withCrm(crm, use, options) {
  const site = await startNginx({ dist, backend: backend.origin, basePath: '/crm', crm, ...options });
  try {
    return await use(site);
  } finally {
    await site.stop();
  }
}

const responsesOf = async ({ origin }) => {
  const answers = {};
  for (const [method, path, headers] of crmRequests) {
    answers[`${method} ${path} ${JSON.stringify(headers)}`] = withoutVolatileParts(await send(origin, method, path, headers));
  }
  return answers;
};

/** Uncomments the location that proxies the endpoint. */
const withEndpoint = (text) => text.replace(/#location ~ \^\/api[^]*$/, (lines) => lines.replace(/^#/gm, ''));

for (const [name, crm] of [
  ['PHP', (include) => php({ include })],
  ['Tomcat', (include) => tomcat(backend.origin, include)],
]) {
  test(`the include changes no response of a CRM with ${name}`, async () => {
    const before = await withCrm(crm(''), responsesOf);
    expect(Object.values(before).filter(({ status }) => status === 200).length).toBeGreaterThan(8);
    expect(await withCrm(crm(INCLUDE), responsesOf)).toEqual(before);
    // The same with the endpoint, whose path is not among these.
    expect(await withCrm(crm(INCLUDE), responsesOf, { edit: withEndpoint })).toEqual(before);
  });

  test(`the page beside a CRM with ${name} keeps its rules`, async () => {
    await withCrm(crm(INCLUDE), async ({ origin }) => {
      const redirect = await send(origin, 'GET', '/crm?a=b');
      check(redirect, 'line', 301, '/crm');
      expect(values(redirect, 'location')).toEqual(['/crm/?a=b']);
      for (const path of ['/crm/', '/crm/customers/1', '/crm/customers/x.js', '/crm/customers/x.php', '/crm/customers/x.php/y', '/crm/customers/.x']) {
        check(await send(origin, 'GET', path), 'page', 200, path);
        check(await send(origin, 'GET', path, { 'Accept-Encoding': 'gzip' }), 'page', 200, path);
      }
      const { headers } = await send(origin, 'GET', '/crm/customers/1');
      const [, etag] = headers.find(([name]) => name === 'etag');
      check(await send(origin, 'GET', '/crm/customers/1', { 'If-None-Match': etag }), 'unchanged', 304, 'unchanged');
      check(await send(origin, 'GET', '/crm/', { 'If-Match': '"other"' }), 'line', 412, '412');
      check(await send(origin, 'GET', '/crm/', { Range: 'bytes=99999999-' }), 'page', 200, 'range');
      check(await send(origin, 'GET', `/crm/${wasm}`, { 'Accept-Encoding': 'gzip' }), 'program', 200, 'wasm');
      check(await send(origin, 'GET', `/crm/${wasm}`, { Range: 'bytes=99999999-' }), 'program', 200, 'range');
      for (const path of ['/crm/nowhere', '/crm/x.js', '/crm/x.php', '/crm/customer-profile-0123456789abcdef_bg.wasm', '/.customer-profile/index.html']) {
        check(await send(origin, 'GET', path), 'line', 404, path);
      }
      check(await send(origin, 'POST', '/crm/customers/1', { 'Content-Length': 0 }), 'line', 405, '405');
      check(await send(origin, 'POST', '/crm/customers/1', { 'Content-Length': 9_000_000_000 }), 'line', 413, '413');
    });
  });

  test(`the endpoint beside a CRM with ${name} is proxied for any id`, async () => {
    const use = async ({ origin }) => {
      for (const id of ['1', 'x.php', 'x.js', 'a%2Fb', '.git', '%E5%AE%A2']) {
        const path = `/api/customers/${id}/detail`;
        check(await send(origin, 'GET', path, { Host: 'crm.example.com', 'X-Forwarded-For': '6.6.6.6' }), 'the back end’s', 200, path);
        expect(backend.requests.pop()).toMatchObject({ url: path, headers: { host: 'crm.example.com', 'x-forwarded-for': '127.0.0.1' } });
      }
      check(await send(origin, 'GET', '/api/customers/404/detail'), 'the back end’s', 404, 'its own 404');
      check(await send(origin, 'POST', '/api/customers/1/detail', { 'Content-Length': 0 }), 'json', 405, '405');
    };
    await withCrm(crm(INCLUDE), use, { edit: withEndpoint });
  });
}

test('an unreachable API is reported in JSON, not by an error page of the CRM', async () => {
  const gone = await startBackend();
  await gone.stop();
  await withCrm(php(), async ({ origin }) => check(await send(origin, 'GET', '/api/customers/1/detail'), 'json', 502, '502'), {
    edit: withEndpoint,
    backend: gone.origin,
  });
});

test('an endpoint of the CRM itself keeps working', async () => {
  await withCrm(php(), async ({ origin }) => {
    const answer = await send(origin, 'GET', '/api/customers/1/detail');
    expect(answer.body).toContain('PHP GET /index.php /api/customers/1/detail');
    expect(values(answer, 'x-crm')).toEqual(['1']);
  });
});

/** Uncomments lines with these beginnings, and the rest of their blocks. */
const uncommented =
  (...starts) =>
  (text) =>
    starts.reduce((edited, start) => {
      const at = edited.indexOf(`#${start}`);
      expect(at, start).toBeGreaterThan(0);
      const [lines] = /^#.*(\{\n( *#.*\n)*?#\}|;)/.exec(edited.slice(at));
      return edited.slice(0, at) + lines.replace(/^ *#/gm, '') + edited.slice(at + lines.length);
    }, text);

const REWRITING = 'if (!-e $request_filename) {\n rewrite ^(.*)$ /index.php?s=$1 last;\n }';

test('a block that rewrites missing files does not affect the page with its lines uncommented', async () => {
  await withCrm(
    php({ more: REWRITING }),
    async ({ origin }) => {
      check(await send(origin, 'GET', '/crm/customers/1'), 'page', 200, 'page');
      check(await send(origin, 'GET', '/crm/nowhere'), 'line', 404, 'nowhere');
      check(await send(origin, 'GET', '/crm'), 'line', 301, '/crm');
      expect((await send(origin, 'GET', '/some/page')).body).toContain('PHP GET /index.php /some/page');
    },
    { edit: uncommented('if ($uri ~') },
  );
});

const TO_TLS = 'return 301 https://$host$request_uri;';

test('a separate block for port 80 redirects to TLS', async () => {
  const plainPort = await freePort();
  const before = `server {\n listen 127.0.0.1:${plainPort};\n server_name crm.example.com;\n ${TO_TLS}\n}`;
  await withCrm(
    php({ tls: {}, before }),
    async ({ origin }) => {
      check(await send(origin, 'GET', '/crm/customers/1'), 'page', 200, 'page');
      await redirectsToTls(`http://127.0.0.1:${plainPort}`);
    },
    { tls: true },
  );
});

test('one block for ports 80 and 443 that rewrites missing files redirects to TLS', async () => {
  const plainPort = await freePort();
  await withCrm(
    php({ tls: { plainPort }, more: `if ($scheme = http) {\n ${TO_TLS}\n }\n${REWRITING}` }),
    async ({ origin }) => {
      check(await send(origin, 'GET', '/crm/customers/1'), 'page', 200, 'page');
      await redirectsToTls(`http://127.0.0.1:${plainPort}`);
    },
    { tls: true, edit: uncommented('set $customer_profile_address', 'if ($customer_profile_address', 'if ($uri ~') },
  );
});

async function redirectsToTls(plain) {
  for (const path of ['/crm', '/crm/', '/crm/customers/1?a=b', '/some/page']) {
    const answer = await send(plain, 'GET', path);
    expect(answer.status, path).toBe(301);
    expect(values(answer, 'location'), path).toEqual([`https://crm.example.com${path}`]);
  }
}

/** Directives of a CRM's server block, and the lines that an operator uncomments for them. */
const directives = {
  limit_rate: ['limit_rate 1k;'],
  limit_rate_after: ['limit_rate 1k; limit_rate_after 1k;'],
  ssi: ['ssi on;'],
  userid: ['userid on; userid_name crm;'],
  open_file_cache: ['open_file_cache max=100;'],
  gzip: ['gzip off;'],
  gzip_min_length: ['gzip_min_length 1000000;'],
  gzip_http_version: ['gzip_http_version 1.0;'],
  gzip_types: ['gzip_types text/css;'],
  mirror: ['mirror /mirror; location = /mirror {\n internal;\n proxy_pass BACKEND;\n }'],
  etag: ['etag off; if_modified_since off;'],
  max_ranges: ['max_ranges 5;'],
  charset: ['charset gbk;'],
  expires: ['expires max;'],
  add_header: ['add_header Cache-Control public always; add_header X-Frame-Options DENY always;'],
  error_page: ['error_page 404 405 =200 /404.html; recursive_error_pages on;'],
  types: ['types { text/plain html wasm js; } default_type text/plain;'],
  root: ['root /nonexistent;'],
  server_tokens: ['server_tokens on;'],
  sub_filter: ['sub_filter_types application/wasm; sub_filter customer crm; sub_filter_once off;', 'sub_filter'],
  add_before_body: ['add_before_body /404.html;', 'add_before_body'],
  add_after_body: ['add_after_body /404.html;', 'add_after_body'],
};
/** Directives that the block already has with another value. */
const repeated = /^\s*(charset|expires|etag|gzip|gzip_types|root|error_page \d.*) [^;]*;$/gm;

for (const [name, [directive, ...lines]] of Object.entries(directives)) {
  test(`${name} in the block does not affect the page`, async () => {
    const crm = (port, folder) => {
      const [other, block] = php({ more: 'MORE' })(port, folder).split(/(?=server_name crm)/);
      const own = block.replace(repeated, (line, key) => (new RegExp(`\\b${key.split(' ')[0]} `).test(directive) ? '' : line));
      return other + own.replace('MORE', directive.replace('BACKEND', backend.origin));
    };
    await withCrm(
      crm,
      async ({ origin, folder, publish }) => {
        const bodies = {};
        for (const [path, kind] of [['/crm/customers/1', 'page'], [`/crm/${wasm}`, 'program']]) {
          const started = performance.now();
          const answer = await send(origin, 'GET', path);
          check(answer, kind, 200, path);
          expect(values(answer, 'set-cookie')).toEqual([]);
          expect(values(answer, 'etag')).toHaveLength(1);
          expect(performance.now() - started).toBeLessThan(5_000);
          bodies[kind] = answer.body;
          const [etag] = values(answer, 'etag');
          check(await send(origin, 'GET', path, { 'If-None-Match': etag }), 'unchanged', 304, path);
        }
        // Not `toBe`, which would print both bodies.
        expect(bodies.page === readFileSync(join(folder, 'index.html'), 'utf8')).toBe(true);
        expect(bodies.program === readFileSync(join(folder, wasm), 'utf8')).toBe(true);
        expect(backend.requests).toEqual([]);
        for (const version of ['HTTP/1.1', 'HTTP/1.0']) {
          const compressed = await send(origin, 'GET', '/crm/', { 'Accept-Encoding': 'gzip' }, version);
          expect(values(compressed, 'content-encoding'), version).toEqual(version === 'HTTP/1.1' ? ['gzip'] : []);
        }
        check(await send(origin, 'GET', '/crm/nowhere'), 'line', 404, 'nowhere');
        check(await send(origin, 'POST', '/crm/', { 'Content-Length': 0 }), 'line', 405, '405');
        publish(dist, { unit: '元' });
        expect((await send(origin, 'GET', '/crm/')).body).toContain('"unit":"元"');
      },
      { edit: uncommented(...lines) },
    );
  });
}

test('a sign-in enforced by the block works with its line uncommented', async () => {
  const more = `
    auth_request /auth;
    error_page 401 = @sign_in;
    location = /auth {
        internal;
        auth_request off;
        set $id 401;
        if ($http_cookie ~ session) {
            set $id 1;
        }
        rewrite ^ /api/customers/$id/detail break;
        proxy_intercept_errors off;
        proxy_pass ${backend.origin};
    }
    location @sign_in {
        auth_request off;
        return 302 https://sso.example.com/login?return=$request_uri;
    }`;
  const crm = (port, folder) => php({ more })(port, folder).replace(/error_page 4.*\n/, '');
  await withCrm(
    crm,
    async ({ origin }) => {
      const redirect = await send(origin, 'GET', '/crm/customers/1');
      expect(redirect.status).toBe(302);
      expect(values(redirect, 'location')).toEqual(['https://sso.example.com/login?return=/crm/customers/1']);
      check(await send(origin, 'GET', '/crm/customers/1', { Cookie: 'session=1' }), 'page', 200, 'signed in');
    },
    { edit: uncommented('error_page 401') },
  );
});

test('access rules of the block apply to the page: deny, auth_basic, limit_req', async () => {
  await withCrm(php({ more: 'deny all;' }), async ({ origin }) => check(await send(origin, 'GET', '/crm/'), 'line', 403, 'deny'));
  await withCrm(php({ more: 'auth_basic crm; auth_basic_user_file /dev/null;' }), async ({ origin }) => {
    const answer = await send(origin, 'GET', '/crm/');
    check(answer, 'line', 401, 'auth_basic');
    expect(values(answer, 'www-authenticate')).toEqual(['Basic realm="crm"']);
  });
  const before = 'limit_req_zone $server_name zone=all:1m rate=1r/m;';
  await withCrm(php({ before, more: 'limit_req zone=all;' }), async ({ origin }) => {
    await send(origin, 'GET', '/crm/');
    check(await send(origin, 'GET', '/crm/'), 'line', 503, 'limit_req');
  });
});

test('Brotli applies to the page only', async () => {
  const edit = (text) => text.replace(/#(brotli)/g, '$1');
  await withCrm(
    php(),
    async ({ origin }) => {
      const encoding = async (path) => values(await send(origin, 'GET', path, { 'Accept-Encoding': 'gzip, br' }), 'content-encoding');
      expect(await encoding(`/crm/${wasm}`)).toEqual(['br']);
      expect(await encoding('/crm/customers/1')).toEqual(['br']);
      expect(await encoding('/static/app.js')).toEqual(['gzip']);
    },
    { edit },
  );
});

test('uploads to the CRM have its own limit', async () => {
  await withCrm(php(), async ({ origin }) => {
    const body = 'x'.repeat(3_000_000);
    const answer = await exchange(origin, request('POST', '/index.php', { 'Content-Length': body.length }) + body);
    expect(answer.status).toBe(200);
  });
});

inBrowser('the browser shows a customer beside the CRM, and again after a reload', async ({ page, deploy }) => {
  const { origin } = await deploy({ basePath: '/crm', crm: php({ name: '127.0.0.1' }), edit: withEndpoint });
  await page.goto(`${origin}/crm${customerPath('example')}`);
  await expect(heading(page)).toHaveText('金职院');
  await page.reload();
  await expect(heading(page)).toHaveText('金职院');
});
