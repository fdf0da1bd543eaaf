// Locators and helpers for the page.

import { expect } from '@playwright/test';

/** The `h1`: the customer's name or the failure; see `arrival`. */
export const heading = (page) => page.getByRole('heading', { level: 1 });

/**
 * Waits until loading has ended: an error view, a complete record, or every column of a comparison. Until then the `h1` says
 * that the page is loading, or a part of the page is busy.
 */
export async function arrival(page) {
  await expect(heading(page)).toHaveText(/^(?!正在加载|Loading)./);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.locator('.topbar-actions')).toBeVisible();
}

/** The error view. */
export const alert = (page) => page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 1 }) });

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Returns the path of a customer's page. */
export const customerPath = (id) => `/customers/${encodeURIComponent(id)}`;

/** Navigates to a customer by the lookup box. */
export async function goTo(page, id) {
  const box = page.getByRole('combobox', { name: '客户ID' });
  await box.fill(id);
  await box.press('Enter');
}

/** The value with a label (the first one). */
export function valueOf(page, label) {
  const name = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) });
  return name.first().locator('xpath=following-sibling::dd');
}

/** The steps of the trail with a label. */
export function stepsOf(page, label) {
  const name = page.locator('dt').filter({ hasText: new RegExp(`^${label}$`) });
  return name.locator('xpath=following-sibling::dd').getByRole('listitem');
}

/** Records the requests that a page sends to the API from now on: method and URL. */
export function apiRequests(page) {
  const requests = [];
  page.on('request', (request) => {
    if (/\/customers\/[^/]+\/detail$/.test(request.url())) requests.push(request);
  });
  return requests;
}

/** Returns by how many pixels the page scrolls sideways. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Serves `body` at every path, for paths that nginx refuses and other servers may accept.
 */
export const serveEverywhere = (page, body) =>
  page.route('**/customers/**', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' }) : route.continue(),
  );
