/** Creates an element with attributes (functions are event handlers) and children. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made[attribute] = value;
    else made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}
