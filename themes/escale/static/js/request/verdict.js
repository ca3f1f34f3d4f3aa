/** What can be said of a line of the basket: whether its loan can be had, else why not and which window of its length comes next. */

import { copiesFor, firstLoan, refusal, standing } from "../catalogue/lending.js";
import { put } from "../proposal/said.js";
import { dated, length, span } from "./dates.js";
import { busy, refused } from "./reasons.js";

/** What is lent of a tool under a version; the first where it has none of that name. */
export const unitOf = (tool, version) => tool.units.find((unit) => unit.version === version) ?? tool.units[0];

/** The runs of a copy without the days that other lines of the basket ask of it. */
function spared(runs, asked, gap) {
  return asked.reduce(
    (left, [from, to]) => left.flatMap(([first, last]) => [[first, Math.min(last, from - gap - 1)], [Math.max(first, to + gap + 1), last]]),
    runs,
  ).filter(([first, last]) => first <= last);
}

/** The next loan of a length from a day on of which that many copies can be had together, or nothing. */
function window(offer, today, from, days, copies) {
  let found;
  for (let day = from; ; day = found[0] + 1) {
    found = firstLoan(offer, today, { within: [day, Infinity], days });
    if (!found || copiesFor(offer, found, today).length >= copies) return found;
  }
}

/** The same of a length that the tool is lent for, after the days asked for, else before them. */
function next(offer, today, [from, to], copies) {
  const days = Math.min(Math.max(to - from + 1, offer.least), offer.most ?? Infinity);
  return window(offer, today, Math.max(from, today), days, copies) ?? window(offer, today, today, days, copies);
}

/** What keeps a line from being looked up: days that are missing, or in no order. */
function unasked(words, { from, to }, today) {
  if (from === undefined) return words.undated;
  if (from < today) return words.past;
  if (to === undefined) return words.half;
  return to < from ? words.backwards : undefined;
}

function told({ verdict: words, dates }, tool, today) {
  return tool.told === undefined ? words.never : put(words.unconfirmed, { day: dated(dates, tool.told, today) });
}

/**
 * The verdict on a line {version, copies, from, to} (days as numbers, or undefined) of a tool:
 *   state  "free", "ask" (the owner must say), "refused", or "open" (without days)
 *   says   sentences, in the words of the page
 *   loan   [first, last] and `numbers`, the copies that it would be, where it may be asked for
 *   next   the next loan of that length, where this one cannot be had
 * `others` are [number, first, last] of the copies that earlier lines ask for of the same.
 */
export function verdict(all, { version, copies, from, to }, tool, today, others = []) {
  const { verdict: words, dates } = all;
  const unit = unitOf(tool, version);
  const state = standing(tool, today);
  if (state === "withdrawn" || state === "repair") return { state: "refused", says: [words[state]] };
  const asked = (number) => others.filter(([other]) => other === number).map(([, ...days]) => days);
  const left = unit.copies.map((runs, at) => spared(runs, asked(at + 1), tool.gap));
  const offer = { ...tool, copies: left, ...(state === "unconfirmed" && { told: today }) }; // what its owner forgot to say may still be known
  const why = unasked(words, { from, to }, today);
  if (why) return { state: "open", says: [why], next: from === undefined ? firstLoan(offer, today) : undefined };
  const loan = [from, to];
  const numbers = copiesFor(offer, loan, today);
  const said = { n: copies, days: span(dates, loan, today), length: length(dates, to - from + 1) };
  if (numbers.length >= copies) {
    const chosen = { loan, numbers: numbers.slice(0, copies) };
    if (state === "unconfirmed") return { state: "ask", says: [told(all, tool, today)], ...chosen };
    const promise = put(copies > 1 ? words.copies_free : words.free, said);
    return { state: "free", says: [promise, put(words.told, { day: dated(dates, tool.told, today) })], ...chosen };
  }
  const no = refusal(offer, today, { within: loan });
  if (no?.why === "unknown") {
    return { state: "ask", says: [put(words.unknown, { day: dated(dates, no.value) })], loan, numbers: left.map((_, at) => at + 1).slice(0, copies) };
  }
  const says = no && no.why !== "busy" ? [refused(all, tool, loan, no, today)] : busy(all, tool, unit, loan, today, { numbers, copies });
  const later = next(offer, today, loan, copies);
  return { state: "refused", says: later ? says : [...says, put(words.none, { day: dated(dates, tool.until) })], next: later };
}
