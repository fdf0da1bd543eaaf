// Runs in `<head>`, before first paint: sends the request for the customer, sets language and theme, and starts the
// program, or shows a message if that fails. In a frame, waits for the host page's message first.
// Trunk inlines it into index.html.
(() => {
  'use strict';
  const root = document.documentElement;
  const program = document.querySelector('meta[name="program"]').dataset.wasm;
  const config = configuration();

  // A host page prefetches the program (public/embed.js): nothing is shown.
  if (location.search === '?ahead' && window.parent !== window) {
    root.hidden = true;
    return prefetch(program);
  }

  // Network requests first: they run while the rest is done.
  const url = requestUrl(location.pathname);
  if (url) window.headStart = headStart(url);
  root.dataset.page = url ? 'customer' : 'other';
  const stall = watchForStall();
  // A damaged file would stay in the cache for a year. `reload` replaces it there.
  const compiled = compile('default').catch(() => compile('reload'));
  // wasm-bindgen's glue is a deferred or inline script: it has run by DOMContentLoaded.
  const parsed = new Promise((done) => addEventListener('DOMContentLoaded', done));
  Promise.all([compiled, parsed])
    .then(([module]) => wasm_bindgen({ module_or_path: module }))
    .then(stall.end, handleStartFailure);

  // In the first frame, not earlier: opening localStorage is slow and would block the parser here.
  if (window.parent === window) requestAnimationFrame(() => setLanguageAndTheme(stored('localStorage', 'customer-profile.theme')));
  else listenToHost();

  // A page that is open for days prefetches the program of a new version: while in use, at most once an hour.
  let checkedAt = Date.now();
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, checkHourly, { capture: true, passive: true });

  addEventListener('pointerdown', requestOnPress, { passive: true });

  // Animates the skeleton after a long wait. (With a delay in CSS, the browser would produce frames during the delay, too.)
  setTimeout(() => document.getElementById('skeleton')?.classList.add('slow'), 800);

  // The request. The program adopts it only if it would send the same one, by the same rules (src/config.rs, src/routes.rs,
  // src/session.rs, src/api/client.rs). tests/head_start/cases.json tests both.

  // An invalid setting has its default here; the program reports it.
  function configuration() {
    let json;
    try {
      json = JSON.parse(document.getElementById('config').textContent);
    } catch {}
    const read = (key, isValid, fallback) => {
      const value = json?.[key];
      const text = typeof value === 'string' ? trimmed(value) : '';
      return isValid(text) ? text : fallback;
    };
    // No white space, control character, backslash, query or fragment, and no user name before a host.
    const isPlain = (text) => !/[\s\\?#\0-\x1f\x7f-\x9f]/.test(text);
    const isPath = (text) => /^\/(?!\/)/.test(text) && isPlain(text);
    const isPathOrUrl = (text) => isPath(text) || (/^https?:\/\/[^/@:][^/@]*(\/|$)/.test(text) && isPlain(text));
    const isMode = (text) => ['same-origin', 'include', 'omit'].includes(text);
    return {
      basePath: read('basePath', isPath, '/').replace(/\/+$/, ''),
      apiBase: read('apiBase', isPathOrUrl, '/api').replace(/\/+$/, ''),
      credentials: read('credentials', isMode, 'same-origin'),
      tokenKey: read('tokenKey', Boolean, ''),
      embedOrigins: Array.isArray(json?.embedOrigins) ? json.embedOrigins : [],
    };
  }

  // Returns the URL of the request for the page at a path; undefined if the page shows no customer.
  function requestUrl(path) {
    if (!path.startsWith(`${config.basePath}/`)) return undefined;
    const segment = /^\/customers\/([^/]+)\/?$/.exec(path.slice(config.basePath.length))?.[1];
    const id = segment && decoded(segment);
    return id && isSegment(id) ? `${config.apiBase}/customers/${encodeURIComponent(id)}/detail` : undefined;
  }

  function decoded(segment) {
    try {
      return decodeURIComponent(segment);
    } catch {
      return segment;
    }
  }

  // Whether an id is one path segment. URLs resolve `.` and `..` however they are escaped.
  function isSegment(id) {
    const stepsOut = (part) => ['.', '..'].includes(part.trim());
    return id.trim() && !/[\0-\x1f\x7f-\x9f]/.test(id) && !id.split(/[/\\]/).some(stepsOut);
  }

  // Sends the request and reads the whole response.
  function headStart(url) {
    const { credentials } = config;
    const token = bearerToken();
    const headers = { Accept: 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    // Makes many servers respond with 401 instead of their sign-in page. Not for other origins: it needs a preflight there.
    if (url.startsWith('/') || url.startsWith(`${location.origin}/`)) headers['X-Requested-With'] = 'XMLHttpRequest';
    const controller = new AbortController();
    const answer = fetch(url, { headers, credentials, cache: 'no-store', redirect: 'manual', signal: controller.signal })
      .then(async (response) => ({ response, body: await response.arrayBuffer() }));
    // The program reports the failure.
    answer.catch(() => {});
    return { url, credentials, token, controller, sentAt: performance.now(), answer };
  }

  // Sends the request for a customer's page when the pointer is pressed on a link to it, before the click (src/navigation.rs).
  // Not for touches, which may scroll.
  function requestOnPress(press) {
    const link = press.target.closest?.('a[data-request-on-press]');
    const opensHere = press.pointerType !== 'touch' && !press.button && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
    const url = link && opensHere && requestUrl(link.pathname);
    if (!url) return;
    const sent = (window.headStart = headStart(url));
    const released = new AbortController();
    const abortUnlessTaken = () => {
      released.abort();
      // A click follows the release at once, and the program takes the request.
      setTimeout(() => {
        if (window.headStart !== sent) return;
        window.headStart = undefined;
        sent.controller.abort();
      }, 100);
    };
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, abortUnlessTaken, { signal: released.signal });
  }

  // Returns the token from sessionStorage, localStorage or a cookie, by the rules of src/session.rs; undefined if it cannot be
  // sent in a header.
  function bearerToken() {
    const key = config.tokenKey;
    if (!key) return undefined;
    const found = key.startsWith('cookie:')
      ? cookie(key.slice('cookie:'.length))
      : stored('sessionStorage', key) ?? stored('localStorage', key);
    const text = trimmed(found ?? '');
    let record;
    try {
      record = JSON.parse(text);
    } catch {}
    const written = isRecord(record) ? tokenIn(record, 4) ?? '' : text.replace(/^"+|"+$/g, '');
    const token = written.replace(/^Bearer( +|$)/i, '');
    return /^(?!(null|undefined)$)[!-~]+$/.test(token) ? token : undefined;
  }

  function isRecord(value) {
    return typeof value === 'object' && value && !Array.isArray(value);
  }

  function tokenIn(record, depth) {
    const now = Date.now();
    const isExpired = (time) => typeof time === 'number' && (time > 1e11 ? time < now : time * 1000 < now);
    if (!depth || ['expire', 'expires', 'expiresAt', 'expires_at', 'expireTime', 'exp'].some((key) => isExpired(record[key]))) return undefined;
    const key = ['token', 'access_token', 'accessToken', 'value'].find((key) => typeof record[key] === 'string');
    if (key) return record[key];
    for (const key of ['token', 'value', 'state', 'data', 'user', 'auth']) {
      const token = isRecord(record[key]) ? tokenIn(record[key], depth - 1) : undefined;
      if (token !== undefined) return token;
    }
    return undefined;
  }

  function cookie(name) {
    const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
    return found && decoded(found.slice(name.length + 1));
  }

  // Trims ASCII white space, as the program does; `trim` removes more.
  function trimmed(text) {
    return text.replace(/^[ \t\n\f\r]+|[ \t\n\f\r]+$/g, '');
  }

  // Access to storage may be blocked.
  function stored(storage, key) {
    try {
      return window[storage].getItem(key);
    } catch {
      return null;
    }
  }

  // Language and theme.

  function setLanguageAndTheme(theme, requestedLanguage) {
    const language = [requestedLanguage, stored('localStorage', 'customer-profile.language'), ...(navigator.languages ?? [])]
      .map((tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase())
      .find((tag) => tag);
    root.lang = language === 'en' ? 'en' : 'zh-CN';
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  }

  // In a frame, shows nothing until a message arrives from a host page that the configuration lists. The program reads the
  // last message (src/host.rs). src/host/message.rs lists the messages that this script sends.
  function listenToHost() {
    root.dataset.embed = 'unknown';
    const reportCrash = () => document.getElementById('fatal')?.hidden === false && postToHost({ event: 'crashed' });
    addEventListener('message', (event) => {
      if (event.source !== window.parent || !config.embedOrigins.includes(event.origin)) return;
      let request;
      try {
        request = JSON.parse(event.data);
      } catch {}
      if (typeof request?.id !== 'string') return;
      window.hostMessage = event;
      if (root.dataset.embed === 'unknown') setLanguageAndTheme(request.theme, request.lang);
      root.dataset.embed = 'known';
      postToHost({ event: 'alive', lang: root.lang });
      reportCrash();
    });
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver(reportCrash).observe(document.getElementById('fatal'), { attributes: true });
    });
    let timer;
    const resized = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const isLoading = document.querySelector('#skeleton, [aria-busy=true]');
        if (innerWidth && !isLoading) postToHost({ event: 'print-size', ...printSize() });
      }, 200);
    });
    resized.observe(root);
  }

  function postToHost(message) {
    window.hostMessage?.source.postMessage(JSON.stringify(message), window.hostMessage.origin);
  }

  // Returns the size of the page in print. The host needs it in advance, because browsers do not wait for messages when they
  // print. Measures a copy of the page in a frame of A4 width, with the print styles.
  function printSize() {
    const width = Math.min(innerWidth, 680);
    const frame = document.createElement('iframe');
    frame.style.cssText = `position: fixed; visibility: hidden; width: ${width}px; height: 0; border: 0`;
    root.append(frame);
    const copy = frame.contentDocument;
    // Renders print-only content.
    dispatchEvent(new Event('beforeprint'));
    const page = root.cloneNode();
    page.append(...[...document.querySelectorAll('style'), document.body].map((node) => node.cloneNode(true)));
    copy.replaceChild(page, copy.documentElement);
    dispatchEvent(new Event('afterprint'));
    for (const { cssRules } of copy.styleSheets) {
      for (const { media } of cssRules) {
        if (media?.mediaText === 'print') media.mediaText = 'all';
        else if (media?.mediaText === 'screen') media.mediaText = 'not all';
      }
    }
    // Text is slightly larger in print: glyph widths are not rounded to pixels.
    const height = Math.ceil(copy.documentElement.getBoundingClientRect().height * 1.02);
    frame.remove();
    return { width, height };
  }

  // The program.

  // Compiles the program while it arrives; after it has arrived if the server sends another Content-Type.
  async function compile(cache) {
    const response = await fetch(`${config.basePath}/${program}`, { cache });
    if (!response.ok) throw new Error(`${program}: HTTP ${response.status}`);
    stall.follow(response.clone());
    const isLabelled = /^application\/wasm\b/.test(response.headers.get('Content-Type'));
    return isLabelled ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // Shows a message after 20 seconds without progress, and hides it if the program starts after all.
  function watchForStall() {
    const toggleMessage = (isShown) => {
      const [stalled, app] = ['stalled', 'app'].map((id) => document.getElementById(id));
      if (!stalled || !app) return;
      stalled.hidden = !isShown;
      app.hidden = isShown;
    };
    let timer;
    const progress = () => {
      clearTimeout(timer);
      timer = setTimeout(toggleMessage, 20_000, true);
      postToHost({ event: 'alive', lang: root.lang });
    };
    progress();
    return {
      async follow({ body }) {
        const reader = body?.getReader();
        try {
          do progress();
          while (reader && !(await reader.read()).done);
        } catch {}
      },
      end() {
        clearTimeout(timer);
        toggleMessage(false);
      },
    };
  }

  // Downloads a version of the program into the browser's cache. If that fails, it is downloaded when needed.
  async function prefetch(file) {
    try {
      await (await fetch(`${config.basePath}/${file}`, { priority: 'low' })).arrayBuffer();
    } catch {}
  }

  // Reads the program's name from the current index.html, and prefetches it if it has changed.
  async function checkHourly() {
    if (Date.now() - checkedAt < 3_600_000) return;
    checkedAt = Date.now();
    try {
      const page = await (await fetch(`${config.basePath}/`, { cache: 'no-cache' })).text();
      const newest = /data-wasm="?([^"\s>]+)/.exec(page)?.[1];
      if (newest && newest !== program) await prefetch(newest);
    } catch {}
  }

  // The program may have been replaced by another version, so the page reloads once. After a reload it shows the message.
  function handleStartFailure(error) {
    stall.end();
    console.error(error);
    const load = performance.getEntriesByType('navigation')[0]?.type;
    if (load && load !== 'reload' && navigator.onLine) location.reload();
    else showFatal(`${error?.message ?? error} · basePath: ${config.basePath || '/'}`);
  }

  function showFatal(cause) {
    if (document.readyState === 'loading') return addEventListener('DOMContentLoaded', () => showFatal(cause));
    document.getElementById('fatal-cause').textContent = cause;
    document.getElementById('fatal').hidden = false;
    document.getElementById('app')?.remove();
  }

  // An exception thrown through the program leaves it in an inconsistent state, so this is fatal, like a panic. (After a
  // panic the message is shown already.)
  addEventListener('error', (event) => {
    const isShown = document.getElementById('fatal')?.hidden === false;
    if (!isShown && String(event.error?.stack).includes(program)) showFatal(event.message);
  });
  addEventListener('click', (event) => {
    if (event.target.closest?.('#fatal button, #stalled button')) location.reload();
  });
})();
