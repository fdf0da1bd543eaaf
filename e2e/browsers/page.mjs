// What these tests do with a page. Playwright drives its own builds of Firefox and WebKit only, so this is Selenium.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { Key } from 'selenium-webdriver';

/** Repeats a check until it passes; after 15 seconds it fails as it failed last. */
export async function eventually(check) {
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

  /** What a function returns that runs inside the page. */
  run = (script, ...args) => this.#driver.executeScript(script, ...args);

  /** Presses a key where the focus is. */
  press = (key) => this.#driver.actions().sendKeys(key).perform();

  /** Waits until the heading of the page says this, and what comes after it has come. */
  async arrives(name) {
    await this.says(visibleTexts, ['h1'], [name]);
    await this.says(isWhole, [], true);
  }

  /** Waits until a function of the page returns this. */
  says = (script, args, expected) =>
    eventually(async () => assert.deepEqual(await this.run(script, ...args), expected));

  /** The texts of the visible elements of a selector. */
  texts = (selector) => this.run(visibleTexts, selector);

  /** Clicks the button or the link of this name, once it is there. */
  async click(name) {
    await eventually(async () => (await this.#find('button, a', name)).click());
  }

  /** Goes to a customer by the box at the top. */
  async goTo(id) {
    const box = await eventually(() => this.#find('input[type=search]', '客户ID'));
    await box.sendKeys(id, Key.ENTER);
  }

  /** The clipboard's text, pasted into the box at the top. */
  async clipboard() {
    const box = await eventually(() => this.#find('input[type=search]', '客户ID'));
    await this.run(select, box);
    await box.click();
    await box.sendKeys(Key.chord(Key.CONTROL, 'v'));
    return this.run(takeValue, box);
  }

  /** Every name and value of the customer: `[{ name, texts }]`, the value's text as a whole and in all its parts. */
  properties = () => this.run(properties);

  async #find(selector, name) {
    const element = await this.run(findNamed, selector, name);
    assert.ok(element, `no visible ${selector} is called ${name}`);
    return element;
  }
}

// From here on: what runs inside the page.

export function visibleTexts(selector) {
  const visible = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
  return visible.map((element) => element.innerText.trim());
}

function isWhole() {
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
    const dd = dt.parentElement.querySelector('dd');
    return { name: normal(dt.textContent), texts: [dd, ...dd.querySelectorAll('*')].map((part) => normal(part.textContent)) };
  });
}
