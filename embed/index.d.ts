/**
 * Loads embed.js, which defines `<customer-profile>`, from the server of the customer profile. Resolves once the element is
 * defined; rejects if the script cannot be loaded. Calls after the first successful one do nothing.
 *
 * @param base such as `https://profile.example.com/`
 */
export function loadCustomerProfile(base: string | URL): Promise<void>;

export type Theme = 'light' | 'dark' | 'auto';

/** Why a customer cannot be shown. */
export type Cause =
  | 'NotFound'
  | 'SignedOut'
  | 'Forbidden'
  | 'Unavailable'
  | 'Refused'
  | 'Offline'
  | 'TimedOut'
  | 'Unreadable';

/** The attributes of `<customer-profile>`. */
export interface CustomerProfileAttributes {
  /** The id in `/api/customers/{id}/detail`. Nothing is shown without it. */
  'customer-id'?: string | number;
  /** `zh-CN` or `en`; by default the host page's `<html lang>`. */
  lang?: string;
  /** `auto`, the default, follows the system. */
  theme?: Theme;
  /** The root URL of the customer profile; by default the folder of embed.js. */
  base?: string;
}

/** The element `<customer-profile>`. Its properties reflect its attributes. */
export interface CustomerProfileElement extends HTMLElement {
  customerId: string | null;
  theme: Theme | null;
  base: string | null;
}

/** `detail` of `profile-ready`: a customer is shown. */
export interface ProfileReady {
  id: string;
  /** The customer's name. */
  name: string;
}

/** `detail` of `profile-failed`: a customer cannot be shown; the element says why. */
export interface ProfileFailed {
  id: string;
  cause: Cause;
}

/** `detail` of `profile-link`: the user follows a link. `preventDefault()` leaves it to the host. */
export interface ProfileLink {
  href: string;
  kind: 'customer' | 'manager' | 'follower' | 'phone' | 'mail' | 'sign-in';
  /** Id of the manager or follower; for the other kinds, of the displayed customer. */
  id: string;
}

export interface CustomerProfileEventMap {
  'profile-ready': CustomEvent<ProfileReady>;
  'profile-failed': CustomEvent<ProfileFailed>;
  'profile-link': CustomEvent<ProfileLink>;
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-profile': CustomerProfileElement;
  }
  // The events bubble.
  interface HTMLElementEventMap extends CustomerProfileEventMap {}
  interface Window {
    /** The root URL of the customer profile, for elements without `base`. */
    customerProfileBase?: string;
  }
}
