// The record of a customer, one function per section.

import { ABSENT, FILTER_FROM, FIRST, LONG_TEXT, STEP } from '../shared/values.js';
import { ago, amount, bars, count, followersOf, found, initials, isAbsent, ratios, trailText } from '../shared/values.js';
import { AMOUNTS, BASICS, COPIED, COUNTS, SCALE_NOTE, TYPES } from '../shared/words.js';
import { element } from './element.js';

export function record(customer) {
  return element(
    'article',
    {},
    header(customer),
    element(
      'div',
      { class: 'sections' },
      element('div', { class: 'column' }, finance(customer), basics(customer)),
      element('div', { class: 'column' }, classification(customer), area(customer), followers(customer)),
    ),
  );
}

function header({ name, type, levelName, customerNo }) {
  return element(
    'header',
    { class: 'record-header' },
    element('h1', {}, name, copyButton('客户名称', name)),
    element('span', { class: 'badge' }, TYPES[type] ?? type),
    element('span', {}, `客户级别 ${levelName}`),
    element('span', {}, `客户编号 ${customerNo}`),
  );
}

function basics(customer) {
  const properties = BASICS.map(([key, label]) => {
    const copy = COPIED.includes(key) ? [copyButton(label, customer[key])] : [];
    return property(label, text(customer[key]), ...copy);
  });
  const { createdAt, description } = customer;
  const time = property('创建时间', text(createdAt), element('span', { class: 'soft' }, ` ${ago(createdAt)}`));
  return card('基本信息', list(...properties, time, longText('客户描述', description)));
}

function classification({ departmentPath, industryPath, industry_id }) {
  return card(
    '部门与行业',
    list(trail('所在部门', departmentPath), trail('行业', industryPath), property('行业ID', text(industry_id))),
  );
}

function area({ area, areaCode }) {
  return card('区域', list(trail('区域', area), trail('所在区域编码', areaCode)));
}

function finance(customer) {
  const lengths = bars(customer);
  const amounts = AMOUNTS.map(([key, label], index) => {
    const fill = element('div', {});
    fill.style.width = `${lengths[index]}%`;
    const figure = element('span', { class: 'figure' }, amount(customer[key]));
    return property(label, copyButton(label, customer[key]), figure, element('div', { class: 'bar' }, fill));
  });
  const counts = COUNTS.map(([key, label]) => property(label, count(customer[key])));
  const computed = ratios(customer).map(([label, figure, formula]) =>
    property(label, `${figure} `, element('span', { class: 'soft' }, formula)),
  );
  const note = element('p', { class: 'soft scale-note' }, SCALE_NOTE);
  return card('财务', list(...amounts), note, list(...counts, ...computed));
}

function followers(customer) {
  const all = followersOf(customer);
  let shown = FIRST;
  let query = '';
  const people = element('ul', { class: 'followers' });
  const more = element('button', { class: 'more', onclick: () => draw((shown += STEP)) });
  const draw = () => {
    const matching = found(all, query);
    people.replaceChildren(...matching.slice(0, shown).map(follower));
    more.hidden = matching.length <= shown;
    more.textContent = `+${matching.length - shown}`;
  };
  const filter = element('input', { type: 'search', 'aria-label': '筛选关注者', placeholder: '筛选关注者' });
  filter.addEventListener('input', () => {
    query = filter.value.trim();
    shown = FIRST;
    draw();
  });
  draw();
  const title = `关注者 共 ${count(all.length)} 位`;
  return card(title, ...(all.length > FILTER_FROM ? [filter] : []), people, more);
}

function follower({ id, name }) {
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
  return element('li', { 'data-id': id }, avatar, name);
}

function card(title, ...children) {
  return element('section', { class: 'card' }, element('h2', {}, title), ...children);
}

function list(...properties) {
  return element('dl', { class: 'properties' }, ...properties);
}

function property(label, ...value) {
  return element('div', { class: 'property' }, element('dt', {}, label), element('dd', {}, ...value));
}

function trail(label, steps) {
  if (isAbsent(steps)) return property(label, ABSENT);
  const items = steps.map((step) => element('li', {}, step));
  const path = element('ol', { 'aria-label': label }, ...items);
  return property(label, element('div', { class: 'trail' }, path, copyButton(label, trailText(steps))));
}

function longText(label, value) {
  const whole = text(value);
  const body = element('span', { class: 'long-text' }, whole);
  const described = property(label, body);
  described.classList.add('wide');
  if (whole.length > LONG_TEXT) {
    const fold = (isOpen) => {
      body.textContent = isOpen ? whole : `${whole.slice(0, LONG_TEXT)}…`;
      button.textContent = isOpen ? '收起' : '展开全文';
      button.onclick = () => fold(!isOpen);
    };
    const button = element('button', {});
    fold(false);
    described.lastChild.append(button);
  }
  return described;
}

function text(value) {
  return isAbsent(value) ? ABSENT : String(value);
}

const icon = document.createElement('template');
icon.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z"/></svg>';

function copyButton(label, value) {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': `复制${label}` });
  button.append(icon.content.cloneNode(true));
  button.onclick = async () => {
    await navigator.clipboard.writeText(String(value));
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 2000);
  };
  return button;
}
