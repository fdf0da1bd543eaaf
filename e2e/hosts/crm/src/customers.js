/** The CRM's customers. Their ids are those of the mock API (e2e/server/api.mjs). */
export const customers = [
  { id: 'full', name: '宁波澜沧海晟智能装备集团有限公司', level: '战略级', manager: '陈思远' },
  { id: 'example', name: '金职院', level: '战略级', manager: '张三' },
  { id: 'sparse', name: '合肥青禾农业科技有限公司', level: '—', manager: '—' },
  { id: 'prospect', name: '深圳市拾光里连锁咖啡管理有限公司', level: '普通级', manager: '黄子涵' },
  { id: 'many-followers', name: '北京华北联合通信运营集团有限公司', level: '战略级', manager: '武凯文' },
  { id: 'long-text', name: '示范区地下综合管廊投资建设运营联合体', level: '集团战略级', manager: '阿卜杜热合曼' },
  { id: 'status-404', name: '（已删除）', level: '—', manager: '—' },
  { id: 'status-401', name: '（须重新登录）', level: '—', manager: '—' },
];
