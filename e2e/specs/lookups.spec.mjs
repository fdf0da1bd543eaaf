// Looking up several customers: the lookup box, suggestions, tabs, old data.

import { arrival, button, customerPath, goTo, heading, valueOf } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

// The tests that set the clock expect Chinese local time.
test.use({ timezoneId: 'Asia/Shanghai' });

const lookupBox = (page) => page.getByRole('combobox', { name: '客户ID' });
const named = (name, more = {}) => JSON.stringify({ id: '1', name, type: 'CLIENT', ...more });

/** Waits for a customer: path, title and heading match, and the lookup box is empty. */
async function expectCustomer(page, id, name) {
  await expect(heading(page)).toHaveText(name);
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));
  await expect(page).toHaveTitle(`${name} - 客户档案`);
  await expect(lookupBox(page)).toHaveValue('');
}

test('navigation empties the lookup box', async ({ page, api }) => {
  for (const id of ['c1', 'c2', 'c3']) api.plan(id, ...Array(4).fill(named(`客户${id}`)));
  await page.goto(customerPath('c1'));
  await expectCustomer(page, 'c1', '客户c1');
  await goTo(page, 'c2');
  await expectCustomer(page, 'c2', '客户c2');
  await lookupBox(page).click();
  await page.keyboard.type('c3');
  await page.keyboard.press('Enter');
  await expectCustomer(page, 'c3', '客户c3');
  await lookupBox(page).fill('half typed');
  await page.goBack();
  await expectCustomer(page, 'c2', '客户c2');
  await page.goForward();
  await expectCustomer(page, 'c3', '客户c3');
});

test('focus selects the text in the lookup box', async ({ page, api }) => {
  api.plan('c1', named('甲'));
  await page.goto(customerPath('c1'));
  await lookupBox(page).fill('c22');
  await button(page, '刷新').focus();
  await lookupBox(page).focus();
  await page.keyboard.type('c4');
  await expect(lookupBox(page)).toHaveValue('c4');
});

test('recent customers are suggested by name, number and id', async ({ page, api }) => {
  api.plan('c1', ...Array(2).fill(named('甲公司', { customerNo: 'KH-7' })));
  api.plan('c2', named('乙公司'));
  await page.goto(customerPath('c1'));
  await arrival(page);
  await goTo(page, 'c2');
  await expectCustomer(page, 'c2', '乙公司');
  await lookupBox(page).focus();
  const options = page.locator('.topbar datalist option');
  await expect(options).toHaveCount(2);
  expect(await options.evaluateAll((all) => all.map((option) => option.value))).toEqual(['乙公司 · c2', '甲公司 · KH-7 · c1']);
  // As the browser inserts a suggestion.
  await lookupBox(page).fill('甲公司 · KH-7 · c1');
  await expectCustomer(page, 'c1', '甲公司');
});

test('the start page focuses the lookup box, except on touch devices', async ({ page, browser, contextOptions, site }) => {
  await page.goto('/');
  await expect(lookupBox(page)).toBeFocused();
  const touch = await browser.newContext({ ...contextOptions, hasTouch: true, isMobile: true });
  const onPhone = await touch.newPage();
  await onPhone.goto(`${site.origin}/`);
  await expect(lookupBox(onPhone)).toBeVisible();
  await expect(lookupBox(onPhone)).not.toBeFocused();
  await touch.close();
});

test('pasted summaries and texts with a link open the customer', async ({ page, api, site }) => {
  api.plan('c1', ...Array(3).fill(named('甲公司', { customerNo: 'KH-7' })));
  await page.goto('/');
  const link = `${site.origin}/customers/c1`;
  for (const text of [`客户名称：甲公司\n客户ID：c1\n客户编号：KH-7\n链接：${link}`, `麻烦看下这个客户\r\n${link}，谢谢`, '客户ID\tc1']) {
    const otherPage = await page.context().newPage();
    await otherPage.setContent('<textarea></textarea>');
    await otherPage.locator('textarea').fill(text);
    await otherPage.locator('textarea').press('ControlOrMeta+a');
    await otherPage.locator('textarea').press('ControlOrMeta+x');
    await otherPage.close();
    await page.bringToFront();
    await lookupBox(page).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.keyboard.press('Enter');
    await expectCustomer(page, 'c1', '甲公司');
    await page.goBack();
  }
});

