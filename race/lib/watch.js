// Runs in every page before its scripts, and reports when the whole record of a customer is painted.

/**
 * @param {string[]} texts the texts of the first record, the name first
 */
export function watch(texts) {
  const race = (window.race = { expect, pressedAt: 0, blocked: 0 });
  let awaited;
  let resolve;

  /** Sets `race.ready` to a promise of the time at which a record with these texts is painted. */
  function expect(texts) {
    awaited = texts;
    race.ready = new Promise((done) => (resolve = done));
  }

  function check() {
    if (!awaited || !document.querySelector('h1')?.textContent.includes(awaited[0])) return;
    const text = [...document.body.children].map((child) => (child.matches('script, style') ? '' : child.textContent));
    if (!awaited.every((part) => text.join('\n').includes(part))) return;
    awaited = undefined;
    afterPaint(() => resolve(performance.now()));
  }

  /**
   * Calls back after the current state of the document is painted: a new ResizeObserver reports after the next layout, even
   * of the current frame, and a task posted then runs after that paint.
   */
  function afterPaint(then) {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      scheduler.postTask(then, { priority: 'user-blocking' });
    });
    observer.observe(document.documentElement);
  }

  expect(texts);
  new MutationObserver(check).observe(document, { subtree: true, childList: true, characterData: true });
  // Total blocking time: what long tasks take beyond 50 ms.
  const addUp = (list) => list.getEntries().forEach((task) => (race.blocked += task.duration - 50));
  new PerformanceObserver(addUp).observe({ type: 'longtask', buffered: true });
  addEventListener('keydown', (event) => (race.pressedAt = event.timeStamp), { capture: true });
}
