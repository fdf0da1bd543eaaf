// The page inside the CRM of ../hosts: `test` with the two of them, on two origins.

import { framedBy, startCrm } from './crm.mjs';
import { expect, test as base } from './test.mjs';

export { expect };

export const test = base.extend({
  /** The CRM of this worker's tests. */
  crm: [
    async ({}, use) => {
      const crm = await startCrm();
      await use(crm);
      await crm.stop();
    },
    { scope: 'worker' },
  ],

  /**
   * Serves the page for the CRM: what `deploy` takes and gives, with the two settings that an operator makes. `ancestors` and
   * `origins` replace those; `log` is a file for the paths that are asked for.
   */
  embed: async ({ deploy, crm }, use) => {
    await use(async ({ config = {}, ancestors = [crm.origin], origins = [crm.origin], log, edit: editMore = (text) => text, ...options } = {}) => {
      const edit = (text) => {
        const framed = framedBy(editMore(text), ancestors.join(' ') || "'none'");
        return log ? `log_format path '$uri';\n${framed.replace('server_name', `access_log ${log} path;\n    server_name`)}` : framed;
      };
      const site = await deploy({ config: { embedOrigins: origins, ...config }, edit, ...options });
      crm.show(site.origin);
      return site;
    });
    crm.pages.clear();
  },
});

/** The frame's content, once there is a frame. */
export const inside = (page) => page.frameLocator('customer-profile iframe');

/** The frame itself, for what runs in it. */
export async function frameOf(page, nth = 0) {
  const handle = await page.locator('customer-profile iframe').nth(nth).elementHandle();
  return handle.contentFrame();
}

/** Waits until the frame shows this customer, or says this. */
export const shows = (page, name) => expect(inside(page).getByRole('heading', { level: 1 })).toHaveText(name);

/** Sizes in the frame while it is printed, which `page.emulateMedia` has to have begun. */
export async function printedSize(page) {
  const frame = await frameOf(page);
  return frame.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    await new Promise(requestAnimationFrame);
    const { height } = document.documentElement.getBoundingClientRect();
    return {
      frame: innerHeight,
      content: height,
      overflow: document.documentElement.scrollWidth - innerWidth,
      followers: document.querySelector('.members-printed')?.clientHeight,
    };
  });
}

/** Lets ten seconds of silence pass, as often as it takes until the element complains. The page needs a clock of Playwright's. */
export const outwaitSilence = (page) =>
  expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(page.locator('customer-profile').getByRole('alert')).toContainText('客户页面没有回应', { timeout: 500 });
  }).toPass();

/** What the element has told the CRM, event by event. */
export const events = async (page) => (await page.locator('#events li').allTextContents()).map((text) => JSON.parse(text));

/** A page of the CRM's without a policy: `head` and `body` are HTML. */
export function writeFreePage(crm, head, body, headers = {}) {
  crm.pages.set('/free', { text: `<!doctype html><title>free</title><link rel="icon" href="data:,">${head}<body>${body}`, headers });
  return `${crm.origin}/free`;
}

/** A page of the CRM's that is no more than a body, with its script in a file of its own. */
export function writePage(crm, body, script = '') {
  crm.pages.set('/bare', `<!doctype html><title>bare</title><link rel="icon" href="data:,"><script src="https://profile.invalid/embed.js"></script><body>${body}<script src="/bare.js"></script>`);
  crm.pages.set('/bare.js', script);
  return `${crm.origin}/bare`;
}
