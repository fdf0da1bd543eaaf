const dialog = document.querySelector('dialog');
document.getElementById('open').addEventListener('click', () => dialog.showModal());
document.getElementById('close').addEventListener('click', () => dialog.close());

const profile = document.querySelector('customer-profile');
window.events = [];
profile.addEventListener('profile-ready', ({ detail }) => window.events.push(['ready', detail.id]));
profile.addEventListener('profile-failed', ({ detail }) => window.events.push(['failed', detail.id, detail.cause]));