test('ten characters fit into the lookup box at 320 pixels and at 400 % zoom', async ({ page }) => {
  for (const [path, size] of [['/', [320, 568]], [customerPath('example'), [320, 568]], [customerPath('example'), [320, 180]]]) {
    await page.setViewportSize({ width: size[0], height: size[1] });
    await page.goto(path);
    await arrival(page);
    await lookupBox(page).fill('一二三四五六七八九十');
    const [room, needed] = await lookupBox(page).evaluate((input) => {
      const style = getComputedStyle(input);
      const context = document.createElement('canvas').getContext('2d');
      context.font = style.font;
      // Chromium's clear and suggestion buttons.
      const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 40;
      return [room, context.measureText(input.value).width];
    });
    expect(room, `${path} at ${size}`).toBeGreaterThanOrEqual(needed);
  }
});

test('the favicon is the monogram while a customer is shown', async ({ page, api, watch }) => {
  watch.allow(/status of 404/);
  api.plan('c1', named('甲公司'));
  api.plan('c2', named('乙公司'));
  api.plan('c3', 'status-404');
  const icon = () => page.locator('link[rel=icon]').getAttribute('href');
  await page.goto('/');
  const original = await icon();
  await goTo(page, 'c1');
  await expect.poll(icon).not.toBe(original);
  const first = await icon();
  expect(first).toMatch(/^data:image\/png;base64,/);
  // It has the colours of the monogram, not of an empty canvas.
  const colours = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const context = document.createElement('canvas').getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const found = new Set();
    for (let at = 0; at < pixels.length; at += 4) found.add(`rgb(${pixels.slice(at, at + 3).join(', ')})`);
    const { backgroundColor, color } = getComputedStyle(document.querySelector('.monogram'));
    return [backgroundColor, color].map((colour) => found.has(colour));
  }, first);
  expect(colours).toEqual([true, true]);
  await goTo(page, 'c2');
  await expectCustomer(page, 'c2', '乙公司');
  await expect.poll(async () => ![original, first].includes(await icon())).toBe(true);
  await goTo(page, 'c3');
  await expect(heading(page)).toHaveText('未找到该客户');
  expect(await icon()).toBe(original);
});

test('Ctrl+Enter and Ctrl-click open the customer in a new tab', async ({ page, api, context }) => {
  api.plan('c1', named('甲'));
  api.plan('c2', named('乙'));
  await page.goto(customerPath('c1'));
  await lookupBox(page).fill('c2');
  for (const submit of [
    () => page.keyboard.press('Control+Enter'),
    () => button(page, '前往').click({ modifiers: ['Control'] }),
  ]) {
    const opened = context.waitForEvent('page');
    await submit();
    const tab = await opened;
    await expect(heading(tab)).toHaveText('乙');
    await expect(heading(page)).toHaveText('甲');
  }
});

test('collapsing a long text by keyboard moves the focus to its start', async ({ page }) => {
  await page.goto(customerPath('long-text'));
  await page.getByRole('button', { name: '展开全文' }).press('Enter');
  await page.getByRole('button', { name: '收起' }).press('Enter');
  await expect(page.locator('.long-text-body')).toBeFocused();
  await expect(page.locator('.long-text-body')).toBeInViewport();
});

test('a refresh marks changed values with their previous value, announces them and keeps the state of the sections', async ({ page, api }) => {
  const people = Array.from({ length: 30 }, (_, id) => ({ id: `${id}`, name: `员工${id}` }));
  const answer = (more) => named('甲', { totalTurnover: 1, transactionNumber: 1, description: '一段很长的描述。'.repeat(80), followerNames: people, ...more });
  const newer = { totalTurnover: 2, rank: 5, followerNames: [...people, { id: '30', name: '员工30' }] };
  api.plan('c1', answer({}), answer(newer), answer({ ...newer, type: 'PROSPECT', name: '乙' }));
  await page.goto(customerPath('c1'));
  await arrival(page);
  await page.getByText('计算说明').click();
  await page.getByRole('button', { name: '展开全文' }).click();
  const filter = page.getByRole('searchbox', { name: '筛选关注者' });
  await filter.fill('员工2');
  await page.evaluate(() => document.querySelector('[aria-keyshortcuts=r]').click());

  const previous = page.locator('.previous');
  await expect(previous.filter({ hasText: /^原为 1.00$/ })).toHaveCount(1);
  await expect(previous.filter({ hasText: /^原为 未填写$/ })).toHaveCount(1);
  await expect(previous.filter({ hasText: /^原为 ….*员工29$/ })).toHaveCount(1);
  await expect(previous).toHaveCount(3);
  const announcement = page.getByRole('status').filter({ hasText: '数据已更新' });
  await expect(announcement).toHaveText(/^数据已更新：总成交额 2.00（原为 1.00）、排名 5（原为 未填写）、关注者 ….*员工29、员工30（原为 …/);
  // All of these sections have re-rendered.
  await expect(filter).toBeFocused();
  await expect(filter).toHaveValue('员工2');
  await expect(page.getByText('找到 11 位').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '收起' })).toBeVisible();
  await expect(page.locator('details.how')).toHaveAttribute('open');
  await expect(previous.first()).toBeVisible();
  await button(page, '知道了').click();
  await expect(previous).toHaveCount(0);
  await expect(filter).toHaveValue('员工2');

  await button(page, '刷新').click();
  await expect(previous.filter({ visible: true })).toHaveText(['原为 甲', '原为 正式客户']);
  await expect(announcement).toHaveText('数据已更新：客户名称 乙（原为 甲）、客户类型 沟通客户（原为 正式客户）');
});

