// <customer-profile> in a dialog of each library of ../hosts.

import { expect, frameOf, inside, shows, test } from '../support/embed.mjs';

const EXAMPLE = '金职院';

/** Each host: whether its dialog is modal for the keyboard, and whether it keeps what is in a closed dialog. */
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
  await shows(page, EXAMPLE);
  await expect(profile(page)).toBeInViewport();
}

/** Where the focus is: in the host, and in the frame. */
async function focus(page) {
  const frame = await frameOf(page);
  const inFrame = () => (document.hasFocus() && document.activeElement !== document.body ? document.activeElement.outerHTML.slice(0, 80) : '');
  const inHost = () => {
    const { activeElement } = document;
    const dialog = document.querySelector('[role=dialog], dialog, .layui-layer');
    return { name: activeElement.localName, isInDialog: Boolean(activeElement.closest('[role=dialog], dialog, .el-overlay, .ant-modal-root, .layui-layer')) || dialog === activeElement };
  };
  const host = await page.evaluate(inHost);
  const isInFrame = host.name === 'customer-profile' && (await page.evaluate(() => document.querySelector('customer-profile').shadowRoot.activeElement?.localName === 'iframe'));
  return { ...host, inside: isInFrame ? await frame.evaluate(inFrame) : '' };
}

for (const [name, { traps, keeps }] of Object.entries(HOSTS)) {
  test(`${name}: escape_inside_closes_the_dialog`, async ({ page, embed, crm }) => {
    await embed();
    await openDialog(page, crm, name);
    await inside(page).getByRole('button', { name: '刷新' }).focus();
    await page.keyboard.press('Escape');
    await expect(profile(page)).not.toBeVisible();
  });

  test(`${name}: reopened_dialog_shows_the_customer`, async ({ page, embed, crm }) => {
    await embed();
    const documents = [];
    page.on('request', (request) => request.url().endsWith('?embed') && documents.push(request.url()));
    await openDialog(page, crm, name);
    expect(await events(page)).toEqual([['ready', 'example']]);
    await inside(page).getByRole('button', { name: '刷新' }).focus();
    await page.keyboard.press('Escape');
    await expect(profile(page)).not.toBeVisible();
    await open(page);
    await expect(profile(page)).toBeInViewport();
    await shows(page, EXAMPLE);
    expect(documents).toHaveLength(keeps ? 1 : 2);
  });

  if (traps) {
    for (const key of ['Tab', 'Shift+Tab']) {
      test(`${name}: ${key} visits_the_frame_and_the_dialog_and_nothing_behind`, async ({ page, embed, crm }) => {
        await embed();
        await openDialog(page, crm, name);
        const visited = [];
        for (let step = 0; step < 70; step += 1) {
          await page.keyboard.press(key);
          // The frame tells the host by a message.
          await page.waitForTimeout(20);
          visited.push(await focus(page));
        }
        const isBehind = ({ name, isInDialog }) => !isInDialog && name !== 'body';
        expect(visited.filter(isBehind)).toEqual([]);
        // More than one round: each thing inside comes again.
        const buttons = visited.map(({ inside }) => inside).filter((html) => /button/.test(html));
        const rounds = buttons.filter((html) => html === buttons[0]).length;
        expect(rounds).toBeGreaterThan(1);
        expect(visited.some(({ name }) => name === 'button')).toBe(true);
      });
    }
  }
}
