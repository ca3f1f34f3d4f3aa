/** What a page proposes where nothing fits, as lists of links. */

import { made, say } from "./said.js";

/** A line that leads somewhere, with more to say behind it. */
export function line(link, more = "") {
  const item = made("li", "");
  item.append(link, made("span", more));
  return item;
}

/** A link to a question, as an address has it, which is answered on the spot. */
export function question(text, address, ask) {
  const link = Object.assign(made("a", text), { href: address || location.pathname });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    ask(address.slice(1));
  });
  return link;
}

/** Lines under a heading; nothing where there are none. */
export function group(heading, lines) {
  if (!lines.length) return [];
  const list = made("ul", "", "instead-ways");
  list.append(...lines);
  return [made("h2", heading), list];
}

/** How a condition is called: « Gratuit », « Astronomie ou Chimie », « ces dates »; `called` names a choice by its name and value. */
export function condition(called, name, values) {
  const words = values.map((value) => say(`of-${name}`, { value }) ?? called(name, value));
  return [...new Set(words)].join(say("or"));
}
