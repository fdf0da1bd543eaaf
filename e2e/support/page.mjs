// The page as a person finds it: by roles and words.

import { expect } from '@playwright/test';

/** The only heading of the first level: the customer's name, or what has happened instead; see `arrival`. */
export const heading = (page) => page.getByRole('heading', { level: 1 });

/**
 * Waits for what comes after loading: a message, or a customer with its last card, and what stands around it. Until then
 * the heading says that it is loading.
 */
export async function arrival(page) {
  await expect(heading(page)).toHaveText(/^(?!正在加载|Loading)./);
  await expect(page.locator('.record .bone')).toHaveCount(0);
  await expect(page.locator('.topbar-actions')).toBeVisible();
}

/** The message in the place of a customer. */
export const alert = (page) => page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 1 }) });

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The address of a customer's page. */
export const customerPath = (id) => `/customers/${encodeURIComponent(id)}`;

/** Goes to a customer by the box at the top, without loading the page anew. */
export async function goTo(page, id) {
  const box = page.getByRole('combobox', { name: '客户ID' });
  await box.fill(id);
  await box.press('Enter');
}

/** The value beside a label (the first one of that name). */
export function valueOf(page, label) {
  const name = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) });
  return name.first().locator('xpath=following-sibling::dd');
}

/** The steps of a trail. */
export function stepsOf(page, label) {
  const name = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) });
  return name.locator('xpath=following-sibling::dd').getByRole('listitem');
}

/** The requests that a page sends to the API from now on, by method and URL. */
export function apiRequests(page) {
  const requests = [];
  page.on('request', (request) => {
    if (/\/customers\/[^/]+\/detail$/.test(request.url())) requests.push(request);
  });
  return requests;
}

/** Whether the whole page can be read without scrolling sideways. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Serves the page at addresses that nginx itself refuses, as another server may pass them on: whatever the address, the
 * page that comes is `body`.
 */
export const serveEverywhere = (page, body) =>
  page.route('**/customers/**', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' }) : route.continue(),
  );
