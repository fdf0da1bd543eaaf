// What these tests need of the WebDriver protocol, which every browser's driver speaks: https://www.w3.org/TR/webdriver2/

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The keys that are no characters, as the protocol writes them. */
export const KEYS = { enter: '\uE007', escape: '\uE00C', control: '\uE009' };

/** A browser that a driver at `origin` has started with these capabilities. */
export async function openSession(origin, alwaysMatch) {
  const { sessionId, capabilities } = await call('POST', `${origin}/session`, { capabilities: { alwaysMatch } });
  return new Session(`${origin}/session/${sessionId}`, capabilities);
}

class Session {
  #address;

  constructor(address, capabilities) {
    this.#address = address;
    this.capabilities = capabilities;
  }

  /** Goes to an address and waits until it is loaded. */
  go = (url) => this.#post('url', { url });
  reload = () => this.#post('refresh');
  back = () => this.#post('back');
  forward = () => this.#post('forward');
  close = () => call('DELETE', this.#address);

  /** Gives the outside of the window this size, as far as the browser's own frame allows. */
  resize = (width, height) => this.#post('window/rect', { width, height });

  /** What a function of the page returns; an element comes as one that can be clicked or typed into. */
  run = (script, ...args) => this.#post('execute/sync', { script: `return (${script}).apply(null, arguments)`, args });

  /** Goes into a frame, or with `null` back to the window. */
  into = (frame) => this.#post('frame', { id: frame });

  /** Clicks where a person would: on what is visible and not covered. */
  click = (element) => this.#post(`element/${element[ELEMENT]}/click`);
  type = (element, text) => this.#post(`element/${element[ELEMENT]}/value`, { text });

  /** Presses keys one after the other, and lets go of them in the opposite order. */
  press(...keys) {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }

  #post = (command, body = {}) => call('POST', `${this.#address}/${command}`, body);
}

async function call(method, url, body) {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${new URL(url).pathname})`);
  return value;
}
