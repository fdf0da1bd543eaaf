/**
 * Loads embed.js, which defines `<customer-profile>`, from the server of the customer profile.
 *
 * @param {string | URL} base such as `https://profile.example.com/`
 */
export async function loadCustomerProfile(base) {
  // In a sandbox such as qiankun's, `window` is a proxy that embed.js does not see.
  const host = document.defaultView;
  if (host.customElements.get('customer-profile')) return;
  host.customerProfileBase = new URL(`${base}/`.replace(/\/+$/, '/'), document.baseURI).href;
  await import(/* @vite-ignore */ /* webpackIgnore: true */ `${host.customerProfileBase}embed.js`);
}
