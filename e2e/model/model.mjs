// A model of the page: what it must show once it is idle, after any sequence of events.

import { IDS } from './sequence.mjs';

const WORDS = {
  'zh-CN': { app: '客户档案', home: '查找客户', 404: '未找到该客户', 403: '无权查看该客户', 401: '登录已过期', 503: '服务暂时不可用', offline: '网络连接失败' },
  en: { app: 'Customer profile', home: 'Find a customer', 404: 'Customer not found', 403: "You don't have access to this customer", 401: 'Your session has expired', 503: 'The service is temporarily unavailable', offline: "Couldn't connect to the server" },
};

/** Failures of a refresh that remove the record. */
const REMOVING_STATUSES = [401, 403, 404];

export class Model {
  server = Object.fromEntries(IDS.map((id) => [id, { mode: 'ok', version: 1 }]));
  isOnline = true;
  isSignedIn = true;
  language = 'zh-CN';
  /** The browser's history: ids, undefined for the start page. */
  entries = [];
  place = 0;
  /** The page: the displayed version of a customer, or the failure. */
  page = {};
  /** Whether focus has moved since the page was loaded. */
  hasMoved = false;
  /** Customers that must be among the recent ones, and those that must not. */
  isRecent = new Set();
  isForgotten = new Set(IDS);

  get id() {
    return this.entries[this.place];
  }

  /** Whether a step is possible in the current state. */
  allows({ kind, id, on, mode }) {
    const { page } = this;
    switch (kind) {
      case 'box':
        return id !== this.id;
      case 'home':
        return this.id !== undefined;
      case 'back':
        return this.place > 0;
      case 'forward':
        return this.place < this.entries.length - 1;
      case 'recent':
        return this.id === undefined;
      case 'refresh':
        return page.version !== undefined;
      case 'retry':
        return [401, 503, 'offline'].includes(page.failure);
      case 'reload':
        return this.isOnline;
      case 'network':
        return on !== this.isOnline;
      case 'session':
        return on !== this.isSignedIn;
      case 'server':
        return mode !== undefined;
      default:
        return true;
    }
  }

  apply({ kind, id, on, mode }) {
    switch (kind) {
      case 'open':
        this.entries = [id];
        this.#arrive();
        break;
      case 'recent':
      case 'box':
      case 'home':
        this.entries = [...this.entries.slice(0, this.place + 1), kind === 'home' ? undefined : id];
        this.place += 1;
        this.hasMoved = true;
        this.#arrive();
        break;
      case 'back':
      case 'forward':
        this.place += kind === 'back' ? -1 : 1;
        this.hasMoved = true;
        this.#arrive();
        break;
      case 'reload':
        this.hasMoved = false;
        this.#arrive();
        break;
      case 'refresh':
        this.#refresh();
        break;
      case 'retry':
        this.#load();
        break;
      case 'later':
        if (this.page.version !== undefined) this.#refresh();
        else if (this.page.failure === 401) this.#load();
        break;
      case 'language':
        this.language = this.language === 'en' ? 'zh-CN' : 'en';
        break;
      case 'network':
        this.isOnline = on;
        if (on) this.#comeOnline();
        break;
      case 'session':
        this.isSignedIn = on;
        // The next read of the recent customers clears them, even if the user signs in before the page is idle.
        if (!on) this.isRecent.clear();
        break;
      case 'server':
        this.server[id] = { mode, version: this.server[id].version + 1 };
        break;
    }
  }

  /** Updates the certain facts once the page is idle. */
  rest() {
    const { id, page } = this;
    if (id === undefined) {
      if (this.isSignedIn) return;
      for (const other of IDS) this.#forget(other);
    } else if (page.version !== undefined) {
      this.isRecent.add(id);
      this.isForgotten.delete(id);
    } else if (page.failure === 401 || page.failure === 403) {
      this.#forget(id);
    }
  }

  /** A customer whose page was open only briefly may or may not have been stored. */
  passBy(id) {
    if (id === undefined) return;
    this.isForgotten.delete(id);
    this.isRecent.delete(id);
  }

  /** Returns what the page must show, and must not, as plain values (it is sent to the page). */
  expected() {
    const words = WORDS[this.language];
    const { id, page } = this;
    const shown = page.version === undefined ? words[page.failure] : nameOf(id, page.version);
    return {
      path: id === undefined ? '/' : `/customers/${encodeURIComponent(id)}`,
      heading: id === undefined ? words.home : shown,
      title: id === undefined ? words.app : `${shown} - ${words.app}`,
      id,
      others: IDS.filter((other) => other !== id),
      isShown: page.version !== undefined,
      announced: page.version === undefined ? '' : shown,
      hasMoved: this.hasMoved,
      recent: this.isSignedIn ? [...this.isRecent] : [],
      forgotten: [...this.isForgotten],
    };
  }

  #forget(id) {
    this.isForgotten.add(id);
    this.isRecent.delete(id);
  }

  #arrive() {
    this.page = {};
    if (this.id !== undefined) this.#load();
  }

  #outcome() {
    if (!this.isOnline) return 'offline';
    if (!this.isSignedIn) return 401;
    return this.server[this.id].mode;
  }

  #load() {
    const outcome = this.#outcome();
    this.page.failure = outcome === 'ok' ? undefined : outcome;
    this.page.version = outcome === 'ok' ? this.server[this.id].version : undefined;
  }

  #refresh() {
    const outcome = this.#outcome();
    if (outcome === 'ok' || REMOVING_STATUSES.includes(outcome)) this.#load();
  }

  /** The page retries a network failure once by itself. */
  #comeOnline() {
    if (this.page.version !== undefined) this.page.hasRetried = false;
    if (this.page.failure !== 'offline' || this.page.hasRetried) return;
    this.page.hasRetried = true;
    this.#load();
  }
}

/** Returns the customer's name in the server's responses. */
export const nameOf = (id, version) => `客户${id}·${version}`;
