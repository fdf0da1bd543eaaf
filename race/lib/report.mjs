// Summarises measurements as data and as tables.

/** Columns: title and number of fraction digits. */
const COLUMNS = {
  kB: ['kB', 1],
  requests: ['requests', 0],
  paint: ['first paint', 0],
  ready: ['ready', 0],
  warm: ['warm', 0],
  navigation: ['navigation', 0],
  blocked: ['blocked', 0],
};
/** Columns with ratios between pages. */
const COMPARED = ['kB', 'paint', 'ready', 'warm', 'navigation', 'blocked'];

/**
 * Summarises a race.
 * @param {{ name: string, failure?: string, visits: Record<string, number>[] }[]} pages one visit of each page per turn
 * @param {string} own the page that the others are compared with
 */
export function summarise(pages, own) {
  const visits = pages.find(({ name }) => name === own)?.visits ?? [];
  return pages.map((page) => ({
    name: page.name,
    failure: page.failure,
    figures: spreads(Object.keys(COLUMNS), (key) => page.visits.map((visit) => visit[key])),
    // Within a turn, because conditions are the same then.
    ratios: spreads(COMPARED, (key) => page.visits.map((visit, turn) => visits[turn]?.[key] / visit[key])),
  }));
}

function spreads(keys, valuesOf) {
  return Object.fromEntries(keys.map((key) => [key, spread(valuesOf(key).filter(Number.isFinite))]));
}

export function spread(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { median: (low + high) / 2, min: sorted[0], max: sorted.at(-1) };
}

/** Formats the summary as tables. */
export function table(summary, own) {
  const raced = summary.filter(({ failure }) => !failure);
  const others = raced.filter(({ name }) => name !== own);
  return [
    ...rows('median', Object.keys(COLUMNS), raced, ({ figures }, key) => figures[key]?.median.toFixed(COLUMNS[key][1])),
    ...rows('min–max', Object.keys(COLUMNS), raced, ({ figures }, key) => range(figures[key], COLUMNS[key][1])),
    ...rows(`${own} ÷`, COMPARED, others, ({ ratios }, key) => ratios[key] && `${ratios[key].median.toFixed(2)} (${range(ratios[key], 2)})`),
    ...summary.filter(({ failure }) => failure).map(({ name, failure }) => `${name} is out of the race: ${failure}`),
  ].join('\n');
}

function rows(title, keys, pages, cell) {
  const width = 20;
  const line = (name, cells) => name.padEnd(12) + cells.map((text) => text.padStart(width)).join('');
  return [
    line(title, keys.map((key) => COLUMNS[key][0])),
    ...pages.map((page) => line(page.name, keys.map((key) => cell(page, key) ?? '-'))),
    '',
  ];
}

const range = (spread, digits) => spread && `${spread.min.toFixed(digits)}–${spread.max.toFixed(digits)}`;
