// A back end for tests of the proxy: accepts headers of any size, records requests, and responds by the customer's id.

import { createServer } from 'node:http';

const JSON_TYPE = { 'Content-Type': 'application/json' };

const behaviours = {
  'own-headers': (response) =>
    response.writeHead(200, { ...JSON_TYPE, 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff', 'X-Own': '1' }).end('{}'),
  part: (response) => response.writeHead(206, { ...JSON_TYPE, 'Content-Range': 'bytes 0-1/2' }).end('{}'),
  'no-part': (response) => response.writeHead(416, { ...JSON_TYPE, 'Content-Range': 'bytes */2' }).end('{"message": "416"}'),
  'many-cookies': (response) => response.writeHead(200, { ...JSON_TYPE, 'Set-Cookie': `big=${'x'.repeat(30_000)}` }).end('{}'),
  redirect: (response, { headers }) => response.writeHead(302, { Location: `http://${headers.host}/api/login` }).end(),
  hang: () => {},
};
for (const status of [400, 401, 403, 404, 408, 409, 422, 429, 500, 503]) {
  behaviours[status] = (response) => response.writeHead(status, JSON_TYPE).end(`{"message": "${status}"}`);
}

/** Starts the back end: `{ origin, requests, stop() }`. A request is `{ method, url, headers, length }`. */
export async function startBackend() {
  const requests = [];
  const server = createServer({ maxHeaderSize: 1024 * 1024 }, (request, response) => {
    const { method, url, headers, rawHeaders } = request;
    let length = 0;
    request.on('data', (part) => (length += part.length));
    request.on('end', () => {
      requests.push({ method, url, headers, rawHeaders, length });
      const id = /\/customers\/([^/]+)\/detail/.exec(url)?.[1];
      if (Object.hasOwn(behaviours, id)) return behaviours[id](response, request);
      response.writeHead(200, JSON_TYPE).end('{"id": "1", "name": "金职院"}');
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, requests, stop };
}
