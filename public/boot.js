// Runs in the page's head, before anything is painted: sends the request for the customer, starts the program, and
// sets what would otherwise flash (language, theme, the shape of the page). Trunk writes it into index.html.
(() => {
  'use strict';
  const root = document.documentElement;
  const program = document.querySelector('meta[name="program"]').dataset;

  // What is wrong with the configuration the program says; here it just leaves a default.
  let config = {};
  try {
    config = JSON.parse(document.getElementById('config').textContent) ?? {};
  } catch {}
  const plain = (value, pattern, otherwise) => (typeof value === 'string' && pattern.test(value.trim()) ? value.trim() : otherwise);
  const base = plain(config.basePath, /^\/(?![/\\])[^\s\\?#]*$/, '/').replace(/\/+$/, '');
  const api = plain(config.apiBase, /^(https?:\/\/|\/(?![/\\]))[^\s\\?#]*$/, '/api').replace(/\/+$/, '');

  const stored = (storage, key) => {
    try {
      return window[storage].getItem(key);
    } catch {
      return null;
    }
  };
  const language = [stored('localStorage', 'customer-profile.language'), ...(navigator.languages ?? [])]
    .map((tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase())
    .find((tag) => tag);
  root.lang = language === 'en' ? 'en' : 'zh-CN';
  const theme = stored('localStorage', 'customer-profile.theme');
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;

  const path = location.pathname;
  const segment = path.startsWith(`${base}/`) && /^\/customers\/([^/]+)\/?$/.exec(path.slice(base.length))?.[1];
  root.dataset.page = segment ? 'customer' : 'other';
  if (segment) request(segment);

  // The same request as the program's (src/api/client.rs), which takes it over only if it is the same.
  function request(segment) {
    let id;
    try {
      id = decodeURIComponent(segment);
    } catch {
      id = segment;
    }
    if (!id.trim() || /\p{Cc}/u.test(id) || id.split(/[/\\]/).some((part) => /^\s*\.{1,2}\s*$/.test(part))) return;
    const url = `${api}/customers/${encodeURIComponent(id)}/detail`;
    const credentials = plain(config.credentials, /^(same-origin|include|omit)$/, 'same-origin');
    const headers = { Accept: 'application/json' };
    const key = plain(config.tokenKey, /./, '');
    const token = key && (stored('sessionStorage', key) ?? stored('localStorage', key) ?? '').trim().replace(/^"+|"+$/g, '');
    const isToken = token && /^[!-~]+$/.test(token);
    if (isToken) headers.Authorization = `Bearer ${token}`;
    const controller = new AbortController();
    const response = fetch(url, { headers, credentials, cache: 'no-store', signal: controller.signal });
    // Read to its end here: the program then finds all of it, and draws the customer as the first thing it draws.
    const body = response.then((response) => response.arrayBuffer());
    body.catch(() => {});
    // Settles when the answer is there or when, from the call on, nobody should be kept waiting for it any longer.
    const soon = () => {
      const limit = new Promise((over) => setTimeout(over, 150));
      return Promise.race([limit, body.catch(() => {})]);
    };
    window.earlyRequest = { url, credentials, token: isToken ? token : undefined, controller, response, body, soon };
  }

  // The program. Its own files failing to come may mean that they have been replaced: the page is loaded anew, once.
  const reloaded = 'customer-profile.reloaded';
  const failed = (error) => {
    console.error(error);
    const isFirst = stored('sessionStorage', reloaded) !== program.wasm;
    try {
      sessionStorage.setItem(reloaded, program.wasm);
      if (isFirst && navigator.onLine) return location.reload();
    } catch {}
    showFatal(`${error?.message ?? error} · basePath: ${base || '/'}`);
  };
  const showFatal = (cause) => {
    const show = () => {
      document.getElementById('fatal-cause').textContent = cause;
      document.getElementById('fatal').hidden = false;
      document.getElementById('app')?.remove();
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
    else show();
  };
  // What is thrown through the program leaves it in the middle of something: it ends there, as after a panic.
  addEventListener('error', (event) => {
    if (String(event.error?.stack).includes(program.wasm)) showFatal(event.message);
  });
  addEventListener('click', (event) => {
    if (event.target.closest?.('#fatal button')) location.reload();
  });
  const domReady = new Promise((ready) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready);
    else ready();
  });
  const wasm = fetch(`${base}/${program.wasm}`);
  wasm.catch(() => {});
  if (program.glueIntegrity) {
    const preload = document.createElement('link');
    preload.rel = 'modulepreload';
    preload.href = `${base}/${program.glue}`;
    preload.integrity = program.glueIntegrity;
    document.head.append(preload);
  }
  Promise.all([import(`${base}/${program.glue}`), domReady])
    .then(([glue]) => glue.default({ module_or_path: wasm }))
    .then(() => {
      try {
        sessionStorage.removeItem(reloaded);
      } catch {}
    }, failed);
})();
