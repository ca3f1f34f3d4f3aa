/** Never a dead end: in which months there is something, what more room or money would bring, what giving up one condition leaves. */

import { DAY } from "../filtering/days.js";
import { both, carried, count, holds, members, setOf } from "../filtering/masks.js";
import { without } from "../filtering/names.js";
import { firsts, fitting, said, together, weigh } from "./answering.js";
import { FIGURES } from "./conditions.js";
import { firstLoan } from "./lending.js";
import { VEHICLES, conditions, lengths, loans } from "./question.js";

const MONTHS = 2; // that are told
const TOOLS = 3; // that are proposed
const SUBJECTS = ["q", "theme"];

/** The units that fit in all conditions, and whose tools do, the condition of a name aside. */
function fittingUnits(known, sets, aside) {
  const tools = together(known.every.tools, sets.tools, aside);
  return both(together(known.every.units, sets.units, aside), setOf(known.units.length, (at) => holds(tools, known.places[at])));
}

/** How many tools a question leaves once some of its conditions are given up. */
function leaves(known, asked, names, help) {
  return count(fitting(known, weigh(known, without(asked, names), help)));
}

/** For each condition that leaves something once it is given up: {names, left}, the most first. */
export function giveUp(known, asked, help) {
  const each = conditions(asked).map((names) => ({ names, left: leaves(known, asked, names, help) }));
  return each.filter(({ left }) => left).sort((one, other) => other.left - one.left);
}

/** First days of the months from one to the last of which anything is known. */
function beginnings(day, until) {
  const date = new Date(day * DAY);
  const found = [];
  for (let number = 0; ; number += 1) {
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + number, 1) / DAY;
    if (first > until) return found;
    found.push(first);
  }
}

/** What the same question finds in another month: {asked, left}. Loans that are too long for it begin with it, and end when they end. */
function monthly(known, asked, units, first, end) {
  const jours = lengths(asked, known.today);
  const from = Math.max(first, known.today);
  const moved = { ...asked, du: [from], au: [Math.max(end, from + Math.min(...jours) - 1)], jours };
  const wanted = loans(moved, known.today);
  const had = units.filter((unit) => wanted.some((loan) => firstLoan(known.units[unit].offer, known.today, loan)));
  return { asked: moved, left: new Set(had.map((unit) => known.places[unit])).size };
}

/** The next months in which a question finds something, or, where none follows, the last ones before: [{asked, left}]. */
export function months(known, asked, help) {
  if (!asked.du && !asked.au) return [];
  const units = members(fittingUnits(known, weigh(known, asked, help), "du"));
  const [from] = asked.du ?? [known.today];
  const all = beginnings(known.today, known.until);
  const month = (first) => monthly(known, asked, units, first, (all[all.indexOf(first) + 1] ?? known.until + 1) - 1);
  const some = (firsts) => {
    const found = [];
    for (const first of firsts) {
      const one = month(first);
      if (one.left) found.push(one);
      if (found.length === MONTHS) break;
    }
    return found;
  };
  const next = some(all.filter((first) => first > from));
  return next.length ? next : some(all.filter((first) => first <= from).reverse());
}

/** For each figure, the nearest one with which something fits: [{name, value, left}], in words of the question. */
export function loosened(known, asked, help) {
  const sets = weigh(known, asked, help);
  return [...sets.units.keys()].filter((name) => name in FIGURES && name !== "gratuit").flatMap((name) => {
    const { told } = said(known, name, asked);
    const figures = members(fittingUnits(known, sets, name)).map((unit) => told[unit]).filter((figure) => figure !== null);
    if (!figures.length) return [];
    const nearest = name === "visiteurs" ? Math.max(...figures) : Math.min(...figures);
    const value = name === "vehicule" ? VEHICLES[nearest] : nearest;
    return [{ name, value, left: leaves(known, { ...asked, [name]: [value] }, [], help) }];
  });
}

/** The tools that meet the most conditions, what they are about above all; those that can be had first. */
export function nearest(known, asked, help) {
  const { units, tools } = weigh(known, asked, help);
  const met = known.tools.map(() => 0);
  const meet = (set, weight) => members(set).forEach((at) => (met[at] += weight));
  for (const [name, set] of tools) meet(set, SUBJECTS.includes(name) ? units.size + tools.size : 1);
  for (const set of units.values()) meet(carried(set, known.places, known.tools.length), 1);
  const loan = firsts(known);
  const free = known.tools.map(({ units: own }) => own.some((unit) => loan[unit]));
  const order = (one, other) => met[other] - met[one] || free[other] - free[one] || one - other;
  return members(known.every.tools).sort(order).slice(0, TOOLS);
}
