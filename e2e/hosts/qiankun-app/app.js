// The sub-application in qiankun's sandbox, built as a UMD script: qiankun reads its exports.
import { loadCustomerProfile } from 'customer-profile-embed';

export async function bootstrap() {
  await loadCustomerProfile('https://profile.invalid/');
}

export async function mount({ container }) {
  const profile = document.createElement('customer-profile');
  profile.customerId = 'example';
  container.querySelector('#app').append(profile);
}

export async function unmount({ container }) {
  container.querySelector('#app').replaceChildren();
}
