// What a release build changes in embed.js.
import { withoutComments } from './page.mjs';

const PLACE = "const program = '';";

/** Names the program, for pages that fetch it ahead; and leaves out the comments. */
export function withProgram(script, wasm) {
  if (!script.includes(PLACE)) throw new Error(`embed.js has no ${PLACE}`);
  return withoutComments(script.replace(PLACE, `const program = '${wasm}';`));
}
