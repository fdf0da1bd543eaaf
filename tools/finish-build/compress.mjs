// Compresses what is served as it was built, so that the server need not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

/** The brotli quality at which the server compresses index.html (deploy/nginx). */
const SERVER_QUALITY = 5;

/**
 * Writes a `.br` and a `.gz` beside every file but index.html: an operator edits the configuration in that, and a copy made
 * ahead of time would keep the old one. Gives the name of each file and its size on the wire.
 */
export function compressFiles(folder) {
  // A name that begins with a dot is Trunk's own.
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.map((name) => {
    const content = readFileSync(join(folder, name));
    if (name === 'index.html') return [name, brotli(content, SERVER_QUALITY).length];
    const compressed = brotli(content, constants.BROTLI_MAX_QUALITY);
    write(join(folder, `${name}.br`), compressed, brotliDecompressSync, content);
    write(join(folder, `${name}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }), gunzipSync, content);
    return [name, compressed.length];
  });
}

/** Writes a compressed file, and checks that it can be read back: the server sends it unseen. */
function write(path, compressed, decompress, content) {
  writeFileSync(path, compressed);
  if (!decompress(readFileSync(path)).equals(content)) throw new Error(`${path} does not decompress to its content`);
}

function brotli(content, quality) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}
