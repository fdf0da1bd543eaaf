// Finds unreadable text: overlapping, cut off, or outside its box.

/** Returns a line for each text that overlaps another or leaves its box or the window, and for each figure that wraps. */
export const textFaults = (page) =>
  page.evaluate(() => {
    /** Boxes that must contain their text. */
    const BOXES = '.card, .load-error, .button, .icon-button, .badge, .avatar, .monogram, .more, .topbar, kbd';
    /** The bar behind the header, and collapsed text. */
    const COVERED = '.slim-bar, .folded, datalist';

    // At other scroll positions, sticky elements cover text.
    scrollTo(0, 0);
    const faults = new Set();
    const quoted = (text) => `“${text.trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
    const clips = new Map();

    /** Returns the nearest ancestor that clips its content; `null` if there is none, `false` inside a hidden element. */
    function clip(element) {
      if (!element || element === document.body) return null;
      if (clips.has(element)) return clips.get(element);
      const { overflowX, overflowY, display, visibility } = getComputedStyle(element);
      const cuts = [overflowX, overflowY].some((overflow) => ['hidden', 'clip'].includes(overflow));
      let found = cuts && display !== 'inline' ? element : clip(element.parentElement);
      // Visually hidden.
      if (cuts && element.offsetWidth <= 1) found = false;
      if (display === 'none' || visibility === 'hidden' || element.hidden) found = false;
      if (clip(element.parentElement) === false) found = false;
      clips.set(element, found);
      return found;
    }

    /** Whether an ancestor scrolls sideways. */
    const scrolls = (element) =>
      element !== document.body && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));

    const isOutside = (inner, outer) =>
      inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;

    const lines = [];
    const dialog = document.querySelector('dialog[open]');
    const texts = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility() || element.closest(COVERED)) continue;
      const cutter = clip(element);
      if (cutter === false) continue;
      range.selectNodeContents(node);
      // A dialog is in the top layer, outside of the boxes around it.
      const boxes = [dialog ? null : element.closest(BOXES), cutter].filter(Boolean).map((box) => [box, box.getBoundingClientRect()]);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        // Line boxes are higher than the glyphs.
        const room = (bottom - top) * 0.2;
        const line = { node, isNote: element.closest('.record-notes') !== null, left, right, top: top + room, bottom: bottom - room };
        for (const [box, place] of boxes) {
          if (isOutside(line, place)) faults.add(`${quoted(node.data)} leaves ${box.tagName}.${box.className}`);
        }
        const isOutsideWindow = left < -1 || right > document.documentElement.clientWidth + 1;
        if (isOutsideWindow && !scrolls(element)) faults.add(`${quoted(node.data)} leaves the window`);
        lines.push(line);
      }
    }

    lines.sort((a, b) => a.top - b.top);
    for (const [index, a] of lines.entries()) {
      for (let next = index + 1; next < lines.length && lines[next].top < a.bottom - 1; next += 1) {
        const b = lines[next];
        // Notes overlay the record until they are dismissed.
        if (a.node !== b.node && a.isNote === b.isNote && a.left < b.right - 1 && b.left < a.right - 1) {
          faults.add(`${quoted(a.node.data)} lies over ${quoted(b.node.data)}`);
        }
      }
    }

    for (const figure of document.querySelectorAll('.amounts:not(.amounts-long) .figure')) {
      range.selectNodeContents(figure);
      if (range.getClientRects().length > 1) faults.add(`${quoted(figure.textContent)} is broken`);
    }
    return [...faults];
  });

/** Text spacing that users may set on any page (WCAG 2, 1.4.12). */
export const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;
