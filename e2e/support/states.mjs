// Every state of the page, for axe and for screenshots.

import { expect } from '@playwright/test';

import { variation } from '../server/answers.mjs';
import { arrival, customerPath, goTo, heading } from './page.mjs';

const dialog = (page) => page.getByRole('dialog');

/**
 * States by name:
 *
 * - `id` of the customer, or `path`; the start page if both are missing;
 * - `plan`: the API's responses for that id, unless the id is a sample or fault;
 * - `config`: the page's configuration;
 * - `name`: the final heading, if it distinguishes the state; `null` while loading;
 * - `open` enters the state, `again` repeats that after a language switch, `leave` ends it.
 */
export const states = {
  'the start page': {},
  'the start page with recent customers': {
    open: async (page) => {
      await goTo(page, 'example');
      await expect(heading(page)).toHaveText('金职院');
      await page.goBack();
      await expect(page.locator('.recent-list')).toBeVisible();
    },
  },
  'the start page with an invalid id': {
    again: async (page) => {
      await page.getByRole('combobox').fill('..');
      await page.getByRole('combobox').press('Enter');
      await expect(page.locator('[aria-invalid=true]')).toBeVisible();
      await page.getByRole('combobox').blur();
    },
  },
  'the start page with a customer offered': {
    open: async (page) => {
      await goTo(page, 'example');
      await expect(heading(page)).toHaveText('金职院');
      await page.goBack();
    },
    again: async (page) => {
      await page.getByRole('combobox').fill('金职');
      await page.getByRole('combobox').press('Enter');
      await expect(page.locator('.choice')).toBeVisible();
      await page.getByRole('combobox').blur();
    },
  },
  'an unknown address': { path: '/customers/1/edit' },
  loading: { id: 'hang', name: null },
  'a full record': { id: 'full' },
  'a full record with an expanded text': {
    id: 'full',
    open: (page) => page.locator('.long-text [aria-expanded=false]').click(),
  },
  'a record with links into the CRM': {
    id: 'full',
    config: { links: { customer: '/crm/customers/{id}', manager: '/crm/users/{id}', follower: '/crm/users/{id}' } },
  },
  'a sparse record': { id: 'sparse' },
  'a prospect': { id: 'prospect' },
  'a target customer': { id: 'target' },
  'an unknown type': { id: 'unknown-type' },
  'odd types': { id: 'odd-types' },
  'unreadable values': { id: 'unreadable' },
  'objects instead of texts': { id: 'objects' },
  'exact figures': { id: 'exact' },
  'long texts': { id: 'long-text' },
  'many followers, filtered': {
    id: 'many-followers',
    again: async (page) => {
      const filter = page.getByRole('region', { name: /关注者|Followers/ }).getByRole('searchbox');
      await filter.fill('张');
      await filter.blur();
    },
  },
  'many followers, more shown': { id: 'many-followers', again: (page) => page.locator('.more').click() },
  stale: {
    id: 'stale',
    plan: ['example', 'status-503'],
    again: async (page) => {
      await page.keyboard.press('r');
      await expect(page.locator('.stale')).toBeVisible();
    },
  },
  refreshing: {
    id: 'refreshing',
    plan: ['example', 'hang'],
    open: async (page) => {
      await page.keyboard.press('r');
      await expect(page.locator('.freshness .progress')).toBeVisible();
    },
  },
  changed: {
    id: 'changed',
    plan: ['full', variation({ totalTurnover: 5, type: 'PROSPECT', levelName: '重点', name: '新名称', area: ['浙江省'], rank: 7 })],
    open: async (page) => {
      await page.keyboard.press('r');
      await expect(page.locator('.previous').first()).toBeVisible();
    },
  },
  'changed since the last visit': {
    id: 'changed-later',
    plan: ['full', variation({ totalTurnover: 5, rank: 7 })],
    open: async (page) => {
      await page.waitForFunction(() => localStorage.getItem('customer-profile.visits')?.includes('changed-later'));
      await page.reload();
      await expect(page.getByText(/^(与上次查看|Changed since)/)).toBeVisible();
    },
  },
  'a failed copy': {
    id: 'example',
    again: async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
        document.execCommand = () => false;
      });
      await page.keyboard.press('c');
      await expect(page.locator('.copy-failure')).toBeVisible();
    },
  },
  'the copy menu': {
    id: 'example',
    again: async (page) => {
      await page.locator('.copy-menu').evaluate((menu) => (menu.open = true));
      await expect(page.locator('.copy-menu')).toHaveAttribute('open');
    },
  },
  'a comparison': { path: '/compare/full/example/unreadable' },
  'a comparison that fails': { path: '/compare/status-503/full' },
  'a comparison to be completed': { path: '/compare/example' },
  'not found': { id: 'status-404' },
  'signed out': { id: 'status-401' },
  forbidden: { id: 'envelope-403' },
  unavailable: { id: 'status-503' },
  'unavailable for an hour': { id: 'retry-after-hour' },
  refused: { id: 'status-418' },
  offline: { id: 'reset-in-body' },
  'timed out': { id: 'hang', name: /请求超时/, config: { timeoutSeconds: 1 } },
  'unreadable response': { id: 'html' },
  'a login page': { id: 'login-page' },
  'mixed text': { id: 'warning-before' },
  'wrong configuration': { id: 'example', config: { colour: 1, timeoutSeconds: 'soon', basePath: '/' } },
  'the shortcut dialog': {
    id: 'example',
    again: async (page) => {
      await page.keyboard.press('?');
      await expect(dialog(page)).toBeVisible();
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    },
  },
};

/** Opens a state of the page, and waits for the end of loading. */
export async function openState(page, origin, api, { id, path = id ? customerPath(id) : '/', plan, name, open }) {
  if (plan) api.plan(id, ...plan);
  await page.goto(origin + path);
  if (name === null) await expect(page.locator('[aria-busy=true]')).toHaveCount(1);
  else if (name) await expect(heading(page)).toHaveText(name);
  if (name !== null) await arrival(page);
  // Keys would be typed into the lookup box of the start page.
  if (path === '/') await page.evaluate(() => document.activeElement.blur());
  await open?.(page);
}
