/** The words of the page's scripts, which the page itself holds, and figures as French writes them. */

export const part = (name) => document.querySelector(`[data-${name}]`);
export const made = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

/** Choose a value of a list, which gets it where it has it not. */
export function choose(select, value, label) {
  if (![...select.options].some((option) => option.value === value)) select.append(Object.assign(made("option", label), { value }));
  select.value = value;
}

/** A sentence of the page with its values; nothing where it has no such sentence. */
export function say(name, values = {}) {
  return part("strings").getAttribute(`data-${name}`)?.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** A number as French writes it. */
export const figure = new Intl.NumberFormat("fr").format;

export function distanceSaid(km) {
  return say(km < 1 ? "next" : "far", { n: figure(Math.round(km)) });
}
