// What no test may leave behind unnoticed: errors in the console, exceptions nobody caught, violations of the
// Content-Security-Policy.

/** Follows what happens in the pages of a browser context. */
export class Watch {
  #found = [];
  #allowed = [];

  /** Says that this test expects messages of this kind. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  async follow(context) {
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#found.push(`console ${message.type()}: ${message.text()}`);
      }
    });
    context.on('weberror', (error) => this.#found.push(`uncaught: ${error.error()?.stack ?? error.error()}`));
    await context.exposeBinding('reportViolation', (_source, violation) => this.#found.push(violation));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
        window.reportViolation(`CSP violation: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      });
    });
  }

  /** Everything that this test does not expect. */
  unexpected() {
    return this.#found.filter((message) => !this.#allowed.some((pattern) => pattern.test(message)));
  }
}

/** The browser's own line in the console for an answer of an error status. */
export const FAILED_STATUS = /Failed to load resource: the server responded with a status of \d+/;
/** The browser's own line in the console for an answer that broke off. */
export const FAILED_NETWORK = /Failed to load resource: net::ERR_/;
/** What browser and program say where the program's own files are missing, damaged or mixed up. */
export const NO_PROGRAM = /WebAssembly|Failed to fetch|MIME type|_bg\.wasm: HTTP \d+/i;
/** What they say where the glue did not run. */
export const NO_GLUE = /wasm_bindgen is not defined/;
/** What the browser says of a script that the page's policy does not name. */
export const REFUSED_SCRIPT = /Executing inline script violates|CSP violation: script-src-elem inline/;
