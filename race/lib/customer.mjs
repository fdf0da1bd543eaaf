// The customers of the race. They have the same shape and no common value, so that a page that still shows the previous
// customer is not taken for ready.

/** The first id. All ids have the same number of digits. */
export const FIRST_ID = 1001;

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'];
const GIVEN = ['建国', '思远', '晓雯', '靖', '磊', '丽娟', '天宇', '佳琪', '一帆', '明轩', '静', '海涛', '志强', '文博'];
/** The minimum number of followers that a page shows at first. */
const SHOWN_FOLLOWERS = 12;

/** Returns the API's response for a customer. */
export function customer(id, followerCount) {
  const people = Array.from({ length: followerCount }, (_, index) => person(id * SHOWN_FOLLOWERS + index));
  return {
    id: `8a7b3c52-6d14-4e0f-9b21-5c8e7f2a${id}`,
    customerNo: `KH-2019-00${id}`,
    name: `宁波澜沧海晟智能装备集团第${id}公司`,
    description: `第${id}公司：注塑机与压铸机整机制造商，总部及一、二期厂房在北仑，三期厂房 2025 年 6 月投产。自 2019 年起采购我方产线网络、机房与视频安防系统，2023 年签三年期维保框架协议。\n决策链：信息中心王主任负责技术选型，采购部统一招标。`,
    from: `referral-${id}`,
    managerName: `欧阳靖${id}`,
    managerId: 61_000_000 + id,
    departmentPath: ['华东大区', '浙江分公司', '宁波办事处', `制造行业${id}组`],
    industry_id: 72_000_000 + id,
    industryPath: ['制造业', '专用设备制造', `塑料加工设备${id}`],
    area: ['浙江省', '宁波市', `北仑区${id}街道`],
    areaCode: ['33', '3302', `3302${id}`],
    partnerRelationship: `strategic-${id}`,
    totalTurnover: 12_846_350.75 + id * 1000,
    transactionNumber: 21_000 + id,
    rank: 40_000 + id,
    levelName: `战略${id}级`,
    type: ['CLIENT', 'TARGET_CUSTOMER', 'PROSPECT'][id % 3],
    followers: people.map((follower) => follower.id),
    followerNames: people,
    createdAt: `2019-03-18 09:${pad((id / 60) % 60)}:${pad(id % 60)}`,
    outstandingReceivables: (2_318_640 + id * 10).toFixed(2),
    retentionMoney: (642_317.5 + id).toFixed(2),
    advantageousIndustry: `智能制造${id}`,
    creditSituation: `优秀${id}`,
  };
}

/** Returns the displayed values of a customer by key, the name first. */
export function displayedValues(customer) {
  const { totalTurnover, outstandingReceivables, retentionMoney, transactionNumber } = customer;
  const amount = (value) => Number(value).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const share = (part) => `${((part / totalTurnover) * 100).toFixed(1)}%`;
  return {
    ...customer,
    description: customer.description.slice(0, customer.description.indexOf('\n')),
    type: { CLIENT: '正式客户', TARGET_CUSTOMER: '目标客户', PROSPECT: '沟通客户' }[customer.type],
    totalTurnover: amount(totalTurnover),
    outstandingReceivables: amount(outstandingReceivables),
    retentionMoney: amount(retentionMoney),
    transactionNumber: transactionNumber.toLocaleString('en'),
    rank: customer.rank.toLocaleString('en'),
    outstandingRatio: share(outstandingReceivables),
    retentionRatio: share(retentionMoney),
    averageDeal: amount(totalTurnover / transactionNumber),
    followers: `${customer.followers.length.toLocaleString('en')} 位`,
    followerNames: customer.followerNames.slice(0, SHOWN_FOLLOWERS).map(({ name }) => name),
  };
}

function person(number) {
  const name = `${SURNAMES[number % SURNAMES.length]}${GIVEN[number % GIVEN.length]}`;
  return { id: 500_000 + number, name };
}

const pad = (number) => String(Math.floor(number)).padStart(2, '0');
