// Followers: who they are, few of them drawn, every one of them reachable.

import { sample } from '../server/answers.mjs';
import { arrival, button, customerPath } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const members = (page) => page.locator('.member-list').getByRole('listitem');
const names = (page) => members(page).locator('.member-name');
const filter = (page) => page.getByRole('searchbox', { name: '筛选关注者' });
const more = (page) => page.getByRole('button', { name: /再显示/ });
const card = (page) => page.getByRole('region', { name: '关注者' });

const everybody = sample('many-followers').followerNames.map(({ name }) => name);

test('a few have no filter and no rest', async ({ page }) => {
  await page.goto(customerPath('example'));
  await expect(names(page)).toHaveText(['张三', '李四', '王五']);
  await expect(card(page)).toContainText('共 3 位');
  await expect(filter(page)).toHaveCount(0);
  await expect(more(page)).toHaveCount(0);
});

test('of 10,000 only the first are drawn, and the rest is counted', async ({ page }) => {
  await page.goto(customerPath('many-followers'));
  await expect(card(page)).toContainText('共 10,000 位');
  await expect(names(page)).toHaveText(everybody.slice(0, 12));
  await expect(more(page)).toHaveText('+9,988');
  expect(await page.locator('*').count()).toBeLessThan(600);
});

test('more are shown step by step, by keyboard too, and the focus is on the first new one', async ({ page }) => {
  await page.goto(customerPath('many-followers'));
  await more(page).press('Enter');
  await expect(members(page)).toHaveCount(132);
  await expect(more(page)).toHaveText('+9,868');
  await expect(members(page).nth(12)).toBeFocused();
  await more(page).press('Enter');
  await expect(members(page).nth(132)).toBeFocused();
  await expect(members(page)).toHaveCount(252);
  await expect(names(page)).toHaveText(everybody.slice(0, 252));
});

test('every one can be reached', async ({ page, api }) => {
  const people = Array.from({ length: 150 }, (_, id) => ({ id, name: `成员${id}` }));
  api.plan('c', JSON.stringify({ id: '1', name: '甲', followers: people.map(({ id }) => id), followerNames: people }));
  await page.goto(customerPath('c'));
  await more(page).click();
  await more(page).click();
  await expect(names(page)).toHaveText(people.map(({ name }) => name));
  await expect(more(page)).toHaveCount(0);
  await expect(members(page).nth(132)).toBeFocused();
});

test('the filter finds by name and by id, says how many, and starts again', async ({ page }) => {
  await page.goto(customerPath('many-followers'));
  const last = sample('many-followers').followerNames.at(-1);
  await filter(page).fill(` ${last.name} `);
  const found = everybody.filter((name) => name.includes(last.name));
  await expect(names(page)).toHaveText(found.slice(0, 12));
  await expect(card(page)).toContainText(`找到 ${found.length} 位`);
  await expect(page.getByRole('status').filter({ hasText: `找到 ${found.length} 位` })).toHaveCount(1);

  await filter(page).fill(String(last.id));
  await expect(members(page).and(page.locator(`[data-id="${last.id}"]`))).toHaveText(new RegExp(last.name));
  await filter(page).fill('没有这个人');
  await expect(members(page)).toHaveCount(0);
  await expect(card(page)).toContainText('找到 0 位');
  await filter(page).fill('');
  await expect(names(page)).toHaveText(everybody.slice(0, 12));
});

test('typing letters into the filter is no shortcut', async ({ page, api }) => {
  await page.goto(customerPath('many-followers'));
  await filter(page).pressSequentially('rlt?/p');
  await expect(filter(page)).toHaveValue('rlt?/p');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(api.requests).toHaveLength(1);
});

test('an avatar shows the end of a Chinese name, and is not read out', async ({ page, api }) => {
  api.plan('c', JSON.stringify({ id: '1', name: '甲乙公司', followerNames: [{ id: 1, name: '欧阳小明' }, { id: 2, name: 'Ada Lovelace' }] }));
  await page.goto(customerPath('c'));
  await expect(members(page).locator('.avatar')).toHaveText(['小明', 'AL']);
  await expect(page.locator('.avatar:not([aria-hidden=true])')).toHaveCount(0);
});

test('nobody follows: it says so', async ({ page }) => {
  await page.goto(customerPath('sparse'));
  await arrival(page);
  await expect(card(page)).toContainText('未填写');
  await expect(button(page, '+0')).toHaveCount(0);
});
