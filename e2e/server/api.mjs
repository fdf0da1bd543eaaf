// The mock API: an HTTP server that serves samples and faults, and records requests.

import { createServer } from 'node:http';

import { sampleIds, sampleText } from './answers.mjs';
import { faults, LOGIN_PAGE } from './faults.mjs';

const DETAIL = /^\/api\/customers\/([^/?]+)\/detail$/;

/** Starts the server on loopback; port 0 is any free port. */
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

/** The sign-in server that a gateway redirects to: another origin, without CORS headers. */
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

/** A running mock API. */
class Api {
  /** The recorded requests, in order: `{ method, url, id, headers, aborted, finished }`. */
  requests = [];
  /** Planned responses by id. */
  #plans = new Map();

  /** Returns the requests for an id. */
  of(id) {
    return this.requests.filter((request) => request.id === id);
  }

  /**
   * Sets the responses to successive requests for an id; the last one repeats. Each is the name of a sample or fault, a
   * JSON text, or a function of the exchange.
   */
  plan(id, ...behaviours) {
    this.#plans.set(id, behaviours);
  }

  /** Returns a response that waits for `release()`. */
  held(behaviour) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    return Object.assign((exchange) => released.then(() => act(behaviour, exchange)), { release });
  }

  /** Removes all plans and recorded requests. */
  reset() {
    this.requests = [];
    this.#plans.clear();
  }

  serve(request, response) {
    const { method, url, headers, socket } = request;
    // Browsers resend a request if a kept-alive connection breaks, which would make counts random.
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

/** Sends a planned response. */
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

/** CORS headers for an API on another origin. */
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
