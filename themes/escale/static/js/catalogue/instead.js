/** What the page proposes where nothing fits: other months, what giving up or widening a condition leaves, and the nearest tools. */

import { without } from "../filtering/names.js";
import { figure, made, say } from "../filtering/said.js";
import * as ways from "../filtering/ways.js";
import { list } from "./cards.js";
import { giveUp, loosened, months, nearest } from "./nearest.js";
import { write } from "./question.js";
import { dayed } from "./windows.js";

const month = (day, today) => dayed(day, today, { month: "long" });

/** « Aucun en mars », where the days that are asked lie in one month. */
function none({ du: [first], au: [last] = [first] }, today) {
  const [one, other] = [month(first, today), month(last, today)];
  return one === other ? say("none-in", { month: one }) : say("none");
}

/** Write the proposals for a question into their place; `called` names a choice by its name and value, `ask` asks what an address asks. */
export async function propose(place, called, asked, known, help, ask, current) {
  const way = (text, to) => ways.line(ways.question(text, write(to), ask));
  const given = giveUp(known, asked, help).map(({ names, left }) => {
    const name = names.find((one) => asked[one]);
    return way(say("without", { condition: ways.condition(called, name, asked[name]), n: figure(left) }), without(asked, names));
  });
  const wider = loosened(known, asked, help).map(({ name, value, left }) => {
    const said = name === "vehicule" ? called(name, value).toLowerCase() : figure(value);
    return way(say(`wider-${name}`, { n: figure(left), value: said }), { ...asked, [name]: [value] });
  });
  const other = months(known, asked, help).map(({ asked: moved, left }) => {
    return way(say("in-month", { n: figure(left), month: month(moved.du[0], known.today) }), moved);
  });
  const cards = made("div", "");
  await list(cards, nearest(known, asked, help), known, () => ({ entry: false }), current);
  if (!current()) return;
  const when = ways.group(none({ du: [known.today], ...asked }, known.today), other);
  place.replaceChildren(...when, ...ways.group(say("given-up"), [...wider, ...given]), made("h2", say("closer")), cards);
}
