// Makes a program's two files smaller than wasm-bindgen and wasm-opt can by themselves.
//
// wasm-bindgen names each function that the program takes from the browser after what it is and a hash of where it was
// declared: some two hundred names, which stand in the WebAssembly and again in the glue and hardly compress. Nobody
// reads them. Here both get short ones.

const IMPORTS = 2;

/**
 * Gives what a WebAssembly program imports short names, in it and in its JavaScript glue.
 * @param {Buffer} wasm the program
 * @param {string} glue what wasm-bindgen wrote for it, minified or not
 * @returns {{ wasm: Buffer, glue: string }} the same two, still fitting each other
 */
export function shortenImports(wasm, glue) {
  const names = new Map();
  const short = withSection(wasm, IMPORTS, (reader) => shortened(reader, names));
  return { wasm: short, glue: renamed(glue, names) };
}

/**
 * Empties classes of the glue that nothing makes an instance of; wasm-bindgen's have no braces in texts.
 * @param {string} glue what wasm-bindgen wrote for the program, minified or not
 * @param {RegExp} unwanted what the names of these classes look like
 */
export function withoutClasses(glue, unwanted) {
  const beginning = new RegExp(String.raw`\bclass (${unwanted.source})\s*\{`, unwanted.flags);
  let rest = glue;
  let kept = '';
  for (let match; (match = beginning.exec(rest)); ) {
    let end = match.index + match[0].length;
    kept += `${rest.slice(0, end)}}`;
    for (let depth = 1; depth > 0 && end < rest.length; end++) depth += { '{': 1, '}': -1 }[rest[end]] ?? 0;
    rest = rest.slice(end);
  }
  return kept + rest;
}

/** The program with another section in the place of one. */
function withSection(wasm, wanted, rewrite) {
  const parts = [wasm.subarray(0, 8)];
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === wanted) {
      const section = rewrite(reader);
      parts.push(Buffer.from([id]), number(section.length), section);
    } else {
      parts.push(wasm.subarray(start, end));
    }
    reader.at = end;
  }
  return Buffer.concat(parts);
}

/** The section of imports with short names; notes which name each of them has now. */
function shortened(reader, names) {
  const count = reader.number();
  const parts = [number(count)];
  for (let index = 0; index < count; index++) {
    const module = reader.text();
    const name = reader.text();
    const kind = reader.at;
    // A function, by its type. wasm-bindgen makes its memory and its tables itself.
    if (reader.byte() !== 0) throw new Error(`the program imports ${name}, which is no function`);
    reader.number();
    if (names.has(name)) throw new Error(`the program imports ${name} twice`);
    names.set(name, letters(index));
    parts.push(text(module), text(names.get(name)), reader.bytes.subarray(kind, reader.at));
  }
  return Buffer.concat(parts);
}

/** The glue has each function once, as a member of an object: `__wbg_new_1ea1…: function` or `__wbg_new_1ea1…(`. */
function renamed(glue, names) {
  const left = new Set(names.keys());
  const pattern = /(?<![\w$.])(__wb[\w$]+)(?=\s*[:(])/g;
  const short = glue.replace(pattern, (name) => (left.delete(name) ? names.get(name) : name));
  if (left.size > 0) throw new Error(`the glue has no ${[...left].join(', no ')}`);
  return short;
}

/** `a`, `b`, … `z`, `A`, … `Z`, `aa`, … */
function letters(index) {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rest = Math.floor(index / alphabet.length);
  return (rest > 0 ? letters(rest - 1) : '') + alphabet[index % alphabet.length];
}

/** Numbers stand in a WebAssembly file seven bits a byte, the lowest first (LEB128). */
function number(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}
