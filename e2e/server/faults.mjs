// Faults between page and API, by name. A request with the name as customer id gets the fault.
//
// A fault is a function of the exchange: `response` (Node's), `request`, `signIn` (origin of a sign-in server), and
// `breakOff()`, which resets the connection.

import { markupCustomer, sampleText, variation } from './answers.mjs';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'Content-Type': 'text/html; charset=utf-8' };
const MEGABYTE = 1024 * 1024;

/** Sends a complete response. */
const answer =
  (body, headers = JSON_TYPE, status = 200) =>
  ({ response }) => {
    const bytes = Buffer.from(body);
    response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
    response.end(bytes);
  };

const json = (value) => answer(JSON.stringify(value));
/** Sends JSON; "@" is replaced with the document's example. */
const around = (text) => (exchange) => answer(text.replace('"@"', example()))(exchange);
/** Sends the document's example in another charset. */
const inCharset = (charset, encode) => (exchange) =>
  answer(encode(example()), { 'Content-Type': `application/json;charset=${charset}` })(exchange);
const WARNING = '<br />\n<b>Warning</b>: Undefined key in <b>/var/www/login/x.php</b> on line <b>3</b><br />\n';
const example = () => sampleText('example');

/** The sign-in page that a gateway sends instead of a response. */
export const LOGIN_PAGE = '<!doctype html><title>登录</title><form><input name="user"><input type="password"></form>';

const statuses = Object.fromEntries(
  [400, 401, 403, 404, 408, 410, 418, 425, 429, 500, 501, 502, 503, 504].map((status) => [
    `status-${status}`,
    answer(JSON.stringify({ message: `消息 ${status}` }), JSON_TYPE, status),
  ]),
);

/** Sends a wrong Content-Length and closes the connection after the body. */
const wrongLength =
  (difference) =>
  ({ response, request }) => {
    const body = Buffer.from(example());
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': body.length + difference, Connection: 'close' });
    response.write(body, () => request.socket.end());
  };

/** Encodes text as GBK, by inverting the decoder: Node has no encoder. */
function gbk(text) {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : bytes.get(letter))));
}

/** Returns pseudo-random bytes, the same in every run. */
function noise(length) {
  const bytes = Buffer.alloc(length);
  let state = 0x2545f491;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return bytes;
}

const errorPage = '<!doctype html><title>502</title><h1>Bad Gateway</h1>';

