/** Why a loan cannot be had, in a sentence: « Pris du 3 au 28 novembre, puis deux jours de remise en état. » */

import { put } from "../proposal/said.js";
import { dated, few, length, span, weekday } from "./dates.js";

const WEEK = 7;

/** When an owner is closed around a day: on that day of each week, or from one day to another. */
function shut({ verdict: words, dates }, closed, day, today) {
  let [first, last] = [day, day];
  while (closed.has(first - 1)) first -= 1;
  while (closed.has(last + 1)) last += 1;
  if (last - first + 1 < WEEK && (closed.has(day - WEEK) || closed.has(day + WEEK))) return put(words.shut_weekly, { weekday: weekday(dates, day) });
  return put(words.shut, { days: span(dates, [first, last], today) });
}

function lengths({ verdict: words, dates }, { least, most }, days) {
  const n = length(dates, days);
  if (least === most) return put(words.exactly, { length: length(dates, least), n });
  if (least > 1 && most) return put(words.between, { least, most, n });
  return most ? put(words.long, { length: length(dates, most), n }) : put(words.short, { length: length(dates, least), n });
}

/** Why the terms of a tool refuse a loan: `no` is what lending.js says. */
export function refused(all, tool, [from, to], { why, value }, today) {
  if (why === "shut") return shut(all, tool.closed, value, today);
  if (why === "soon") return put(all.verdict.soon, { length: length(all.dates, tool.notice), day: dated(all.dates, value, today) });
  return lengths(all, tool, to - from + 1);
}

/** What takes a copy on the days of a loan, or on those that it needs before and after. */
function taken({ verdict: words, dates }, { gap }, unit, number, [from, to], today) {
  const found = unit.taken[number - 1].filter(([first, last]) => first - gap <= to && last + gap >= from);
  const told = found.map(([first, last, state = "taken"]) => {
    const wait = gap ? put(to < first ? words.before : words.after, { gap: few(dates, gap) }) : "";
    return put(words[state], { days: span(dates, [first, last], today) }) + wait;
  });
  if (told.length) return `${told.map((text, at) => (at ? text[0].toLowerCase() + text.slice(1) : text)).join("\u00a0; ")}.`;
  if (unit.came > from) return put(words.came, { day: dated(dates, unit.came, today) });
  return unit.left !== undefined && to >= unit.left ? put(words.left, { day: dated(dates, unit.left, today) }) : words.asked;
}

/** Why fewer copies are free than are asked for: a sentence, or one of each copy that is not. */
export function busy(all, tool, unit, loan, today, { numbers, copies }) {
  const { verdict: words } = all;
  const others = unit.copies.map((_, at) => at + 1).filter((number) => !numbers.includes(number));
  const why = others.map((number) => taken(all, tool, unit, number, loan, today));
  if (unit.copies.length === 1) return why;
  const head = numbers.length ? [put(words.few[numbers.length > 1 ? 1 : 0], { n: numbers.length, asked: copies })] : [];
  return [...head, ...others.map((number, at) => put(words.copy, { n: number, reason: why[at][0].toLowerCase() + why[at].slice(1) }))];
}
