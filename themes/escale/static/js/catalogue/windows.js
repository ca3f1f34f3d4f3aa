/** When a tool can be had for the days that are asked, in loans and in words. */

import { DAY } from "../filtering/days.js";
import { say } from "../filtering/said.js";
import { firstLoan, refusal } from "./lending.js";

/** The first of some loans that can be had of the units of a tool that fit. */
function first(known, at, wanted, fits) {
  const offers = known.tools[at].units.filter(fits).map((unit) => known.units[unit].offer);
  const found = offers.flatMap((offer) => wanted.map((loan) => firstLoan(offer, known.today, loan)));
  return found.filter(Boolean).sort(([one], [other]) => one - other)[0];
}

/** The first loan [first, last] of a tool among those that are asked for, or nothing. */
export const asAsked = first;

/** The first one of their lengths from the first day on that is asked, whenever it ends. */
export function later(known, at, wanted, fits) {
  return first(known, at, wanted.map(({ within: [from], days }) => ({ within: [from, Infinity], days })), fits);
}

/** « 3 mars », with its year where that is not this one. */
export function dayed(day, today, shape = { day: "numeric", month: "long" }) {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear() === new Date(today * DAY).getUTCFullYear() ? {} : { year: "numeric" };
  return date.toLocaleDateString("fr", { ...shape, ...year, timeZone: "UTC" }).replace(/^1 /, "1er ");
}

export function month(day, today) {
  return dayed(day, today, { month: "long" });
}

const days = ([from, to]) => to - from + 1;

/** « Libre du 3 au 28 mars 2027 » of the very days that are asked for; else « Libre à partir du 9 mars, pour 14 jours ». */
export function freeSaid(loan, wanted, today) {
  const exact = wanted.some(({ within: [from, to] }) => from === loan[0] && to === loan[1]);
  const values = { first: dayed(loan[0], today), last: dayed(loan[1], today), n: days(loan) };
  return say(exact ? "free-days" : values.n === 1 ? "free-day" : "free-from", values);
}

/** Why no loan that is asked for can be had of a tool, of the first of its units that fit. */
export function whyNot(known, at, wanted, fits) {
  const unit = known.tools[at].units.find(fits);
  const [{ within: [from], days: length }] = wanted;
  const { why, value } = refusal(known.units[unit].offer, known.today, { within: [from, Infinity], days: length });
  const until = dayed(known.units[unit].offer.until, known.today);
  return say(`why-${why}`, { n: why === "busy" ? length : value, day: until }) ?? say("why-busy", { n: length, day: until });
}
