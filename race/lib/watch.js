// Runs in the page before anything of the page's own does, the same in every page, and says when a customer's whole record
// has been painted.

/**
 * @param {string[]} texts what the record that is loaded first says, its name in front
 */
export function watch(texts) {
  const race = (window.race = { expect, pressedAt: 0, blocked: 0 });
  let awaited;
  let resolve;

  /** From now on, `race.ready` is the promise of the time at which a record that says all of this is on the screen. */
  function expect(texts) {
    awaited = texts;
    race.ready = new Promise((done) => (resolve = done));
  }

  function look() {
    if (!awaited || !document.querySelector('h1')?.textContent.includes(awaited[0])) return;
    const text = [...document.body.children].map((child) => (child.matches('script, style') ? '' : child.textContent));
    if (!awaited.every((part) => text.join('\n').includes(part))) return;
    awaited = undefined;
    afterPaint(() => resolve(performance.now()));
  }

  /**
   * Calls back once the present state of the document has been painted: a size that is observed anew is told after
   * the next layout, also where that belongs to the very frame in which this is called, and what is posted
   * then runs after the painting.
   */
  function afterPaint(then) {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      scheduler.postTask(then, { priority: 'user-blocking' });
    });
    observer.observe(document.documentElement);
  }

  expect(texts);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  // Tasks of more than 50 ms block: by what is beyond that.
  const addUp = (list) => list.getEntries().forEach((task) => (race.blocked += task.duration - 50));
  new PerformanceObserver(addUp).observe({ type: 'longtask', buffered: true });
  addEventListener('keydown', (event) => (race.pressedAt = event.timeStamp), { capture: true });
}
