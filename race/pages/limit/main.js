// The least that shows the record: no frame before the answer, no states, and all of it drawn in one go. What is not
// there costs nothing, so this says how soon the record could stand on the screen at all.

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
