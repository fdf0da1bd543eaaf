// JSX typings: `import 'customer-profile-embed/react'`. React 19 sets the properties and listens to the events by itself;
// React 18 sets attributes only (docs/embedding.md has its recipe for events).
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CustomerProfileAttributes, CustomerProfileElement, CustomerProfileEventMap } from './index.js';

type Props = DetailedHTMLProps<HTMLAttributes<CustomerProfileElement>, CustomerProfileElement> &
  CustomerProfileAttributes & {
    [Name in keyof CustomerProfileEventMap as `on${Name}`]?: (event: CustomerProfileEventMap[Name]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'customer-profile': Props;
    }
  }
}
