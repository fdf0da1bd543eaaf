// The commands and events of WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/

export class BiDi {
  #socket;
  #pending = new Map();
  #listeners = new Map();
  #last = 0;

  static async connect(url) {
    const socket = new WebSocket(url);
    await new Promise((open, failed) => {
      socket.onopen = open;
      socket.onerror = () => failed(new Error(`no connection to ${url}`));
    });
    return new BiDi(socket);
  }

  constructor(socket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = () => {
      for (const { reject } of this.#pending.values()) reject(new Error('the browser has closed the connection'));
    };
  }

  /** Calls `listener` with the parameters of each event of this name. */
  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  send(method, params) {
    const id = (this.#last += 1);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #take({ type, id, method, params, result, error, message }) {
    if (type === 'event') return this.#listeners.get(method)?.(params);
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (type === 'success') pending?.resolve(result);
    else pending?.reject(new Error(`${error}: ${message}`));
  }
}
