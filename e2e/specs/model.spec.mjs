// Random sequences of navigation, refreshes, failures and changes, compared with a model of the page. More of them:
// `make soak SEED=1 N=3000`.

import { config, openTab, walk } from '../model/walk.mjs';
import { sequence } from '../model/sequence.mjs';
import { shrink } from '../model/shrink.mjs';
import { expect, test } from '../support/test.mjs';

const SEED = Number(process.env.SEED ?? 1);
const COUNT = Number(process.env.N ?? 20);
/** Sequences per test, to share them between workers. */
const PORTION = 5;

for (let first = SEED; first < SEED + COUNT; first += PORTION) {
  const end = Math.min(first + PORTION, SEED + COUNT);
  test(`the page matches the model after sequences ${first} to ${end - 1}`, async ({ browser, deploy, api }) => {
    test.setTimeout(600_000);
    const { origin } = await deploy({ config });
    const tab = await openTab({ browser, origin, api });
    for (let seed = first; seed < end; seed += 1) {
      const steps = sequence(seed);
      const wrong = await walk(steps, tab);
      if (!wrong) continue;
      const shortest = await shrink(steps, async (steps) => (await walk(steps, tab)) !== undefined);
      expect.soft(wrong, `seed ${seed}: ${JSON.stringify(shortest)}`).toBeUndefined();
    }
    await tab.context.close();
  });
}
