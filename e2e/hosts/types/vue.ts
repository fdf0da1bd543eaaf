import 'customer-profile-embed/vue';
import { type GlobalComponents, h } from 'vue';

type Props = InstanceType<GlobalComponents['customer-profile']>['$props'];

export const props: Props = { customerId: 42, theme: 'auto', onProfileFailed: ({ detail }) => detail.cause === 'NotFound' };
// @ts-expect-error: such a theme does not exist
export const wrong: Props = { theme: 'blue' };
export const element = h('customer-profile', { 'customer-id': 42 });
