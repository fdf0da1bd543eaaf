// The minimum that renders the record: no frame before the response, no states, one pass. The lower bound for `ready`.

import { element } from '../vanilla/element.js';
import { record } from '../vanilla/record.js';

async function show(answer) {
  const customer = await (await answer).json();
  document.title = customer.name;
  const box = element('input', { type: 'search', 'aria-label': '客户ID', placeholder: '输入客户ID' });
  const form = element('form', { class: 'go-to', role: 'search' }, box, element('button', { class: 'button' }, '前往'));
  form.onsubmit = (event) => {
    event.preventDefault();
    history.pushState(null, '', `/customers/${encodeURIComponent(box.value.trim())}`);
    show(fetch(`/api${location.pathname}/detail`));
  };
  const bar = element('header', { class: 'topbar' }, element('strong', {}, '客户档案'), form);
  document.body.replaceChildren(bar, element('main', {}, record(customer)));
}

show(window.firstAnswer);
