// Labels of the keys, in display order.

export const TYPES = { CLIENT: '正式客户', TARGET_CUSTOMER: '目标客户', PROSPECT: '沟通客户' };

export const BASICS = [
  ['id', '客户ID'],
  ['customerNo', '客户编号'],
  ['levelName', '客户级别'],
  ['managerName', '负责人'],
  ['managerId', '负责人ID'],
  ['from', '来源'],
  ['partnerRelationship', '合作关系'],
  ['advantageousIndustry', '优势行业'],
  ['creditSituation', '信用状况'],
];

/** Basics with a copy button. */
export const COPIED = ['id', 'customerNo'];

export const AMOUNTS = [
  ['totalTurnover', '总成交额'],
  ['outstandingReceivables', '未收款额'],
  ['retentionMoney', '累计质保金'],
];

export const COUNTS = [
  ['transactionNumber', '签单数'],
  ['rank', '排名'],
];

export const SCALE_NOTE = '三条数据条从零开始，使用同一刻度；它们不是整体的组成部分。';
