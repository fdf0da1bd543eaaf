// Prism, an independent mock server for docs/openapi.yaml (npm: @stoplight/prism-cli).

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const program = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const description = fileURLToPath(new URL('../../docs/openapi.yaml', import.meta.url));

/** Starts Prism on a free port: `{ origin, stop() }`. With `isDynamic` it generates responses from the schema. */
export async function startPrism({ isDynamic = false } = {}) {
  const options = ['--host', '127.0.0.1', '--port', '0', ...(isDynamic ? ['--dynamic'] : [])];
  const child = spawn(process.execPath, [program, 'mock', ...options, description], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  let output = '';
  const origin = await new Promise((resolve, reject) => {
    const listen = (text) => {
      output += text;
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/i.exec(output);
      if (found) resolve(found[1]);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('exit', (code) => reject(new Error(`Prism ended with ${code}: ${output}`)));
  });
  return { origin, stop };
}
