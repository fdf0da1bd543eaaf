/** An element with these attributes (functions are handlers of events) and children. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made[attribute] = value;
    else made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}
