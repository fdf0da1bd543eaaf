// <customer-profile> in a dialog of each library of ../hosts.

import { sample } from '../server/answers.mjs';
import { contentFrame, expect, expectHeading, printedSize, profileFrame, test } from '../support/embed.mjs';

const EXAMPLE = '金职院';

/** Hosts: whether the dialog traps focus, and whether it keeps its content mounted while closed. */
const HOSTS = {
  'element-plus': { traps: true, keeps: true },
  'element-plus-2.9': { traps: true, keeps: true },
  'element-ui': { keeps: true },
  antd: { traps: true, keeps: true },
  'antd-5': { traps: true, keeps: true },
  layui: {},
  plain: { traps: true, keeps: true },
};

const profile = (page) => page.locator('customer-profile');
const open = (page) => page.getByRole('button', { name: '打开' }).click();
const events = (page) => page.evaluate(() => window.events);

/** Opens the host and its dialog, and waits for the customer. */
async function openDialog(page, crm, name, query = '') {
  await page.goto(`${crm.origin}/${name}/${query}`);
  await page.waitForFunction(() => customElements.get('customer-profile'));
  await open(page);
  await expectHeading(page, EXAMPLE);
  await expect(profile(page)).toBeInViewport();
}

/** Returns the focused element: its name in the host, whether it is in the dialog, and the element inside the frame. */
async function focus(page) {
  const host = await page.evaluate(() => {
    const { activeElement } = document;
    return {
      name: activeElement.localName,
      isInDialog: Boolean(activeElement.closest('dialog, .el-overlay, .ant-modal-root')),
      isInFrame: activeElement.shadowRoot?.activeElement?.localName === 'iframe',
    };
  });
  const inside = host.isInFrame && (await (await contentFrame(page)).evaluate(() => document.activeElement.outerHTML.slice(0, 200)));
  return { ...host, inside };
}

for (const [name, { traps, keeps }] of Object.entries(HOSTS)) {
  test(`${name}: Escape inside the frame closes the dialog`, async ({ page, embed, crm }) => {
    await embed();
    await openDialog(page, crm, name);
    await profileFrame(page).getByRole('button', { name: '刷新' }).focus();
    await page.keyboard.press('Escape');
    await expect(profile(page)).not.toBeVisible();
  });

  test(`${name}: a reopened dialog shows the customer and prints it`, async ({ page, embed, crm }) => {
    await embed();
    const documents = [];
    page.on('request', (request) => request.url().endsWith('?embed') && documents.push(request.url()));
    await openDialog(page, crm, name);
    await expect.poll(() => events(page)).toEqual([['ready', 'example']]);
    await profileFrame(page).getByRole('button', { name: '刷新' }).focus();
    await page.keyboard.press('Escape');
    await expect(profile(page)).not.toBeVisible();
    await open(page);
    await expect(profile(page)).toBeInViewport();
    await expectHeading(page, EXAMPLE);
    expect(documents).toHaveLength(keeps ? 1 : 2);

    await expect(profile(page).locator('iframe.measured')).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    const paper = await printedSize(page);
    expect(paper.frame).toBeGreaterThanOrEqual(Math.floor(paper.content));
  });

  if (traps) {
    test(`${name}: Tab cycles through frame and dialog and never reaches the page behind`, async ({ page, embed, crm }) => {
      await embed();
      await openDialog(page, crm, name);
      // Libraries move focus into the dialog once it has appeared.
      await expect.poll(async () => (await focus(page)).isInDialog).toBe(true);
      for (const key of ['Tab', 'Shift+Tab']) {
        // Two rounds: until an element inside has had focus three times.
        const visited = [];
        const isThird = ({ inside }) => inside && visited.filter((other) => other.inside === inside).length > 2;
        do {
          await page.keyboard.press(key);
          // The frame reports Tab to the host by message.
          await page.waitForTimeout(20);
          visited.push(await focus(page));
        } while (!isThird(visited.at(-1)) && visited.length < 90);
        expect(visited.filter(({ name, isInDialog }) => !isInDialog && name !== 'body')).toEqual([]);
        expect(isThird(visited.at(-1)), JSON.stringify(visited)).toBe(true);
        expect(visited.some(({ name }) => name === 'button')).toBe(true);
      }
    });
  }
}

test('angular: bindings set properties and listen to events', async ({ page, embed, crm }) => {
  await embed();
  await page.goto(`${crm.origin}/angular/`);
  await open(page);
  await expectHeading(page, EXAMPLE);
  await page.getByRole('button', { name: '下一个' }).click();
  await expectHeading(page, sample('full').name);
  await expect.poll(() => events(page)).toEqual([['ready', 'example'], ['ready', 'full']]);
});

for (const query of ['', '?strict']) {
  test(`qiankun: a sub-application shows the customer${query}`, async ({ page, embed, crm, watch }) => {
    watch.allow(/\[qiankun\]|single-spa/);
    await embed();
    await page.goto(`${crm.origin}/qiankun/${query}`);
    await expectHeading(page, EXAMPLE);
    await expect.poll(() => events(page)).toEqual([['ready', 'example']]);
  });
}

for (const name of ['element-plus', 'element-ui', 'antd', 'antd-5']) {
  test(`${name}: bindings follow the application, and a destroyed dialog leaves no frame`, async ({ page, embed, crm }) => {
    await embed();
    await openDialog(page, crm, name, '?destroy');
    await page.getByRole('button', { name: '下一个' }).evaluate((button) => button.click());
    await expectHeading(page, sample('full').name);
    await expect.poll(() => events(page)).toEqual([['ready', 'example'], ['ready', 'full']]);
    // antd reacts to Escape once its dialog has the focus, which is some time after it has appeared.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(profile(page)).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    expect(page.frames().filter((frame) => frame.url().includes('/customers/'))).toEqual([]);
    await open(page);
    await expectHeading(page, sample('full').name);
  });
}
