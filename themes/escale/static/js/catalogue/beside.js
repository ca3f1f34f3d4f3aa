/** What is said beside the answer: how many say nothing of a figure, whom one must ask, and what can be had on other days. */

import { but, count, either, setOf } from "../filtering/masks.js";
import { figure, made, say } from "../filtering/said.js";
import { fitting, said, weigh } from "./answering.js";
import { list } from "./cards.js";
import { FIGURES } from "./conditions.js";
import { refusal } from "./lending.js";
import { by, dayed, freeSaid, soonest } from "./windows.js";

/** The units that say nothing of a figure. */
function silence(known, name, asked) {
  const { told } = said(known, name, asked);
  return setOf(told.length, (at) => told[at] === null);
}

/** For each figure that is asked, how many tools say nothing of it, and fit in all that they do say: [{name, count}]. */
export function silent(known, asked, help) {
  const sets = weigh(known, asked, help);
  const found = fitting(known, sets);
  const nothing = new Map([...sets.units.keys()].filter((name) => name in FIGURES).map((name) => [name, silence(known, name, asked)]));
  const units = new Map([...sets.units].map(([name, set]) => [name, nothing.has(name) ? either(set, nothing.get(name)) : set]));
  const tell = ([name, set]) => ({ name, count: count(but(fitting(known, { ...sets, units: new Map([...units, [name, set]]) }), found)) });
  return [...nothing].map(tell).filter(({ count: some }) => some);
}

/** « 3 autres ne disent pas leur surface », a line each. */
export function silences(known, asked, help) {
  return silent(known, asked, help).map(({ name, count: n }) => made("li", say(`silent-${name}${n < 2 ? "-one" : ""}`, { n: figure(n) })));
}

/** The first loan of a length that is asked for from the first day on, whenever it ends. */
export function later(known, at, wanted, fits) {
  return soonest(known, at, wanted.map(({ within: [from], days }) => ({ within: [from, Infinity], days })), fits);
}

/** Why no loan that is asked for can be had of a tool, of the first of its units that fit. */
function whyNot(known, at, [{ within: [from], days }], fits) {
  const { offer } = known.units[known.tools[at].units.find(fits)];
  const { why, value } = refusal(offer, known.today, { within: [from, Infinity], days });
  return say(`why-${why}`, { n: value }) ?? say("why-busy", { n: days, day: dayed(offer.until, known.today) });
}

/** Tools apart from the list, folded, whose cards are taken when somebody unfolds them; they are no entries of it. */
function apart(name, known, numbers, shown = () => ({ numbers })) {
  const fold = made("details", "", "fold");
  const place = made("div", "");
  fold.append(made("summary", say(numbers.length < 2 ? `${name}-one` : name, { n: figure(numbers.length) })), place);
  const open = () => {
    const { numbers: ordered, promise } = shown();
    list(place, ordered, known, (at) => ({ promise: promise?.(at), entry: false }));
  };
  fold.addEventListener("toggle", open, { once: true });
  return fold;
}

/** Tools that can be had on other days, the soonest first, and what their cards say. */
function elsewhen(known, { elsewhen: numbers, fits }, wanted) {
  const next = new Map(numbers.map((at) => [at, later(known, at, wanted, fits)]));
  const promise = (at) => {
    const loan = next.get(at);
    if (!loan) return { text: whyNot(known, at, wanted, fits), tone: "cancelled" };
    return { text: freeSaid(loan, wanted, known.today), tone: "neutral" };
  };
  return { numbers: by((at) => next.get(at)?.[0], numbers), promise };
}

/** The tools that fit in all but the days: whose owners must be asked, and those that can be had on other days. */
export function others(known, found, wanted) {
  const folds = [];
  if (found.unconfirmed.length) folds.push(apart("unconfirmed", known, found.unconfirmed));
  if (found.elsewhen.length) folds.push(apart("elsewhen", known, found.elsewhen, () => elsewhen(known, found, wanted)));
  return folds;
}
