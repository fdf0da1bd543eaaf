// The main application, with one sub-application.
import { registerMicroApps, start } from 'qiankun';

window.events = [];
addEventListener('profile-ready', ({ detail }) => window.events.push(['ready', detail.id]));

document.getElementById('host').innerHTML = '<div id="sub"></div>';
registerMicroApps([{ name: 'sub', entry: '/qiankun-app/', container: '#sub', activeRule: '/qiankun/' }]);
start({ sandbox: { strictStyleIsolation: new URLSearchParams(location.search).has('strict') } });
