// Requests as they stand on the wire, and answers with every line of their headers: what browsers and `fetch` would put
// right, send in another way, or join.

import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** The bytes of a request; `headers` are lines of their own. The server is asked to close the connection afterwards. */
export const request = (method, path, headers = {}, version = 'HTTP/1.1') => {
  const all = { Host: 'crm.example.com', Connection: 'close', ...headers };
  const lines = Object.entries(all).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} ${version}`, ...lines, '', ''].join('\r\n');
};

/**
 * Sends these bytes and reads all that comes: `{ status, headers, body }`, with the headers as pairs of a name in small
 * letters and a value, in the order in which they came. `servername` is the name that TLS is asked for.
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
      // Who has been refused a body need not wait until the server gives up waiting for it.
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
export const ask = (origin, method, path, headers, version) => exchange(origin, request(method, path, headers, version));

/** Whether all of an answer has come that says how long it is. (An answer without a body may say so, too.) */
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

/** All values of a header. */
export const values = ({ headers }, name) => headers.filter(([found]) => found === name).map(([, value]) => value);

/** The names of headers that came more than once. */
export function twice({ headers }) {
  const names = headers.map(([name]) => name).filter((name) => name !== 'set-cookie');
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
