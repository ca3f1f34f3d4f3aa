/** What the page proposes where nothing fits: what giving up a condition leaves, and what is nearest in time and in place. */

import { without } from "../filtering/names.js";
import { distanceSaid, figure, made, say } from "../filtering/said.js";
import * as ways from "../filtering/ways.js";
import { away } from "./answering.js";
import { giveUp, nearest } from "./nearest.js";
import { write } from "./question.js";

/** How what is given up is called; a town by its name, where a code was asked. */
function condition(called, names, asked, named) {
  const name = names.find((one) => asked[one] && one !== "rayon");
  return ways.condition(called, name, asked[name].map((value) => (name === "pres" && named[value]) || value));
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
    return ways.line(Object.assign(made("a", one.event.title), { href: one.event.url }), facts.filter(Boolean).join(", "));
  };
  const way = ({ names, left }) => {
    const text = say("without", { condition: condition(called, names, asked, named), n: figure(left) });
    const go = (address) => ask(address, names.includes("here") ? null : undefined);
    return ways.line(ways.question(text, write(without(asked, names)), go));
  };
  const { later, closer } = nearest(known, asked, help);
  const given = giveUp(known, asked, help).map(way);
  const groups = { "given-up": given, closer: closer.map(entry), later: later.map(entry) };
  place.replaceChildren(...Object.entries(groups).flatMap(([name, lines]) => ways.group(say(name), lines)));
}
