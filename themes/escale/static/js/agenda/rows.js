/** The timetable of an answer: rows copied from the page's own pattern and filled, the first ones at once and the others on demand. */

import { written } from "../filtering/days.js";
import { distanceSaid, figure, made, part, say } from "../filtering/said.js";
import { away } from "./answering.js";
import { name } from "./days.js";
import { draw } from "./lasting.js";

const FIRST = 24;
const REST = 500; // rows more on demand, each time

/** A copy of a part of the page's own pattern; a section comes without its rows. */
function copy(selector) {
  const found = part("pattern").content.querySelector(selector).cloneNode(true);
  found.querySelector("ol")?.replaceChildren();
  return found;
}

function mark(row, { event, start, last }) {
  Object.assign(row.dataset, { kind: event.kind, slug: event.slug, start, last: written(last) });
  return row;
}

/** The hours of a row, with what is said of one of them where it is not so with all; or until when it lasts. */
function hours(entries) {
  const [entry] = entries;
  if (!entry.start.includes("T") || entry.first < entry.last) return [made("span", entry.time, "slot-until")];
  const apart = new Set(entries.map(({ mark }) => mark)).size > 1;
  return entries.flatMap(({ start, time, mark }, at) => {
    const told = Object.assign(made("time", time), { dateTime: start });
    return [at ? ", " : "", told, ...(apart && mark ? [" ", made("span", mark, "slot-mark")] : [])];
  });
}

/** What every row says: of what, where, how far, in which state. */
function fill(row, entries, centres) {
  const [entry] = entries;
  const { event } = entry;
  const at = (selector) => row.querySelector(selector);
  Object.assign(at(".slot-title a"), { href: event.url, textContent: event.title });
  at(".slot-where").textContent = entry.where;
  const km = away(entry, centres);
  if (km !== undefined) at(".slot-where").append(" ", made("span", distanceSaid(km), "slot-far"));
  const shown = entries.every(({ mark }) => mark === entry.mark) ? entry.badges : event.badges;
  const sample = at(".badges li");
  at(".badges").replaceChildren(...shown.map(([label, tone]) => {
    const item = sample.cloneNode(true);
    Object.assign(item.firstElementChild, { textContent: label, className: `badge badge-${tone}` });
    return item;
  }));
  at(".badges").hidden = !shown.length;
  return mark(row, entry);
}

/** What begins on a day: the showings of an event at a place. */
function beginning(entries, centres) {
  const row = fill(copy(".slot"), entries, centres);
  const [{ event }] = entries;
  const { other } = entries.at(-1);
  const at = (selector) => row.querySelector(selector);
  at(".slot-when").replaceChildren(...hours(entries));
  at(".kicker").textContent = event.category[1];
  at(".slot-facts").replaceChildren(...event.facts.map((fact) => made("span", fact)));
  at(".slot-facts").hidden = !event.facts.length;
  at(".slot-other").hidden = !other || !entries.every(({ full }) => full);
  Object.assign(at(".slot-other a"), { href: `${event.url}#dates`, textContent: other });
  return row;
}

/** What began before the first day asked: how long it goes on is drawn. */
function lasting(entry, first, centres) {
  const row = fill(copy(".lasting"), [entry], centres);
  row.querySelector(".slot-until").textContent = entry.time;
  draw(row.querySelector(".lasting-line"), entry.last, first);
  return row;
}

/** The lines of one day: the showings of an event at a place in one row, at the first of them; the others are said at their own place. */
function* ofDay(entries, centres) {
  const folds = new Map();
  const key = ({ event, where, first, last, start }) => [event.url, where, first === last || start].join();
  for (const entry of entries) folds.set(key(entry), [...(folds.get(key(entry)) ?? []), entry]);
  for (const entry of entries) {
    const fold = folds.get(key(entry));
    if (entry === fold[0]) yield beginning(fold, centres);
    else yield mark(made("li", `${entry.time} : ${entry.event.title}`, "said"), entry);
  }
}

/** All lines of an answer, each with the section that it stands in; a new section comes with its first line. */
function* lines(entries, first, centres) {
  const begun = entries.filter((entry) => entry.first < first);
  const section = begun.length && copy(".lasting-section");
  for (const entry of begun) yield [section, lasting(entry, first, centres)];
  for (let at = begun.length; at < entries.length; ) {
    const { first: day, heading } = entries[at];
    const own = entries.filter((entry) => entry.first === day);
    const found = copy(".slots-day");
    found.id = `j${written(day)}`;
    Object.assign(found.querySelector("time"), { textContent: heading, dateTime: written(day) });
    for (const line of ofDay(own, centres)) yield [found, line];
    at += own.length;
  }
}

/**
 * Write an answer into a place: its first lines, and a button for more that leads on to the first of these. On paper they are all there.
 * `first` is the first day asked.
 */
export function list(place, entries, first, centres) {
  const days = part("pattern").content.querySelector("[data-timetable]").cloneNode();
  const source = lines(entries, first, centres);
  const rest = copy(".way-on");
  let left = entries.length;
  const write = (most) => {
    for (const end = Math.max(0, left - most); left > end; left -= 1) {
      const [section, line] = source.next().value;
      section.querySelector("ol").append(line);
      if (section !== days.lastElementChild) days.append(section);
    }
    name(days);
    rest.hidden = !left;
    rest.firstElementChild.textContent = say("rest", { n: figure(left) });
  };
  rest.addEventListener("click", () => {
    const shown = days.querySelectorAll(".slot-title a").length;
    write(REST);
    days.querySelectorAll(".slot-title a")[shown]?.focus();
  });
  write(FIRST);
  window.onbeforeprint = () => write(REST);
  place.replaceChildren(days, rest);
}