test('a customer number entered as an id is recognised', async ({ page, api, watch }) => {
  watch.allow(/status of 404/);
  for (const [id, isRecognised] of [['KH-2019-000726', true], ['00001', true], ['42', false]]) {
    api.plan(id, 'status-404');
    await page.goto('/');
    await goTo(page, id);
    await expect(heading(page)).toHaveText('未找到该客户');
    await expect(page.getByText(`“${id}”看起来是客户编号，请输入客户ID。`)).toHaveCount(isRecognised ? 1 : 0);
  }
});

test('the age of a time is updated every minute', async ({ page, api }) => {
  api.plan('c1', named('甲', { createdAt: '2026-03-01 17:45:00' }));
  await page.clock.install({ time: new Date('2026-03-01T17:50:00+08:00') });
  await page.goto(customerPath('c1'));
  await expect(valueOf(page, '创建时间')).toContainText('5分钟前');
  await page.clock.fastForward('02:00');
  await expect(valueOf(page, '创建时间')).toContainText('7分钟前');
});

test('stale data of an earlier day shows its date', async ({ page, api, watch }) => {
  watch.allow(/status of 503/);
  api.plan('c1', named('甲'), 'status-503', 'status-503');
  await page.clock.install({ time: new Date('2026-03-01T17:50:00+08:00') });
  await page.goto(customerPath('c1'));
  await arrival(page);
  const failure = page.getByRole('main').getByRole('status').filter({ hasText: /^刷新失败/ });
  await page.clock.setFixedTime(new Date('2026-03-02T09:00:00+08:00'));
  await button(page, '刷新').click();
  await expect(failure).toContainText('刷新失败（服务暂时不可用），以下为 昨天 17:50 的数据');
  await page.clock.setFixedTime(new Date('2026-03-04T09:00:00+08:00'));
  await button(page, '刷新').click();
  await expect(failure).toContainText('2026-03-01 17:50 的数据');
});

test('recent customers are shared between tabs', async ({ page, api, context }) => {
  api.plan('c1', named('甲公司'));
  await page.goto('/');
  await expect(page.getByText('暂无记录')).toBeVisible();
  const other = await context.newPage();
  await other.goto(customerPath('c1'));
  await expect(heading(other)).toHaveText('甲公司');
  await expect(page.getByRole('link', { name: /甲公司/ })).toBeVisible();
});

test('Ctrl-click and middle click open a recent customer in a new tab', async ({ page, api, context }) => {
  api.plan('c1', ...Array(4).fill(named('甲公司')));
  await page.goto(customerPath('c1'));
  await arrival(page);
  await page.goto('/');
  const link = page.getByRole('link', { name: /甲公司/ });
  for (const how of [{ modifiers: ['ControlOrMeta'] }, { button: 'middle' }]) {
    const opened = context.waitForEvent('page');
    await link.click(how);
    const tab = await opened;
    await expect(heading(tab)).toHaveText('甲公司');
    await tab.close();
    await expect(heading(page)).toHaveText('查找客户');
  }
});

test('web and mail addresses in a description are links, telephone numbers only on touch devices', async ({ page, api, browser, contextOptions, site }) => {
  api.plan('c1', ...Array(2).fill(named('甲', { description: '电话 13812345678，网站 https://a.example/x?y=1看这里，a@b.example。javascript:alert(1) <a href=x>' })));
  await page.goto(customerPath('c1'));
  await arrival(page);
  const links = page.locator('.long-text a');
  expect(await links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.rel, link.target]))).toEqual([
    ['https://a.example/x?y=1', 'noopener noreferrer', '_blank'],
    ['mailto:a@b.example', '', ''],
  ]);
  const phone = await browser.newContext({ ...contextOptions, hasTouch: true, isMobile: true });
  const onPhone = await phone.newPage();
  await onPhone.goto(`${site.origin}${customerPath('c1')}`);
  await arrival(onPhone);
  await expect(onPhone.locator('.long-text').getByRole('link', { name: '13812345678' })).toHaveAttribute('href', 'tel:13812345678');
  await expect(onPhone.locator('.long-text a')).toHaveCount(3);
  await phone.close();
});
