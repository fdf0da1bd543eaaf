// Raw HTTP over a socket: exact request bytes, and every header line of the response. `fetch` normalises both.

import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Returns the bytes of a request with `Connection: close`; `headers` are lines. */
export const request = (method, path, headers = {}, version = 'HTTP/1.1') => {
  const all = { Host: 'crm.example.com', Connection: 'close', ...headers };
  const lines = Object.entries(all).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} ${version}`, ...lines, '', ''].join('\r\n');
};

/**
 * Sends bytes and reads the whole response: `{ status, headers, body }`. Headers are pairs of a lower-case name and a value,
 * in order. `servername` is the TLS server name.
 */
export function exchange(origin, bytes, { servername } = {}) {
  const { protocol, hostname: host, port } = new URL(origin);
  const options = { host, port, servername, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
  return new Promise((resolve, reject) => {
    const socket = protocol === 'https:' ? connectTls(options) : connect(options);
    const parts = [];
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer to ${bytes.slice(0, 100)}`)));
    socket.on('data', (part) => {
      parts.push(part);
      // A complete response ends the exchange: after refusing a body, the server closes only at its timeout.
      const answer = parse(Buffer.concat(parts));
      if (!isWhole(answer)) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', (error) => (parts.length > 0 ? resolve(parse(Buffer.concat(parts))) : reject(error)));
    socket.on('end', () => {
      socket.end();
      resolve(parse(Buffer.concat(parts)));
    });
    socket.write(bytes);
  });
}

/** Sends an ordinary request. */
export const send = (origin, method, path, headers, version) => exchange(origin, request(method, path, headers, version));

/** Whether a response has a Content-Length and is complete. (A response without a body may have one, too.) */
const isWhole = (answer) => answer.body.length > 0 && values(answer, 'content-length')[0] === String(Buffer.byteLength(answer.body));

function parse(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { status: NaN, headers: [], body: bytes.toString('utf8') };
  const [first, ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
  return { status, headers, body: bytes.subarray(end + 4).toString('utf8') };
}

/** Returns all values of a header. */
export const values = ({ headers }, name) => headers.filter(([found]) => found === name).map(([, value]) => value);

/** Returns the names of headers that occur more than once. */
export function duplicateHeaders({ headers }) {
  const names = headers.map(([name]) => name).filter((name) => name !== 'set-cookie');
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
