// Runs axe-core in a page, with all rules, including best practices.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Makes `window.axe` available in the page. */
export async function addAxe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
}

/** Returns the violations of the current page, one line per element. */
export async function violations(page) {
  await addAxe(page);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
    );
  });
}
