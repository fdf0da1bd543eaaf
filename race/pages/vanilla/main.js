// The page without a framework: an HTML frame, and one function that renders a customer.

import { fetchCustomer } from '../shared/api.js';
import { element } from './element.js';
import { record } from './record.js';

const main = document.querySelector('main');
const box = document.querySelector('.go-to');
let request;

/** Shows the customer of the URL. Aborts the previous request. */
async function show() {
  request?.abort();
  const { signal } = (request = new AbortController());
  const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  main.replaceChildren(element('div', { class: 'skeleton' }));
  try {
    const customer = await fetchCustomer(id, signal);
    document.title = customer.name;
    main.replaceChildren(record(customer));
  } catch (error) {
    if (signal.aborted) return;
    const retry = element('button', { class: 'button', onclick: show }, '重试');
    main.replaceChildren(element('div', { role: 'alert' }, element('h1', {}, error.message), retry));
  }
}

box.addEventListener('submit', (event) => {
  event.preventDefault();
  const id = box.elements.id.value.trim();
  if (!id) return;
  box.reset();
  history.pushState(null, '', `/customers/${encodeURIComponent(id)}`);
  show();
});
addEventListener('popstate', show);
show();
