// Defines <customer-profile customer-id="42">, which shows a customer inside another page: docs/embedding.md.
//
// The element contains an iframe with the page. They exchange JSON messages: src/host/message.rs lists them.
(() => {
  'use strict';
  const ELEMENT = 'customer-profile';
  if (customElements.get(ELEMENT)) return console.warn(`${ELEMENT}: embed.js is loaded twice`);

  // Modules have no `currentScript`, but may have a script element.
  const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/embed(-[^/]*)?\.js$/.test(src));
  // Height of the frame until the page reports its own, in CSS pixels: the height of the skeleton.
  const FIRST_HEIGHT = 640;
  // Milliseconds without a message after which a starting frame has failed.
  const MAX_SILENCE = 10_000;

  // Properties and the attributes that they reflect.
  const ATTRIBUTES = { customerId: 'customer-id', theme: 'theme', base: 'base' };

  // Events of the window.
  const EVENTS = ['message', 'focus', 'keydown'];

  const texts = {
    zh: { title: '客户档案', missing: '没有可显示的客户', silent: '客户页面没有回应', retry: '重试' },
    en: { title: 'Customer profile', missing: 'No customer to show', silent: "The customer page isn't responding", retry: 'Try again' },
  };

  // A host's own style sheet overrides `:host`. Browsers without constructed style sheets (Safari before 16.4) show the element
  // as an inline element around a block, which looks the same on screen.
  const sheets = [];
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host { display: block } :host([hidden]) { display: none } @media print { .measured { width: var(--width) !important; height: var(--height) !important } }',
    );
    sheets.push(sheet);
  } catch {}

  class CustomerProfile extends HTMLElement {
    static observedAttributes = ['customer-id', 'lang', 'theme', 'base'];

    #root = this.attachShadow({ mode: 'open' });
    #isUpdating = false;
    #frame;
    #isLoaded = false;
    // Whether the program in the frame has started.
    #isRunning = false;
    // The language that the page in the frame has chosen, once known.
    #language;
    #timer;
    // Whether focus arrives by Shift+Tab.
    #isBack = false;
    // Whether focus is being moved out of the frame.
    #isLeaving = false;
    #languageObserver = new MutationObserver(() => this.#update());

    constructor() {
      super();
      this.addEventListener('focus', this);
    }

    connectedCallback() {
      // A property set before the element was defined shadows the accessor.
      for (const name in ATTRIBUTES) {
        if (!this.hasOwnProperty(name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      // Focus traps look for `tabindex`, and do not find frames inside a shadow root.
      if (!this.hasAttribute('tabindex')) this.tabIndex = 0;
      this.#root.adoptedStyleSheets = sheets;
      for (const type of EVENTS) addEventListener(type, this, true);
      this.#languageObserver.observe(document.documentElement, { attributeFilter: ['lang'] });
      this.#update();
    }

    disconnectedCallback() {
      for (const type of EVENTS) removeEventListener(type, this, true);
      this.#languageObserver.disconnect();
      this.#clear();
    }

    // Without this callback, `moveBefore` would reload the frame.
    connectedMoveCallback() {}

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === 'base') this.#clear();
      this.#update();
    }

    // Batches changes: frameworks set attributes one by one.
    #update() {
      if (this.#isUpdating) return;
      this.#isUpdating = true;
      queueMicrotask(() => {
        this.#isUpdating = false;
        if (this.isConnected) this.#show();
      });
    }

    handleEvent(event) {
      const { type, target, currentTarget, relatedTarget } = event;
      if (type === 'message') this.#receive(event);
      else if (type === 'keydown') {
        this.#isBack = event.key === 'Tab' && event.shiftKey;
        setTimeout(() => (this.#isBack = false));
      } else if (currentTarget === window) {
        // The user may have signed in in another window: the page loads again if needed.
        if (target === window) this.#send({ command: 'user-returned' });
      } else if (this.#isLeaving) return;
      else if (target === this) this.#enter(this.#isBack);
      // The tab stop after the frame: reached from outside, or from a frame whose program does not handle Tab.
      else if (relatedTarget) this.#enter(true);
      else this.#leave(false);
    }

    // Any window can send messages.
    #receive({ source, origin, data }) {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || origin !== this.#base.origin) return;
      let received;
      try {
        received = JSON.parse(data);
      } catch {}
      const name = received?.event;
      const isCurrent = received?.id === this.customerId;
      if (name === 'alive') {
        this.#language = received.lang;
        this.#label();
        if (!this.#isRunning) this.#restartTimeout();
      } else if (name === 'crashed') this.#fail();
      else if (name === 'started') {
        this.#isRunning = true;
        clearTimeout(this.#timer);
      } else if (name === 'height' && received.height > 0) frame.style.height = `${received.height}px`;
      else if (name === 'print-size' && received.height > 0) {
        frame.className = 'measured';
        for (const side of ['width', 'height']) frame.style.setProperty(`--${side}`, `${received[side]}px`);
      } else if (name === 'ready' && isCurrent) this.#emit(name, { id: received.id, name: received.name });
      else if (name === 'failed' && isCurrent) this.#emit(name, { id: received.id, cause: received.cause });
      else if (name === 'link') this.#follow(received);
      else if (name === 'escape') this.#escape();
      else if (name === 'escape-up') this.#press('keyup', 'Escape', 27);
      else if (name === 'tab') this.#leave(Boolean(received.back));
    }

    get #base() {
      return baseOf(this.base);
    }

    get #lang() {
      return this.lang || document.documentElement.lang;
    }

    get #texts() {
      const tag = [this.#lang, this.#language, navigator.language].find((tag) => /^(zh|en)\b/i.test(tag));
      return /^zh/i.test(tag) ? texts.zh : texts.en;
    }

    // Applies the attributes to the frame.
    #show() {
      const id = this.customerId;
      if (id === null) return this.#clear();
      if (!this.#base) return this.#fail();
      const url = pageOf(id, this.#base);
      if (!url) {
        this.#showMessage(this.#texts.missing);
        console.error(`${ELEMENT}: customer-id="${id}" is not a valid customer id.`);
        this.#emit('failed', { id, cause: 'NotFound' });
        return;
      }
      if (!this.#frame) this.#load(url);
      else if (this.#isLoaded) this.#sendRequest();
      this.#label();
      // If colour schemes differ, browsers paint an opaque background behind the page.
      this.#frame.style.colorScheme = ['light', 'dark'].includes(this.theme) ? this.theme : 'light dark';
    }

    #label() {
      this.#frame.title = this.#texts.title;
    }

    #load(url) {
      this.#clear();
      const frame = document.createElement('iframe');
      frame.allow = 'clipboard-write';
      frame.style.cssText = `display: block; width: 100%; height: ${FIRST_HEIGHT}px; border: 0`;
      frame.addEventListener('load', () => {
        if (this.#frame !== frame) return;
        this.#isLoaded = true;
        this.#isRunning = false;
        this.#restartTimeout();
        this.#sendRequest();
      });
      frame.src = url;
      this.#frame = frame;
      // A tab stop after the frame, for Shift+Tab into it.
      const end = document.createElement('span');
      end.tabIndex = 0;
      end.addEventListener('focus', this);
      this.#root.append(frame, end);
      this.#restartTimeout();
    }

    // Restarts the timeout. Called for each message until the program has started.
    #restartTimeout() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail(), MAX_SILENCE);
    }

    #sendRequest() {
      this.#send({ id: this.customerId, lang: this.#lang, theme: this.theme ?? '' });
    }

    // Not before the frame has loaded: browsers log an error for messages to an empty frame.
    #send(request) {
      if (this.#isLoaded) this.#frame.contentWindow?.postMessage(JSON.stringify(request), this.#base.origin);
    }

    // Browsers do not report why a frame stays blank, so the hint lists the causes.
    #fail() {
      const { silent, retry } = this.#texts;
      const button = document.createElement('button');
      button.textContent = retry;
      button.addEventListener('click', () => {
        this.#clear();
        this.#show();
        this.#frame?.focus();
      });
      this.#showMessage(silent, button);
      const hint = this.#base
        ? `no response from ${this.#base}. Check that it is reachable, embedOrigins and frame-ancestors (${self.origin}), frame-src, COEP, sandbox (null origin)`
        : 'base or window.customerProfileBase is missing';
      console.error(`${ELEMENT}: ${hint}`);
      this.#emit('failed', { id: this.customerId, cause: 'Unavailable' });
    }

    #follow({ href, kind, id }) {
      const url = String(href).replace('{address}', encodeURIComponent(location.href));
      if (/^(http|tel|mail)/.test(url) && this.#emit('link', { href: url, kind, id })) location.assign(url);
    }

    // Dispatches a key event from the frame to the host's listeners. Returns whether none of them called `preventDefault`.
    #press(type, key, keyCode, shiftKey) {
      const init = { key, code: key, keyCode, which: keyCode, shiftKey, bubbles: true, cancelable: true, composed: true };
      return this.dispatchEvent(new KeyboardEvent(type, init));
    }

    #escape() {
      if (!this.#press('keydown', 'Escape', 27)) return;
      // Native dialogs ignore synthetic key events.
      let node = this;
      while (node && !(node.localName === 'dialog' && node.open && node.closedBy !== 'none')) node = node.assignedSlot ?? node.parentNode ?? node.host;
      if (node?.requestClose) node.requestClose();
      else if (node?.dispatchEvent(new Event('cancel', { cancelable: true }))) node.close();
    }

    // Moves focus into the frame, to its first or last element; before the program runs, to the retry button, if any.
    #enter(isBack) {
      if (!this.#isRunning) return this.#root.querySelector('button')?.focus();
      this.#frame.focus();
      this.#send({ command: isBack ? 'focus-last' : 'focus-first' });
    }

    // Moves focus out of the frame: to where the host's focus trap puts it, otherwise to the next element.
    #leave(isBack) {
      this.#isLeaving = true;
      (isBack ? this : this.#root.lastChild).focus();
      const root = this.getRootNode();
      const isHere = () => root.activeElement === this;
      if (this.#press('keydown', 'Tab', 9, isBack)) {
        const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
        nodes.currentNode = this;
        while (isHere() && (isBack ? nodes.previousNode() : nodes.nextNode())) {
          if (nodes.currentNode.tabIndex >= 0) nodes.currentNode.focus();
        }
      } else if (isHere()) this.#enter(isBack);
      this.#isLeaving = false;
    }

    // Shows a message instead of the frame.
    #showMessage(text, ...more) {
      this.#clear();
      const message = document.createElement('p');
      message.setAttribute('role', 'alert');
      message.append(text, ' ', ...more);
      this.#root.append(message);
    }

    #clear() {
      clearTimeout(this.#timer);
      this.#frame = undefined;
      this.#isLoaded = this.#isRunning = false;
      this.#root.replaceChildren();
    }

    // Returns whether no listener called `preventDefault`.
    #emit(name, detail) {
      return this.dispatchEvent(new CustomEvent(`profile-${name}`, { detail, bubbles: true, composed: true, cancelable: name === 'link' }));
    }
  }

  for (const name in ATTRIBUTES) {
    Object.defineProperty(CustomerProfile.prototype, name, {
      get() {
        return this.getAttribute(ATTRIBUTES[name]);
      },
      set(value) {
        if (value == null) this.removeAttribute(ATTRIBUTES[name]);
        else this.setAttribute(ATTRIBUTES[name], value);
      },
    });
  }

  // Returns the URL of the page's root; undefined if it is not configured.
  function baseOf(base) {
    const configured = base ?? window.customerProfileBase;
    try {
      return configured ? new URL(`${configured}/`.replace(/\/+$/, '/'), document.baseURI) : new URL('.', script.src);
    } catch {
      return undefined;
    }
  }

  // Returns the URL of a customer's page; undefined for an id that cannot be sent in a request (src/url.rs).
  function pageOf(id, base) {
    const isStepOut = (part) => ['.', '..'].includes(part.trim());
    if (!id.trim() || /[\0-\x1f\x7f-\x9f]/.test(id) || id.split(/[/\\]/).some(isStepOut)) return undefined;
    try {
      return new URL(`customers/${encodeURIComponent(id)}?embed`, base);
    } catch {
      // A lone surrogate.
      return undefined;
    }
  }

  customElements.define(ELEMENT, CustomerProfile);

  // Prefetches the program. The page does it, in an invisible frame: browsers partition the cache by site, and a host's policy
  // that allows the page allows this.
  function prefetch() {
    const base = baseOf();
    if (!base || document.querySelector(ELEMENT)) return;
    const frame = document.createElement('iframe');
    // `important`, so that the host's style sheets cannot override it.
    frame.style.setProperty('display', 'none', 'important');
    frame.inert = true;
    frame.src = new URL('?ahead', base);
    document.documentElement.append(frame);
    setTimeout(() => frame.remove(), 60_000);
  }

  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(prefetch);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
})();
