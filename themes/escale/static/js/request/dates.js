/** Days in French words, by the words that the page holds: « du 3 au 28 novembre », « lundi 8 mars 2027 », « deux jours ». Days are numbers. */

import { DAY } from "../filtering/days.js";
import { put } from "../proposal/said.js";

const NBSP = "\u00a0";
const parts = (day) => {
  const date = new Date(day * DAY);
  return { weekday: (date.getUTCDay() + 6) % 7, day: date.getUTCDate(), month: date.getUTCMonth(), year: date.getUTCFullYear() };
};

/** « 8 mars », with its year unless that is the year of `now`. */
export function dated(words, day, now) {
  const { day: number, month, year } = parts(day);
  const text = `${number === 1 ? words.first : number}${NBSP}${words.months[month]}`;
  return now !== undefined && parts(now).year === year ? text : `${text} ${year}`;
}

/** « mars 2027 ». */
export const month = (words, day) => `${words.months[parts(day).month]} ${parts(day).year}`;
export const weekday = (words, day) => words.weekdays[parts(day).weekday];

/** « lundi 8 mars 2027 ». */
export const full = (words, day) => `${weekday(words, day)} ${dated(words, day)}`;

/** « le 3 novembre », « du 3 au 28 novembre », « du 28 décembre au 3 janvier 2027 »; `now` is a day of the year that goes without saying. */
export function span(words, [from, to], now) {
  if (from === to) return put(words.one, { day: dated(words, from, now) });
  const [one, other] = [parts(from), parts(to)];
  const same = one.year === other.year;
  const first = same && one.month === other.month ? (one.day === 1 ? words.first : one.day) : dated(words, from, same ? from : undefined);
  return put(words.several, { first, last: dated(words, to, same ? now : undefined) });
}

/** « 26 jours »; a few in letters: « deux jours ». */
export function length(words, number) {
  return put(words.days[number > 1 ? 1 : 0], { n: number });
}

export const few = (words, number) => length(words, number).replace(/^\d+/, (digits) => words.numbers[digits - 1] ?? digits);
