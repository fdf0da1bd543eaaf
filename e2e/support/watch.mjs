// Records console errors, uncaught exceptions and violations of the Content-Security-Policy.

/** Watches the pages of a browser context. */
export class Watch {
  #found = [];
  #allowed = [];

  /** Allows messages that match. */
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

  /** Returns the messages that are not allowed. */
  unexpected() {
    return this.#found.filter((message) => !this.#allowed.some((pattern) => pattern.test(message)));
  }
}

/** The browser's console message for a response with an error status. */
export const FAILED_STATUS = /Failed to load resource: the server responded with a status of \d+/;
/** The browser's console message for a response that broke off. */
export const FAILED_NETWORK = /Failed to load resource: net::ERR_/;
/** Console messages if the program's files are missing, damaged or of different versions. */
export const NO_PROGRAM = /WebAssembly|Failed to fetch|MIME type|_bg\.wasm: HTTP \d+/i;
/** Console messages if the glue did not run. */
export const NO_GLUE = /wasm_bindgen is not defined/;
/** The browser's console message for a script that the policy blocks. */
export const REFUSED_SCRIPT = /Executing inline script violates|CSP violation: script-src-elem inline/;
