// Typings for Vue 3 templates: `import 'customer-profile-embed/vue'`.
import type { DefineComponent } from 'vue';
import type { CustomerProfileAttributes, CustomerProfileEventMap } from './index.js';

type Listeners = {
  [Name in keyof CustomerProfileEventMap as Name extends `profile-${infer Rest}`
    ? `onProfile${Capitalize<Rest>}`
    : never]?: (event: CustomerProfileEventMap[Name]) => void;
};

interface Props extends Listeners {
  customerId?: CustomerProfileAttributes['customer-id'];
  lang?: string;
  theme?: CustomerProfileAttributes['theme'];
  base?: string;
}

declare module 'vue' {
  interface GlobalComponents {
    'customer-profile': DefineComponent<Props>;
  }
}
