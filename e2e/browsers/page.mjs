// Page helpers with Selenium: Playwright drives only its own builds of Firefox and WebKit.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { Key } from 'selenium-webdriver';

/** Repeats a check until it passes, for at most 15 seconds. */
export async function waitUntil(check) {
  for (const deadline = Date.now() + 15_000; ; await pause(50)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

export class Page {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  /** Runs a function inside the page and returns its result. */
  run = (script, ...args) => this.#driver.executeScript(script, ...args);

  /** Presses a key on the focused element. */
  press = (key) => this.#driver.actions().sendKeys(key).perform();

  /** Waits for the text of the `h1` and for the rest of the page. */
  async arrives(name) {
    await this.says(visibleTexts, ['h1'], [name]);
    await this.says(isLoaded, [], true);
  }

  /** Waits until a function inside the page returns a value. */
  says = (script, args, expected) =>
    waitUntil(async () => assert.deepEqual(await this.run(script, ...args), expected));

  /** Returns the texts of the visible elements that match a selector. */
  texts = (selector) => this.run(visibleTexts, selector);

  /** Waits for a button or link by name, and clicks it. */
  async click(name) {
    await waitUntil(async () => (await this.#find('button, a', name)).click());
  }

  /** Navigates to a customer by the lookup box. */
  async goTo(id) {
    const box = await waitUntil(() => this.#find('input[type=search]', '客户ID'));
    await box.sendKeys(id, Key.ENTER);
  }

  /** Returns the clipboard's text by pasting it into the lookup box. */
  async clipboard() {
    const box = await waitUntil(() => this.#find('input[type=search]', '客户ID'));
    await this.run(select, box);
    await box.click();
    await box.sendKeys(Key.chord(Key.CONTROL, 'v'));
    return this.run(takeValue, box);
  }

  /** Returns all labels and values: `[{ name, texts }]`, with the text of the value and of its parts. */
  properties = () => this.run(properties);

  async #find(selector, name) {
    const element = await this.run(findNamed, selector, name);
    assert.ok(element, `no visible ${selector} is called ${name}`);
    return element;
  }
}

// Functions that run inside the page.

export function visibleTexts(selector) {
  const visible = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
  return visible.map((element) => element.innerText.trim());
}

function isLoaded() {
  const isDrawn = () => document.querySelector('.topbar-actions') && !document.querySelector('.record .bone');
  return !document.getElementById('app') || Boolean(isDrawn());
}

function findNamed(selector, name) {
  // A second line says more about the first one: a customer's id below its name.
  const nameOf = (element) => (element.getAttribute('aria-label') || element.innerText || element.title).trim().split('\n')[0];
  const visible = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
  return visible.find((element) => nameOf(element) === name) ?? null;
}

function select(box) {
  box.select();
}

function takeValue(box) {
  const { value } = box;
  box.value = '';
  return value;
}

function properties() {
  const normal = (text) => text.replace(/\s+/g, ' ').trim();
  return [...document.querySelectorAll('main dt')].map((dt) => {
    const parts = document.createTreeWalker(dt.parentElement.querySelector('dd'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const texts = [];
    do texts.push(normal(parts.currentNode.textContent));
    while (parts.nextNode());
    return { name: normal(dt.textContent), texts };
  });
}
