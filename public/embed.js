// <customer-profile customer-id="42">: a customer's page as a part of another page. docs/embedding.md says how it is used.
//
// The element holds a frame with the page, which is served from where this script came from, and which the program fills.
// The two say texts of JSON to each other: src/host/message.rs has all of them.
(() => {
  'use strict';
  const ELEMENT = 'customer-profile';
  const script = document.currentScript;
  if (customElements.get(ELEMENT)) return console.warn(`${ELEMENT}: embed.js is loaded twice; the first one holds.`);
  if (!script?.src) return console.error(`${ELEMENT}: embed.js is a classic script: <script src="…/embed.js" async></script>`);

  const base = new URL('.', script.src);
  // How high a page is that has not said so: as a skeleton. In CSS pixels.
  const FIRST_HEIGHT = 640;
  // How long a page that has been loaded may take to say that it is there, in milliseconds.
  const PATIENCE = 10_000;

  const words = {
    zh: { title: '客户档案', missing: '没有可显示的客户', silent: '客户页面没有回应', retry: '重试' },
    en: { title: 'Customer profile', missing: 'No customer to show', silent: 'The customer page does not answer', retry: 'Try again' },
  };

  // What a host may say otherwise in its own style sheet. Without such sheets (Safari before 16.4) the element is a line that
  // holds a block, which looks the same.
  const sheets = [];
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { display: block } :host([hidden]) { display: none }');
    sheets.push(sheet);
  } catch {}

  class CustomerProfile extends HTMLElement {
    static observedAttributes = ['customer-id', 'lang', 'theme'];

    #root = this.attachShadow({ mode: 'open' });
    #isOnPage = false;
    #isPlanned = false;
    #frame;
    #isLoaded = false;
    #timer;

    connectedCallback() {
      this.#isOnPage = true;
      this.#root.adoptedStyleSheets = sheets;
      addEventListener('message', this);
      this.#plan();
    }

    disconnectedCallback() {
      this.#isOnPage = false;
      removeEventListener('message', this);
      this.#clear();
    }

    attributeChangedCallback(name, before, now) {
      if (before !== now) this.#plan();
    }

    // Whoever makes an element sets its attributes one after the other: what they say together is shown.
    #plan() {
      if (this.#isPlanned) return;
      this.#isPlanned = true;
      queueMicrotask(() => {
        this.#isPlanned = false;
        if (this.#isOnPage) this.#show();
      });
    }

    // The window's messages come here, from whomever.
    handleEvent({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== base.origin) return;
      const told = parsed(data);
      if (!told) return;
      clearTimeout(this.#timer);
      // Of a customer who is not asked for any more nothing is said.
      const isPresent = told.id === this.#id;
      if (told.tell === 'height' && told.height > 0) this.#frame.style.height = `${told.height}px`;
      else if (told.tell === 'ready' && isPresent) this.#emit('ready', { id: told.id, name: told.name });
      else if (told.tell === 'failed' && isPresent) this.#emit('failed', { id: told.id, cause: told.cause });
      else if (told.tell === 'link') this.#follow(told);
      else if (told.tell === 'escape') this.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    }

    get #id() {
      return this.getAttribute('customer-id') ?? '';
    }

    get #words() {
      const tag = this.lang || document.documentElement.lang || navigator.language;
      return /^zh\b/i.test(tag) ? words.zh : words.en;
    }

    // Makes the frame what the attributes say.
    #show() {
      const url = pageOf(this.#id);
      if (!url) {
        this.#say(this.#words.missing);
        console.error(`${ELEMENT}: customer-id="${this.#id}" names no customer.`);
        this.#emit('failed', { id: this.#id, cause: 'NotFound' });
        return;
      }
      if (!this.#frame) this.#load(url);
      else if (this.#isLoaded) this.#tell();
      this.#frame.title = this.#words.title;
      // Else browsers paint a ground under a page whose colours differ from those around it.
      const theme = this.getAttribute('theme');
      this.#frame.style.colorScheme = ['light', 'dark'].includes(theme) ? theme : 'light dark';
    }

    #load(url) {
      this.#clear();
      const frame = document.createElement('iframe');
      frame.allow = 'clipboard-write';
      frame.style.cssText = `display: block; width: 100%; height: ${FIRST_HEIGHT}px; border: 0`;
      frame.addEventListener('load', () => {
        if (this.#frame !== frame) return;
        this.#isLoaded = true;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#giveUp(), PATIENCE);
        this.#tell();
      });
      frame.src = url;
      this.#frame = frame;
      this.#root.append(frame);
    }

    // Tells the page what to show: once it is there, or the browser complains that the frame is still empty.
    #tell() {
      const wish = { id: this.#id, lang: this.lang, theme: this.getAttribute('theme') ?? '' };
      this.#frame.contentWindow?.postMessage(JSON.stringify(wish), base.origin);
    }

    // A browser tells nobody why a frame stays empty.
    #giveUp() {
      const { silent, retry } = this.#words;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = retry;
      button.addEventListener('click', () => {
        this.#clear();
        this.#show();
      });
      this.#say(silent, button);
      console.error(`${ELEMENT}: no answer from ${base.href}. It is not reachable, or does not list ${location.origin} in embedOrigins and frame-ancestors.`);
      this.#emit('failed', { id: this.#id, cause: 'Unavailable' });
    }

    #follow({ href, kind, id }) {
      const url = String(href).replace('{address}', encodeURIComponent(location.href));
      if (/^https?:/.test(url) && this.#emit('link', { href: url, kind, id })) location.assign(url);
    }

    // Shows a message in the place of the frame.
    #say(text, ...more) {
      this.#clear();
      const message = document.createElement('p');
      message.setAttribute('role', 'alert');
      message.append(text, ' ', ...more);
      this.#root.append(message);
    }

    #clear() {
      clearTimeout(this.#timer);
      this.#frame = undefined;
      this.#isLoaded = false;
      this.#root.replaceChildren();
    }

    // Whether nobody has taken it for something of their own.
    #emit(name, detail) {
      return this.dispatchEvent(new CustomEvent(`profile-${name}`, { detail, bubbles: true, composed: true, cancelable: name === 'link' }));
    }
  }

  // The address of a customer's page; nothing for an id of which no request can be made (src/url.rs).
  function pageOf(id) {
    const stepsOut = (part) => ['.', '..'].includes(part.trim());
    if (!id.trim() || /[\0-\x1f\x7f-\x9f]/.test(id) || id.split(/[/\\]/).some(stepsOut)) return undefined;
    try {
      return new URL(`customers/${encodeURIComponent(id)}?embed`, base).href;
    } catch {
      // Half of a character.
      return undefined;
    }
  }

  // An object from JSON; nothing for anything else.
  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return typeof value === 'object' && value;
    } catch {
      return undefined;
    }
  }

  customElements.define(ELEMENT, CustomerProfile);

  // The program is there before somebody needs it. The page fetches it itself, in a frame that nobody sees: browsers keep
  // apart what two sites have fetched, and a policy that lets the page be shown lets this be.
  function fetchAhead() {
    if (document.querySelector(ELEMENT)) return;
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = new URL('?ahead', base);
    document.documentElement.append(frame);
    setTimeout(() => frame.remove(), 60_000);
  }

  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(fetchAhead);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
})();
