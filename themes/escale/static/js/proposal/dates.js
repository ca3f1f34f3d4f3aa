/** Say of a date what the check says (contributions/fields/date_answers.py): its sentences and words come with the data of the form. */

import { isoOf, moments, resolved } from "./hours.js";
import { put } from "./said.js";
import { read } from "./written.js";

const ENOUGH = { day: ["day"], moment: ["day", "time"], when: ["year", "month", "day", "time"] };

const two = (number) => String(number).padStart(2, "0");

/** How many days a month has. */
function days(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const exists = ([year, month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);

/** What keeps a day out of the calendar. */
function impossible({ year, month, day }, { earliest, latest, months }) {
  if (year !== undefined && (year < earliest || year > latest)) return ["improbable", { year: String(year).padStart(4, "0") }];
  if (month !== undefined && (month < 1 || month > 12)) return ["month", { month: two(month) }];
  const last = month ? days(year ?? 2024, month) : 31;
  if (day === undefined || (day >= 1 && day <= last)) return undefined;
  const name = month && months[month - 1];
  return month && year ? ["days", { name: name[0].toUpperCase() + name.slice(1), year, last }] : [];
}

/** That a day is not the day of the week that is said of it. */
function contradicted(day, { days: all, clocks }, sort, data) {
  const { year, month, day: number, weekday } = day;
  if (weekday === undefined || !(year && month && number)) return undefined;
  const there = (new Date(Date.UTC(year, month - 1, number)).getUTCDay() + 6) % 7;
  if (there === weekday) return undefined;
  const [clock] = all.length < 2 && clocks.length < 2 && sort !== "day" ? clocks : [];
  const iso = clock && !clock.midnight ? resolved(day, clock, data) : undefined;
  const said = `${number === 1 ? "1er" : number} ${data.months[month - 1]} ${year}`;
  return ["weekday", { day: said, weekday: data.weekdays[there], iso: iso ?? isoOf(day) }];
}

/** What is said of an hour's zone, and whose hour is given instead. */
function zoneMarks(day, clock, data) {
  if (clock.zones.every(({ offset }) => offset === data.here || offset === data.zone)) return {};
  const [zone] = clock.zones;
  const words = (sentence) => put(sentence, { zone: zone.said });
  if (zone.offset === 0) return { here: data.local, zone: words(data.universal) };
  const same = resolved(day, clock, data) === resolved(day, { ...clock, zones: [] }, data);
  return { here: data.local, zone: same ? "" : words(data.elsewhere) };
}

function ofMoment(day, clock, sort, data) {
  if (clock.midnight) {
    const [first, second] = [0, 24].map((hour) => resolved(day, { ...clock, hour }, data));
    return sort !== "day" && first && second ? ["midnight", { first, second }] : [];
  }
  const iso = resolved(day, clock, data);
  if (!iso) return [];
  if (sort !== "day") return ["meant", { ...zoneMarks(day, clock, data), iso }];
  if (clock.hour === 24) return ["hourless", { iso: isoOf(day) }];
  return ["hourless", { ...(iso.startsWith(isoOf(day)) ? {} : zoneMarks(day, clock, data)), iso: iso.slice(0, 10) }];
}

function ofTwoDigits(day, clock, sort, data) {
  const possible = day.likely.filter(exists).map(([year, month, number]) => ({ year, month, day: number }));
  const dates = [...new Set(possible.map((found) => (clock && sort !== "day" ? resolved(found, clock, data) : isoOf(found))))];
  return dates.length && dates.every(Boolean) ? ["two_digits", { dates: dates.join(" ou ") }] : [];
}

function ofSeveral(written, sort, data) {
  const found = [...new Set(moments(written, data).map((one) => (sort === "day" ? one.slice(0, 10) : one)))];
  if (sort === "day" && found.length === 1) return found[0].includes("MM") ? [] : ["hourless", { iso: found[0] }];
  const shown = found.length > 3 ? [...found.slice(0, 2), "…", found.at(-1)] : found;
  return found.length ? ["one_of", { dates: shown.join(" ou ") }] : [];
}

/** Year, month and day in either order of the last two, as far as the calendar has them. */
function orders(day) {
  const found = asWritten(day).flatMap(([year, month, number]) => [[year, month, number], [year, number, month]]);
  const possible = found.filter(([year, month, number]) => exists([year ?? 2024, month ?? 0, number ?? 0]));
  return possible.filter((one, at) => possible.findIndex((other) => String(other) === String(one)) === at);
}

const asWritten = ({ likely, year, month, day }) => likely ?? [[year, month, day]];

/** Every date that figures beside AM or PM leave possible; nothing where only the French order is one. */
function monthFirst({ days: all, clocks }, sort, data) {
  if (all.some(({ year }) => year !== undefined && (year < data.earliest || year > data.latest))) return undefined;
  const possible = all.map(orders);
  const french = (day, found) => found.every((one) => asWritten(day).some((other) => String(other) === String(one)));
  if (all.every((day, at) => french(day, possible[at]))) return undefined;
  if (all.length > 1 || clocks.length > 1) return [];
  const found = possible[0].map(([year, month, day]) => ({ year, month, day }));
  const dates = found.map((day) => (sort === "day" ? isoOf(day) : resolved(day, clocks[0], data)));
  return dates.every(Boolean) ? ["month_first", { dates: dates.join(" ou ") }] : [];
}

/** The name of a sentence, and the marks to put in; nothing where the text is not understood. */
function answer(written, sort, data) {
  const unsure = written.english && monthFirst(written, sort, data);
  if (unsure) return unsure;
  for (const day of written.days) {
    const told = impossible(day, data) ?? contradicted(day, written, sort, data);
    if (told) return told;
  }
  const { days: [day, ...others], clocks: [clock, ...later] } = written;
  if (others.length || later.length) return ofSeveral(written, sort, data);
  if (!day) {
    const vague = sort === "day" || clock.midnight || clock.hour === 24 || clock.zones.length;
    return vague ? [] : ["meant", { iso: `AAAA-MM-JJ ${two(clock.hour)}:${two(clock.minute)}` }];
  }
  if (day.likely) return ofTwoDigits(day, clock, sort, data);
  if (day.day === undefined) {
    if (sort === "when") return ["meant", { iso: day.month ? `${day.year}-${two(day.month)}` : String(day.year) }];
    return ["dayless", { iso: `${day.year}-${day.month ? two(day.month) : "MM"}-JJ` }];
  }
  return clock ? ofMoment(day, clock, sort, data) : ["meant", { iso: isoOf(day) }];
}

/** Whether a text is a date of a sort (day, moment, when) as the contract writes it. */
function right(text, sort, { form, earliest, latest }) {
  const [year, month, day, hour, minute] = text.match(new RegExp(form))?.slice(1) ?? [];
  if (!year || Number(year) < earliest || Number(year) > latest) return false;
  if (!exists([Number(year), Number(month ?? 1), Number(day ?? 1)]) || (hour && (Number(hour) > 23 || Number(minute) > 59))) return false;
  return ENOUGH[sort].includes(["time", "day", "month", "year"].find((_, index) => [hour, day, month, year][index]));
}

/** What is wrong with a date of a sort: its message and what to put in it; nothing if it is right. */
export function wrongDate(text, sort, data) {
  if (right(text, sort, data)) return undefined;
  const written = read(text, data.words);
  const [name = sort, marks = {}] = written ? answer(written, sort, data) : [];
  return [data.sentences[name], { zone: "", here: "", ...marks }];
}

/** A date as a number that can be compared; `end` is the first moment after it. */
export function moment(text, end = false) {
  const [day, hour] = text.split(" ");
  const [year, month, date] = day.split("-").map(Number);
  const [h, m] = (hour ?? "0:0").split(":").map(Number);
  return Date.UTC(year, (month ?? 1) - 1, (date ?? 1) + (end && !hour ? 1 : 0), h, m);
}
