/** What the page proposes where nothing fits: what giving up a condition leaves, and what is nearest in time and in place. */

import { away } from "./answering.js";
import { giveUp, nearest } from "./nearest.js";
import { without, write } from "./question.js";
import { distanceSaid, figure, made, say } from "./said.js";

/** How a condition is called: « Gratuit », « Astronomie ou Chimie », « Lille », « ces dates »; a town by its name, where a code was asked. */
function condition(called, names, asked, named) {
  const name = names.find((one) => asked[one] && one !== "rayon");
  const words = asked[name].map((value) => say(`of-${name}`, { value: (name === "pres" && named[value]) || value }) ?? called(name, value));
  return [...new Set(words)].join(say("or"));
}

function line(link, more = "") {
  const item = made("li", "");
  item.append(link, made("span", more));
  return item;
}

function group(name, lines) {
  if (!lines.length) return [];
  const list = made("ul", "", "instead-ways");
  list.append(...lines);
  return [made("h2", say(name)), list];
}

/**
 * Write the proposals for a question into their place, of all entries of the agenda: {known, help} as asking.js prepares them.
 * `called` names a choice by its name and value; `ask` asks the question of a link, as an address has it.
 */
export function propose(place, called, { asked, named }, { known, help }, ask) {
  const entry = (one) => {
    const km = away(one, help.centres);
    const when = one.first === one.last ? [one.heading, one.time] : [one.time];
    const facts = [...when, one.where, km === undefined ? "" : distanceSaid(km)];
    return line(Object.assign(made("a", one.event.title), { href: one.event.url }), facts.filter(Boolean).join(", "));
  };
  const way = ({ names, left }) => {
    const address = write(without(asked, names));
    const link = made("a", say("without", { condition: condition(called, names, asked, named), n: figure(left) }));
    link.href = address || location.pathname;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      ask(address.slice(1), names.includes("here") ? null : undefined);
    });
    return line(link);
  };
  const { later, closer } = nearest(known, asked, help);
  const ways = giveUp(known, asked, help).map(way);
  place.replaceChildren(...group("given-up", ways), ...group("closer", closer.map(entry)), ...group("later", later.map(entry)));
}
