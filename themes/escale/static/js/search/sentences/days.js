/** The days that words mean, on a day: « samedi », « 5 décembre », « du 5 au 12 mars », « vacances de Noël ». Days are numbers. */

import { meant, weekend } from "../../agenda/days.js";
import { DAY, number } from "../../filtering/days.js";
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from "./french.js";

const WEEK = 7;
const YEARS = 8; // within which every day of a month comes again: 29 February

const dateOf = (day) => new Date(day * DAY);
const numbered = (year, month, day) => number(`${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const endOf = (year, month) => Date.UTC(year, month + 1, 0) / DAY;
const single = (day) => [day, day];
/** What lies ahead of some days, or nothing where they are over. */
const ahead = ([first, last], now) => (last >= now ? [Math.max(first, now), last] : undefined);

/** Words that mean days by themselves, the longest first: [words, what they mean on a day]. */
const NAMED = [
  ["week end prochain", (now) => weekend(now).map((day) => day + WEEK)],
  ["weekend prochain", (now) => weekend(now).map((day) => day + WEEK)],
  ["aujourd hui", single],
  ["aujourdhui", single],
  ["ce soir", single],
  ["cet apres midi", single],
  ["apres demain", (now) => single(now + 2)],
  ["demain", (now) => single(now + 1)],
  ["ce week end", weekend],
  ["ce weekend", weekend],
  ["week end", weekend],
  ["weekend", weekend],
  ["cette semaine", (now) => meant("semaine", now)],
  ["semaine prochaine", (now) => nextWeek(now)],
  ["ce mois ci", (now) => monthOf(now, 0)],
  ["ce mois", (now) => monthOf(now, 0)],
  ["mois prochain", (now) => monthOf(now, 1)],
].map(([words, days]) => [words.split(" "), days]);

function nextWeek(now) {
  const monday = now + ((1 - dateOf(now).getUTCDay() + WEEK) % WEEK || WEEK);
  return [monday, monday + WEEK - 1];
}

function monthOf(now, later) {
  const first = new Date(Date.UTC(dateOf(now).getUTCFullYear(), dateOf(now).getUTCMonth() + later, 1));
  return ahead([first / DAY, endOf(first.getUTCFullYear(), first.getUTCMonth())], now);
}

const begins = (words, at, others) => others.every((word, step) => words[at + step] === word);
const year = (word) => (/^20\d\d$/.test(word ?? "") ? Number(word) : undefined);
const dayOfMonth = (word) => (/^(1er|0?[1-9]|[12]\d|3[01])$/.test(word ?? "") ? parseInt(word, 10) : undefined);
const month = (word, short) => MONTHS.findIndex((name, at) => name === word || (short && SHORT_MONTHS[at].includes(word)));

/** The next day of a month and number, or that of a year: NaN where there is none, or it is over. */
function dated(day, at, asked, now) {
  if (asked) return ahead(single(numbered(asked, at, day)), now)?.[0] ?? NaN;
  const start = dateOf(now).getUTCFullYear();
  const found = Array.from({ length: YEARS }, (_, step) => numbered(start + step, at, day));
  return found.find((one) => one >= now) ?? NaN;
}

/** A date at a place: {used, day}, « 5 décembre 2026 », or nothing; its day is NaN where there is none, or it is over. */
function dateAt(words, at, now) {
  const step = WEEKDAYS.includes(words[at]) ? 1 : 0;
  const day = dayOfMonth(words[at + step]);
  const inMonth = month(words[at + step + 1], true);
  if (!day || inMonth < 0) return undefined;
  const asked = year(words[at + step + 2]);
  return { used: step + 2 + (asked ? 1 : 0), day: dated(day, inMonth, asked, now) };
}

/** « du 5 au 12 décembre », « entre le 28 novembre et le 3 décembre ». */
function spanAt(words, at, now) {
  const open = ["du", "entre le", "de le"].map((start) => start.split(" ")).find((start) => begins(words, at, start));
  if (!open) return undefined;
  const from = at + open.length;
  const own = dateAt(words, from, now);
  const weekday = WEEKDAYS.includes(words[from]) ? 1 : 0;
  const number = dayOfMonth(words[from + weekday]);
  const behind = from + (own ? own.used : weekday + 1);
  const close = ["au", "et le", "jusqu au"].map((end) => end.split(" ")).find((end) => begins(words, behind, end));
  const until = number && close && dateAt(words, behind + close.length, now);
  if (!until || Number.isNaN(until.day)) return undefined;
  const { day: last, used } = until;
  const begun = own && !(own.day <= last); // it has begun, or its year is that of its end
  const first = begun ? now : (own?.day ?? lastBefore(number, last));
  return { used: behind + close.length + used - at, days: ahead([first, last], now) };
}

/** The last day before another, or that very one, which has a number in its month. */
function lastBefore(number, last) {
  return Array.from({ length: 62 }, (_, step) => last - step).find((day) => dateOf(day).getUTCDate() === number);
}

/** « samedi », « samedi prochain », « samedi 5 ». */
function weekdayAt(words, at, now) {
  const name = words[at]?.replace(/s$/, "");
  const weekday = WEEKDAYS.indexOf(name);
  if (weekday < 0) return undefined;
  const next = now + ((weekday - dateOf(now).getUTCDay() + WEEK) % WEEK);
  if (words[at + 1] === "prochain") return { used: 2, days: single(next === now ? next + WEEK : next) };
  const number = dayOfMonth(words[at + 1]);
  const day = number && Array.from({ length: 400 }, (_, step) => next + step * WEEK).find((one) => dateOf(one).getUTCDate() === number);
  return day ? { used: 2, days: single(day) } : { used: 1, days: single(next) };
}

/** « décembre », « mars 2027 »: of a month that is over the next one. */
function monthAt(words, at, now) {
  const found = month(words[at]);
  if (found < 0) return undefined;
  const asked = year(words[at + 1]);
  const start = dateOf(now).getUTCFullYear();
  const known = asked ?? (found < dateOf(now).getUTCMonth() ? start + 1 : start);
  const days = ahead([numbered(known, found, 1), endOf(known, found)], now);
  return days && { used: asked ? 2 : 1, days, weak: !asked && words[at] === "mars" };
}

/** « vacances », « vacances de Noël »: those that are on or next, among `holidays`, [{key, days}] each. */
function holidaysAt(words, at, now, holidays) {
  if (words[at] !== "vacances") return undefined;
  const skipped = ["scolaires", "de", "la", "d", "du", "pont", "l"];
  let end = at + 1;
  while (skipped.includes(words[end])) end += 1;
  const current = holidays.filter(({ days }) => days[1] >= now);
  const named = current.find(({ key }) => words[end] && key.includes(words[end]));
  const found = named ?? current[0];
  const used = named ? end + 1 - at : words[at + 1] === "scolaires" ? 2 : 1;
  return found && { used, days: ahead(found.days, now) };
}

/** « à partir du 5 décembre », « jusqu’au 12 mars ». */
function openAt(words, at, now) {
  const from = [["a", "partir", "du"], ["des", "le"], ["depuis", "le"]].find((start) => begins(words, at, start));
  const until = [["jusqu", "au"], ["avant", "le"]].find((start) => begins(words, at, start));
  const start = from ?? until;
  const found = start && dateAt(words, at + start.length, now);
  if (!found || Number.isNaN(found.day)) return undefined;
  return { used: start.length + found.used, days: from ? [found.day, undefined] : [undefined, found.day] };
}

/** The days that some words mean at a place: {used: how many words, days: [first, last], weak}; a date that is none, or is over, is `none`. */
export function daysAt(words, at, now, holidays) {
  const found = openAt(words, at, now) ?? spanAt(words, at, now);
  if (found?.days) return found;
  const date = dateAt(words, at, now);
  if (date) return Number.isNaN(date.day) ? { used: date.used, none: true, date: true } : { used: date.used, days: single(date.day) };
  const [named, days] = NAMED.find(([phrase]) => begins(words, at, phrase)) ?? [];
  if (named) return { used: named.length, days: days(now) };
  return weekdayAt(words, at, now) ?? monthAt(words, at, now) ?? holidaysAt(words, at, now, holidays);
}
