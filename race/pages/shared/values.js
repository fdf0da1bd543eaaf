// Formats values for every page, without the browser's `Intl`, which is slow to initialise.

import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import relativeTime from 'dayjs/plugin/relativeTime';

import { AMOUNTS } from './words.js';

dayjs.extend(relativeTime);
dayjs.locale('zh-cn');

export const ABSENT = '—';

export const isAbsent = (value) => value === null || value === undefined || value === '' || value.length === 0;

/** Groups the digits of a number, without changing them. */
export function count(value) {
  if (isAbsent(value)) return ABSENT;
  const [whole, fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Formats an amount with at least two fraction digits. */
export function amount(value) {
  if (isAbsent(value)) return ABSENT;
  const [whole, fraction = ''] = String(value).split('.');
  return count(`${whole}.${fraction.padEnd(2, '0')}`);
}

/** Returns the bar lengths of the amounts on their common scale, in per cent. */
export function bars(customer) {
  const amounts = AMOUNTS.map(([key]) => Math.abs(Number(customer[key] ?? 0)));
  const largest = Math.max(...amounts);
  return amounts.map((amount) => (largest > 0 ? (amount / largest) * 100 : 0));
}

/** Returns ratios with their formulas, unless a divisor is zero. */
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

/** Formats a time relative to now. */
export const ago = (time) => (isAbsent(time) ? '' : dayjs(time).fromNow());

export const trailText = (steps) => steps.join(' / ');

/** Returns the text of an avatar. */
export const initials = (name) => [...name].slice(-2).join('');

/** Followers shown at first, more per click, and the minimum for a filter. */
export const FIRST = 12;
export const STEP = 120;
export const FILTER_FROM = 20;

/** Returns the followers: ids in order, with their names. */
export function followersOf(customer) {
  const names = new Map(customer.followerNames.map(({ id, name }) => [id, name]));
  return customer.followers.map((id) => ({ id, name: names.get(id) ?? `未知成员（${id}）` }));
}

export const found = (followers, query) => (query ? followers.filter(({ name }) => name.includes(query)) : followers);

/** Longer descriptions are collapsed. */
export const LONG_TEXT = 240;
