// The API for the tests: a real HTTP server that serves the samples, misbehaves on request, and remembers what it was
// asked.

import { createServer } from 'node:http';

import { sampleIds, sampleText } from './answers.mjs';
import { faults, LOGIN_PAGE } from './faults.mjs';

const DETAIL = /^\/api\/customers\/([^/?]+)\/detail$/;

/** Starts the server on loopback; `port` 0 takes any free one. */
export async function startApi({ port = 0 } = {}) {
  const api = new Api();
  const server = createServer((request, response) => api.serve(request, response));
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  api.origin = `http://127.0.0.1:${server.address().port}`;
  const signIn = await startSignIn();
  api.signIn = signIn.origin;
  api.stop = () => Promise.all([stop(server), signIn.stop()]);
  return api;
}

/** The sign-in server that a gateway redirects to, on an origin of its own, which lets no other page read what it says. */
async function startSignIn() {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' }).end(LOGIN_PAGE),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => stop(server) };
}

function stop(server) {
  return new Promise((stopped) => {
    server.close(stopped);
    server.closeAllConnections();
  });
}

/** A running server, as a test sees it. */
class Api {
  /** What the server was asked, in order: `{ method, url, id, headers, aborted, finished }`. */
  requests = [];
  /** What to do for an id, answer after answer, where that is not what the id itself says. */
  #plans = new Map();

  /** The requests for one customer. */
  of(id) {
    return this.requests.filter((request) => request.id === id);
  }

  /**
   * Has the server answer an id with these, one after the other, the last one ever after. Each is the name of a sample
   * or a fault, a text to be sent as JSON, or a function that is given the exchange.
   */
  plan(id, ...behaviours) {
    this.#plans.set(id, behaviours);
  }

  /** A behaviour that waits for `release()` before it does what `behaviour` says. */
  held(behaviour) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    return Object.assign((exchange) => released.then(() => act(behaviour, exchange)), { release });
  }

  /** Forgets all plans and requests. */
  reset() {
    this.requests = [];
    this.#plans.clear();
  }

  serve(request, response) {
    const { method, url, headers, socket } = request;
    // A browser sends a request again by itself when a connection that it kept breaks: then counting would be luck.
    response.setHeader('Connection', 'close');
    allowOtherOrigins(request, response);
    if (method === 'OPTIONS') return response.writeHead(204).end();

    const segment = DETAIL.exec(url)?.[1];
    const id = segment && decoded(segment);
    const record = { method, url, id, headers, aborted: false, finished: false };
    this.requests.push(record);
    let isOurs = false;
    response.on('close', () => {
      record.finished = response.writableFinished;
      record.aborted = !response.writableFinished && !isOurs;
    });
    const breakOff = () => {
      isOurs = true;
      socket.resetAndDestroy();
    };

    if (id !== undefined) return act(this.#next(id), { request, response, signIn: this.signIn, breakOff });
    if (/^\/api\/login(\?|$)/.test(url)) return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
    return response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}');
  }

  #next(id) {
    const plan = this.#plans.get(id);
    if (!plan) return id;
    return plan.length > 1 ? plan.shift() : plan[0];
  }
}

/** Does what a behaviour says. */
function act(behaviour, exchange) {
  if (typeof behaviour === 'function') return behaviour(exchange);
  if (Object.hasOwn(faults, behaviour)) return faults[behaviour](exchange);
  const { response } = exchange;
  const known = sampleIds.includes(behaviour) ? sampleText(behaviour) : behaviour;
  if (known.trimStart().startsWith('{')) {
    return response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(known);
  }
  return response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"message": "没有这个客户"}');
}

/** What an API on an origin of its own has to say before a page may read its answers. */
function allowOtherOrigins({ headers }, response) {
  if (!headers.origin) return;
  response.setHeader('Access-Control-Allow-Origin', headers.origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  response.setHeader('Vary', 'Origin');
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
