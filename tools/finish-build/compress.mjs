// Compresses the files of a build ahead of time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

/** The brotli quality at which the server compresses index.html (deploy/nginx). */
const SERVER_QUALITY = 6;

/**
 * Writes `.br` and `.gz` copies of every file except index.html, in which operators edit the configuration. Returns the name
 * and size on the wire of each file.
 */
export function compressFiles(folder) {
  // Names with a leading dot are Trunk's.
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

/** Writes a compressed file, and checks that it decompresses: the server sends it unchecked. */
function write(path, compressed, decompress, content) {
  writeFileSync(path, compressed);
  if (!decompress(readFileSync(path)).equals(content)) throw new Error(`${path} does not decompress to its content`);
}

function brotli(content, quality) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}
