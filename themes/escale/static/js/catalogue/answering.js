/** What a question finds among the tools: which can be had, and which must be asked for. */

import { both, but, carried, either, holds, members, setOf } from "../filtering/masks.js";
import { FIGURES, having, worded } from "./conditions.js";
import { firstLoan, standing } from "./lending.js";
import { conditions, lengths, loans } from "./question.js";

/** The tools, ready for questions that are asked on a day: what data.js gives, and what no question changes. */
export function index(found, today) {
  const lent = setOf(found.tools.length, (at) => standing(found.tools[at].offer, today) !== "withdrawn");
  return { ...found, today, sets: new Map(), every: { tools: lent, units: setOf(found.units.length, () => true) } };
}

/** A set that is remembered under what it depends on. */
function remembered({ sets }, key, make) {
  if (!sets.has(key)) sets.set(key, make());
  return sets.get(key);
}

/** The first loan that can be had of each unit among those that are asked for; without any, the first of the least length. */
export function firsts(known, wanted = [undefined]) {
  const earlier = (one, other) => (one && !(other?.[0] < one[0]) ? one : other);
  const found = ({ offer }) => wanted.reduce((loan, asked) => earlier(loan, firstLoan(offer, known.today, asked)), undefined);
  return remembered(known, `loans ${JSON.stringify(wanted)}`, () => known.units.map(found));
}

/** The units of which a loan that is asked for can be had. */
function haveable(known, asked) {
  const loan = firsts(known, loans(asked, known.today));
  return setOf(loan.length, (at) => loan[at]);
}

/** What each unit says of a figure, and under which name that is remembered. */
export function said(known, name, asked) {
  const days = lengths(asked, known.today);
  const key = name === "budget" ? `${name} ${days}` : name;
  return { key, told: remembered(known, key, () => known.units.map((unit) => FIGURES[name].says(unit, days))) };
}

/** The units whose figure fits one of the values that are asked. */
function figured(known, name, asked) {
  const { key, told } = said(known, name, asked);
  const set = (value) => setOf(told.length, (at) => told[at] !== null && FIGURES[name].fits(told[at], value));
  return asked[name].map((value) => remembered(known, `${key}=${value}`, () => set(value))).reduce(either);
}

export const isOfUnits = (name) => name === "du" || name in FIGURES;

/** The set that a condition leaves: of units where it is about figures or days, else of tools. */
export function left(known, name, asked, help) {
  if (name === "du") return haveable(known, asked);
  if (name in FIGURES) return figured(known, name, asked);
  if (name === "q") return asked.q.map((text) => worded(known, text, help)).reduce(either);
  return asked[name].map(remembered(known, `having ${name}`, () => having(known, name))).reduce(either);
}

/** The sets that the conditions of a question leave, by their first names: of units, and of tools. */
export function weigh(known, asked, help) {
  const sets = { units: new Map(), tools: new Map() };
  for (const [name] of conditions(asked)) sets[isOfUnits(name) ? "units" : "tools"].set(name, left(known, name, asked, help));
  return sets;
}

/** What all sets leave together, that of a name aside. */
export function together(every, sets, aside) {
  return [...sets].reduce((set, [name, own]) => (name === aside ? set : both(set, own)), every);
}

export const toTools = (known, units) => carried(units, known.places, known.tools.length);

/** The tools that fit in all conditions, that of a name aside: one and the same unit must fit in all. */
export function fitting(known, sets, aside) {
  const units = toTools(known, together(known.every.units, sets.units, aside));
  return both(together(known.every.tools, sets.tools, aside), units);
}

/**
 * What a question finds, each as numbers of tools in the order of the list: `found`; where days are asked, `unconfirmed`, whose owners
 * must be asked, and `elsewhen`, which can be had on other days alone. `fits` says of a unit whether it fits in all but the days.
 */
export function answer(known, asked, help) {
  const sets = weigh(known, asked, help);
  const found = fitting(known, sets);
  const units = together(known.every.units, sets.units, "du");
  const others = sets.units.has("du") ? members(but(fitting(known, sets, "du"), found)) : [];
  const those = (state) => others.filter((at) => standing(known.tools[at].offer, known.today) === state);
  return { found: members(found), unconfirmed: those("unconfirmed"), elsewhen: those("offered"), fits: (at) => holds(units, at) };
}
