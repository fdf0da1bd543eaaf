import { loadCustomerProfile } from 'customer-profile-embed';
import type { CustomerProfileElement } from 'customer-profile-embed';
import 'customer-profile-embed/react';
import { useRef } from 'react';

export const loaded: Promise<void> = loadCustomerProfile('https://profile.example.com/');

export function Customer({ id }: { id: string }) {
  const element = useRef<CustomerProfileElement>(null);
  return (
    <customer-profile
      ref={element}
      customer-id={id}
      theme="dark"
      lang="zh-CN"
      className="customer"
      onprofile-link={(event) => {
        event.preventDefault();
        const kind: 'customer' | 'manager' | 'follower' | 'phone' | 'mail' | 'sign-in' = event.detail.kind;
        // @ts-expect-error: such a kind does not exist
        return kind === 'nobody';
      }}
    />
  );
}

// @ts-expect-error: such a theme does not exist
export const wrong = <customer-profile customer-id="42" theme="blue" />;

document.querySelector('customer-profile')?.addEventListener('profile-ready', ({ detail }) => {
  const name: string = detail.name;
  // @ts-expect-error: a name is no number
  const number: number = detail.name;
  return [name, number];
});
