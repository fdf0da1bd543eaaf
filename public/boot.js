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

  // First what the network is to bring: it works while everything below is done.
  root.dataset.page = ask(location.pathname) ? 'customer' : 'other';
  const wasm = compile(fetch(`${base}/${program.wasm}`));

  // Before the first frame is painted, and not sooner: opening the storage takes longer than all of the above, and here
  // the parser would wait for it.
  requestAnimationFrame(() => {
    const language = [stored('localStorage', 'customer-profile.language'), ...(navigator.languages ?? [])]
      .map((tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase())
      .find((tag) => tag);
    root.lang = language === 'en' ? 'en' : 'zh-CN';
    const theme = stored('localStorage', 'customer-profile.theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  });

  // Where people have waited for long, the skeleton says that something is under way (src/ui/live.rs does afterwards).
  setTimeout(() => document.getElementById('skeleton')?.classList.add('slow'), 800);

  // Going back and forth asks at once, too, where it leads to another page than the program shows.
  addEventListener('popstate', () => {
    if (location.pathname !== window.shownPath) ask(location.pathname);
  });

  // Asks for the customer whose page has this path; whether there is one.
  function ask(path) {
    const segment = path.startsWith(`${base}/`) && /^\/customers\/([^/]+)\/?$/.exec(path.slice(base.length))?.[1];
    window.shownPath = path;
    window.earlyRequest?.controller.abort();
    window.earlyRequest = segment ? request(segment) : undefined;
    return Boolean(segment);
  }

  // The same request as the program's (src/api/client.rs), which takes it over only if it is the same.
  function request(segment) {
    let id;
    try {
      id = decodeURIComponent(segment);
    } catch {
      id = segment;
    }
    // No control characters. (`\p{Cc}` would say so, and takes milliseconds to be understood.)
    if (!id.trim() || /[\0-\x1f\x7f-\x9f]/.test(id) || id.split(/[/\\]/).some((part) => /^\s*\.{1,2}\s*$/.test(part))) return undefined;
    const url = `${api}/customers/${encodeURIComponent(id)}/detail`;
    const credentials = plain(config.credentials, /^(same-origin|include|omit)$/, 'same-origin');
    const headers = { Accept: 'application/json' };
    const key = plain(config.tokenKey, /./, '');
    const token = key && (stored('sessionStorage', key) ?? stored('localStorage', key) ?? '').trim().replace(/^"+|"+$/g, '');
    const isToken = token && /^[!-~]+$/.test(token);
    if (isToken) headers.Authorization = `Bearer ${token}`;
    const controller = new AbortController();
    // Read to its end here: where it has come before the program, that draws the customer as the first thing it draws.
    const early = { url, credentials, token: isToken ? token : undefined, controller, outcome: undefined, onSettled: undefined };
    const settle = (outcome) => {
      early.outcome = outcome;
      // In a turn of its own: what is thrown through the program is to be an error of the page, not of this promise.
      if (early.onSettled) queueMicrotask(early.onSettled);
    };
    early.settled = fetch(url, { headers, credentials, cache: 'no-store', signal: controller.signal })
      .then(async (response) => ({ response, body: await response.arrayBuffer() }))
      .then(settle, () => settle(null));
    return early;
  }

  // Calls `then` when the browser has nothing better to do, in `most` milliseconds at the latest.
  function idle(then, most) {
    if (window.requestIdleCallback) requestIdleCallback(then, { timeout: most });
    else setTimeout(then, 50);
  }

  // A thread that gets the browser's ways of writing numbers and times ready, and ends. Trusted Types take no text for it;
  // the one policy that the page may have is made here, before anything else can take its name.
  const formats = (() => {
    const script = 'data:text/javascript,for(let l of["zh-CN","en"])new Intl.NumberFormat(l),new Intl.RelativeTimeFormat(l);postMessage(0);close()';
    try {
      return trustedTypes.createPolicy('intl', { createScriptURL: () => script }).createScriptURL('');
    } catch {
      return script;
    }
  })();

  // Calls `then` when they are ready. The first of them takes a slow processor 100 ms, in Chrome once for all threads: in
  // one of its own, nobody waits for it.
  let intl;
  window.readyIntl = (then) => {
    intl ??= new Promise(startThread);
    intl.then(() => queueMicrotask(then));
  };
  function startThread(end) {
    // Where it has not done so, whoever uses them does: in an idle moment.
    const goWithout = () => idle(end, 1_000);
    try {
      const worker = new Worker(formats);
      worker.onmessage = end;
      worker.onerror = goWithout;
      // Where something keeps the thread from running, nobody says so.
      setTimeout(goWithout, 3_000);
    } catch {
      goWithout();
    }
  }

  // Settles when the answer is there, or when the browser has nothing better to do than what is not the customer.
  function answered() {
    const settled = window.earlyRequest?.settled;
    return settled && Promise.race([settled, new Promise((then) => idle(then, 100))]);
  }

  // Compiles the program while it comes, whoever else needs the processor; one that the server labels as something
  // else, once it is there.
  async function compile(file) {
    const response = await file;
    if (!response.ok) throw new Error(`${program.wasm}: HTTP ${response.status}`);
    const isLabelled = /^application\/wasm\b/.test(response.headers.get('Content-Type'));
    return isLabelled ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // The program. Where it does not come, it may have been replaced by another version: the page is loaded anew, once.
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
  const forgetReload = () => {
    // Only a page that was loaded anew has anything to forget: opening the storage holds everything else up.
    if (performance.getEntriesByType('navigation')[0]?.type !== 'reload') return;
    try {
      sessionStorage.removeItem(reloaded);
    } catch {}
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
  // The glue is a script of the page: it has run when the page has been read.
  const read = new Promise((end) => addEventListener('DOMContentLoaded', end));
  // Amounts with a currency are the browser's to write, from the first picture on.
  if (config.currency) read.then(() => window.readyIntl(() => {}));
  Promise.all([wasm, read])
    .then(async ([wasm]) => {
      await answered();
      await wasm_bindgen({ module_or_path: wasm });
    })
    .then(() => idle(forgetReload, 5_000), failed);
})();
