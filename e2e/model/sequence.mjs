// Random sequences of user, network and server events. The same seed gives the same sequence.

export const IDS = ['a1', 'b2', 'c3', '甲 乙'];
/** Behaviours of the server: a record or a status code. */
export const MODES = ['ok', 'ok', 'ok', 'ok', 404, 403, 503];

/** Events that may happen at any time, also while the page is busy. */
const MOVES = [
  [6, (random) => ({ kind: 'box', id: random.of(IDS) })],
  [2, () => ({ kind: 'home' })],
  [4, () => ({ kind: 'back' })],
  [3, () => ({ kind: 'forward' })],
];
/** Events that need an idle page, because their effect depends on what is displayed. */
const ACTS = [
  [3, (random) => ({ kind: 'recent', place: random.below(3) })],
  [4, () => ({ kind: 'refresh' })],
  [2, () => ({ kind: 'retry' })],
  [3, () => ({ kind: 'later' })],
  [2, () => ({ kind: 'language' })],
  [1, () => ({ kind: 'theme' })],
  [1, () => ({ kind: 'reload' })],
  [2, (random) => ({ kind: 'network', on: random.below(2) === 0 })],
  [2, (random) => ({ kind: 'session', on: random.below(3) > 0 })],
  [4, (random) => ({ kind: 'server', id: random.of(IDS), mode: random.of(MODES) })],
];

/** Returns the steps for a seed. After a step with `rest`, the runner waits until the page is idle. */
export function sequence(seed) {
  const random = generator(seed);
  const steps = [{ kind: 'open', id: random.of([undefined, ...IDS]), rest: true }];
  const bursts = 5 + random.below(6);
  for (let burst = 0; burst < bursts; burst += 1) {
    const moves = Array.from({ length: random.below(4) }, () => random.weighted(MOVES)(random));
    const acts = moves.length > 0 && random.below(2) ? [] : [random.weighted(ACTS)(random)];
    const chosen = [...acts, ...moves];
    chosen.forEach((step, place) => steps.push({ ...step, delay: random.below(80), rest: place === chosen.length - 1 }));
  }
  return steps;
}

/** The Mulberry32 generator: small and deterministic. */
function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const of = (list) => list[below(list.length)];
  const weighted = (choices) => {
    let place = below(choices.reduce((sum, [weight]) => sum + weight, 0));
    return choices.find(([weight]) => (place -= weight) < 0)[1];
  };
  return { below, of, weighted };
}
