// The browsers that these tests run in. Each module has its `name` and `start({ webAssembly })`, which gives
//
// - `session`: see webdriver.mjs;
// - `changes`: what has to be changed in the build, as `startNginx` takes it;
// - `complaints()`: the errors, warnings and policy violations since it was last asked, as lines;
// - `setSize(width, height)`: gives the page this size, the browser's own frame not counted;
// - `stop()`.

import * as firefox from './firefox.mjs';
import * as webkitgtk from './webkitgtk.mjs';

const all = { firefox, webkitgtk };
const chosen = process.env.BROWSERS?.split(/[\s,]+/) ?? Object.keys(all);

const unknown = chosen.filter((key) => !Object.hasOwn(all, key));
if (unknown.length > 0) throw new Error(`BROWSERS: ${unknown} is none of ${Object.keys(all)}`);

/** All of them, or those that the environment variable `BROWSERS` names. */
export const browsers = chosen.map((key) => all[key]);
