// Playwright's `test` with fixtures for embedding: the CRM of ../hosts, and the page on another origin.

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
   * Serves the page for the CRM, like `deploy`, with the two settings that embedding needs: `ancestors` for frame-ancestors
   * and `origins` for embedOrigins. `log` is a file for the paths of all requests.
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

/** Locates the content of the frame. */
export const profileFrame = (page) => page.frameLocator('customer-profile iframe');

/** Returns the frame, to run functions in it. */
export async function contentFrame(page, nth = 0) {
  const handle = await page.locator('customer-profile iframe').nth(nth).elementHandle();
  return handle.contentFrame();
}

/** Waits until the heading in the frame has this text: the customer's name or the failure. */
export const expectHeading = (page, name) => expect(profileFrame(page).getByRole('heading', { level: 1 })).toHaveText(name);

/** Returns sizes inside the frame in print. The caller emulates the medium first. */
export async function printedSize(page) {
  const frame = await contentFrame(page);
  return frame.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    await new Promise(requestAnimationFrame);
    const { height } = document.documentElement.getBoundingClientRect();
    return {
      frame: innerHeight,
      content: height,
      overflow: document.documentElement.scrollWidth - innerWidth,
      followers: document.querySelector('.followers-printed')?.clientHeight,
    };
  });
}

/** Advances Playwright's clock until the element shows that the frame does not respond. */
export const expectNoAnswer = (page) =>
  expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(page.locator('customer-profile').getByRole('alert')).toContainText('客户页面没有回应', { timeout: 500 });
  }).toPass();

/** Returns the events that the CRM has received, in order. */
export const events = async (page) => (await page.locator('#events li').allTextContents()).map((text) => JSON.parse(text));

/** Adds a page without a policy to the CRM, from HTML for head and body. Returns its URL. */
export function addPageWithoutPolicy(crm, head, body, headers = {}) {
  crm.pages.set('/free', { text: `<!doctype html><title>free</title><link rel="icon" href="data:,">${head}<body>${body}`, headers });
  return `${crm.origin}/free`;
}

/** Adds a page with the CRM's policy, and with its script in a separate file. Returns its URL. */
export function addPage(crm, body, script = '') {
  crm.pages.set('/bare', `<!doctype html><title>bare</title><link rel="icon" href="data:,"><script src="https://profile.invalid/embed.js"></script><body>${body}<script src="/bare.js"></script>`);
  crm.pages.set('/bare.js', script);
  return `${crm.origin}/bare`;
}