export const faults = {
  ...statuses,
  'retry-after-seconds': answer('{"message": "请求过于频繁"}', { ...JSON_TYPE, 'Retry-After': '2' }, 429),
  'retry-after-hour': answer('{}', { ...JSON_TYPE, 'Retry-After': '3600' }, 503),
  'retry-after-nonsense': answer('{}', { ...JSON_TYPE, 'Retry-After': 'soon' }, 503),
  'retry-after-date': (exchange) => {
    // HTTP dates have a resolution of one second.
    const date = new Date(Date.now() + 3_000).toUTCString();
    answer('{}', { ...JSON_TYPE, 'Retry-After': date }, 503)(exchange);
  },
  'status-html': answer(errorPage, HTML_TYPE, 502),
  'status-empty': answer('', {}, 500),
  'status-markup': answer(JSON.stringify({ message: '<img src=x onerror="hacked=1"><b>消息</b>' }), JSON_TYPE, 500),

  // The connection.
  hang: () => {},
  'hang-in-body': ({ response }) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': Buffer.byteLength(example()) });
    response.write(example().slice(0, 40));
  },
  reset: ({ breakOff }) => breakOff(),
  'reset-in-body': ({ response, breakOff }) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Length': 100_000 });
    response.write(example().slice(0, 40), () => breakOff());
  },
  'reset-in-chunks': ({ response, breakOff }) => {
    response.writeHead(200, JSON_TYPE);
    response.write(example().slice(0, 40), () => breakOff());
  },
  slow: ({ response }) => {
    // Short, so that the test is fast.
    setTimeout(() => answer(example())({ response }), 700);
  },
  'length-too-long': wrongLength(+100),
  'length-too-short': wrongLength(-100),

  // The body.
  truncated: (exchange) => answer(example().slice(0, -100))(exchange),
  empty: answer(''),
  blank: answer(' \n\t '),
  null: answer('null'),
  list: answer('[]'),
  'list-of-objects': json([{ name: '甲' }]),
  object: answer('{}'),
  text: answer('"text"'),
  number: answer('42'),
  'other-json': json({ swagger: '2.0', paths: {} }),
  'all-null': json({ id: null, name: null, type: null }),
  'not-utf8': answer(Buffer.concat([Buffer.from('{"id":"1","name":"'), Buffer.from([0xb9, 0xab, 0xff]), Buffer.from('"}')])),
  'deep-list': answer('['.repeat(100_000) + ']'.repeat(100_000)),
  'deep-field': answer(variation({ description: '@' }).replace('"@"', '['.repeat(10_000) + ']'.repeat(10_000))),
  noise: answer(noise(10_000)),
  'noise-5-mb': answer(noise(5 * MEGABYTE)),
  guarded: (exchange) => answer(`)]}',\n${example()}`)(exchange),
  words: answer('{"id": "1", "name": "金职院", "totalTurnover": NaN, "levelName": undefined, "rank": -Infinity}'),
  'warning-before': (exchange) => answer(WARNING + example(), HTML_TYPE)(exchange),
  'dump-behind': (exchange) => answer(`${example()}\narray(2) {\n  ["a"]=> int(1)\n}`)(exchange),
  gbk: inCharset('GBK', gbk),
  'utf-16': inCharset('UTF-16', (text) => Buffer.from(text, 'utf16le')),
  bom: (exchange) => answer(`\u{feff}${example()}`)(exchange),

  // The type.
  'json-as-html': (exchange) => answer(example(), HTML_TYPE)(exchange),
  'json-as-nothing': (exchange) => answer(example(), {})(exchange),
  'html-as-json': answer(errorPage),
  html: answer('<!doctype html><title>It works</title><h1>It works!</h1>', HTML_TYPE),
  'login-page': answer(LOGIN_PAGE, HTML_TYPE),
  'login-redirect': ({ response }) => response.writeHead(302, { Location: '/api/login' }).end(),
  'login-redirect-elsewhere': ({ response, signIn }) => response.writeHead(302, { Location: `${signIn}/login` }).end(),
  'redirect-honest': ({ response, request }) =>
    response.writeHead(307, { Location: request.url.replace(/[^/]+\/detail$/, 'example/detail') }).end(),
  'redirect-loop': ({ response, request }) => response.writeHead(302, { Location: request.url }).end(),

  // Envelopes.
  'envelope-401': json({ code: 40100, message: '令牌已失效', data: null }),
  'envelope-403': json({ code: 40301, message: '该客户属于其他部门' }),
  'envelope-404': json({ code: 404, msg: '客户不存在', data: [] }),
  'envelope-500': json({ code: 500, message: '数据库连接失败', data: {} }),
  'envelope-1': json({ code: 1, message: '参数错误', data: {} }),
  'envelope-false': json({ success: false, message: '操作失败' }),
  'envelope-empty': json({ code: 0, message: '', data: null }),
  'envelope-text': json({ code: 0, data: 'a customer' }),
  'envelope-markup': json({ code: 500, message: '<img src=x onerror="hacked=1"><b>消息</b>' }),
  'envelope-nested': around('{"success": true, "code": 200, "result": {"customer": "@"}}'),
  'envelope-list': around('{"code": 0, "data": ["@"]}'),
  'envelope-of-text': (exchange) => json({ code: 0, data: example() })(exchange),
  'envelope-code-1': around('{"code": 1, "msg": "获取成功", "data": "@"}'),
  'envelope-deep-error': json({ error: { code: 40301, message: '该客户属于其他部门' }, data: null }),
  'envelope-path': json({ code: 500, message: 'include(/var/www/login/x.php): failed to open stream' }),
  'envelope-bare': (exchange) => answer(`{"data": ${example()}}`)(exchange),

  // Unusual, but valid responses.
  markup: (exchange) => json(markupCustomer())(exchange),
  'long-id': (exchange) => answer(variation({ id: '@' }).replace('"@"', '1725934800123456789'))(exchange),
  echo: (exchange) => answer(variation({ description: JSON.stringify(exchange.request.headers) }))(exchange),
};
