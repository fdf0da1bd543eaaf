// What the record says, as text: plain functions that every page here uses. None of them wakes the browser's `Intl`, which
// takes long the first time: digits are grouped by hand, so that none is lost, and dayjs says how long ago a time was.

import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import relativeTime from 'dayjs/plugin/relativeTime';

import { AMOUNTS } from './words.js';

dayjs.extend(relativeTime);
dayjs.locale('zh-cn');

export const ABSENT = '—';

export const isAbsent = (value) => value === null || value === undefined || value === '' || value.length === 0;

/** A number grouped for reading, with the digits that it came with. */
export function count(value) {
  if (isAbsent(value)) return ABSENT;
  const [whole, fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An amount: a number with at least two digits after the point. */
export function amount(value) {
  if (isAbsent(value)) return ABSENT;
  const [whole, fraction = ''] = String(value).split('.');
  return count(`${whole}.${fraction.padEnd(2, '0')}`);
}

/** How far each amount's bar reaches on the scale that they share, in per cent. */
export function bars(customer) {
  const amounts = AMOUNTS.map(([key]) => Math.abs(Number(customer[key] ?? 0)));
  const largest = Math.max(...amounts);
  return amounts.map((amount) => (largest > 0 ? (amount / largest) * 100 : 0));
}

/** What can be said of two figures together, with the formula: only where something can be divided. */
export function ratios(customer) {
  const { totalTurnover, outstandingReceivables, retentionMoney, transactionNumber } = customer;
  const share = (part) => `${((Number(part) / totalTurnover) * 100).toFixed(1)}%`;
  const found = [];
  if (totalTurnover > 0) {
    found.push(['未收款占比', share(outstandingReceivables), '未收款额 ÷ 总成交额']);
    found.push(['质保金占比', share(retentionMoney), '累计质保金 ÷ 总成交额']);
  }
  if (transactionNumber > 0) {
    found.push(['平均每单成交额', amount((totalTurnover / transactionNumber).toFixed(2)), '总成交额 ÷ 签单数']);
  }
  return found;
}

/** How long ago a time was. */
export const ago = (time) => (isAbsent(time) ? '' : dayjs(time).fromNow());

export const trailText = (steps) => steps.join(' / ');

/** What stands for a person without a picture. */
export const initials = (name) => [...name].slice(-2).join('');

/** How many followers are shown at first, how many more a click shows, and from how many on they can be filtered. */
export const FIRST = 12;
export const STEP = 120;
export const FILTER_FROM = 20;

/** The followers: their ids, in order, with the names that belong to them. */
export function followersOf(customer) {
  const names = new Map(customer.followerNames.map(({ id, name }) => [id, name]));
  return customer.followers.map((id) => ({ id, name: names.get(id) ?? `未知成员（${id}）` }));
}

export const found = (followers, query) => (query ? followers.filter(({ name }) => name.includes(query)) : followers);

/** A description of more characters than this is shown by its beginning first. */
export const LONG_TEXT = 240;
