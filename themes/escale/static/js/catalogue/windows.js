/** When a tool can be had for the days that are asked, in loans and in words. */

import { DAY } from "../filtering/days.js";
import { say } from "../filtering/said.js";
import { firsts } from "./answering.js";

/** The first of some loans that can be had of the units of a tool that fit; without any, the first of the least length. */
export function soonest(known, at, wanted, fits) {
  const loan = firsts(known, wanted);
  const found = known.tools[at].units.filter((unit) => loan[unit] && fits(unit)).map((unit) => loan[unit]);
  return found.sort(([one], [other]) => one - other)[0];
}

/** Numbers of tools by a measure, the least first; what has none comes last, and what is alike stays in the order of the list. */
export function by(measure, numbers) {
  const measured = numbers.map((at) => [measure(at) ?? Infinity, at]);
  return measured.sort(([one, at], [other, behind]) => (one === other ? at - behind : one - other)).map(([, at]) => at);
}

/** « 3 mars », with its year where that is not this one. */
export function dayed(day, today, shape = { day: "numeric", month: "long" }) {
  const [date, now] = [day, today].map((one) => new Date(one * DAY));
  const year = date.getUTCFullYear() === now.getUTCFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("fr", { ...shape, year, timeZone: "UTC" }).replace(/^1 /, "1er ");
}

/** « Libre du 3 au 28 mars 2027 » of the very days that are asked for; else « Libre à partir du 9 mars, pour 14 jours ». */
export function freeSaid([first, last], wanted, today) {
  const exact = wanted.some(({ within: [from, to] }) => from === first && to === last);
  const values = { first: dayed(first, today), last: dayed(last, today), n: last - first + 1 };
  return say(values.n === 1 ? "free-day" : exact ? "free-days" : "free-from", values);
}
