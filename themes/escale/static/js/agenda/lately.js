/**
 * A list some days after the build, as it would be made on this day: what has begun since stands among what lasts, and the pages behind
 * it go on with it where little is left.
 */

import { number } from "../filtering/days.js";
import { made } from "../filtering/said.js";
import { begun, further, hide, less, name } from "./days.js";
import { draw } from "./lasting.js";

const LEAST = 20; // entries of a page, where there are as many

/** What the entries of a list that have begun come by: what ends soonest first, then by start, whole days before hours, then by slug. */
const rank = ({ dataset: { last, start, slug } }) => [last, start, slug];

function byEnd(one, other) {
  const [mine, its] = [rank(one), rank(other)];
  const at = mine.findIndex((value, place) => value !== its[place]);
  return at < 0 ? 0 : mine[at] < its[at] ? -1 : 1;
}

/** The list of what lasts, which a page without any gets now. */
function lastings(list) {
  const found = list.querySelector(".lastings");
  if (found) return found;
  const [section, place] = [made("section", "", "lasting-section"), made("ol", "", "lastings")];
  section.append(made("h2", list.dataset.lasting, "slots-date"), place);
  list.prepend(section);
  return place;
}

/** A row of a day as one of what lasts. */
function turned(row) {
  const [title, until, where, badges, star] = [".slot-title", ".slot-until", ".slot-where", ".badges", ":scope > .star"].map((part) =>
    row.querySelector(part),
  );
  const line = document.querySelector(".lasting-line")?.cloneNode(true);
  row.replaceChildren(...[title, made("p", until.textContent, "slot-until"), line, where, badges, star].filter(Boolean));
  row.className = "lasting";
  return row;
}

/** Put what has begun since the build among what lasts, in order, and draw how long each goes on from this day. */
function begin(list, now) {
  const rows = begun(list, now);
  if (rows.length) lastings(list).append(...rows.map(turned));
  const place = list.querySelector(".lastings");
  if (!place) return;
  place.append(...[...place.children].sort(byEnd));
  for (const row of place.children) {
    const line = row.querySelector(".lasting-line");
    if (line) draw(line, number(row.dataset.last), now);
  }
  for (const day of list.querySelectorAll(".slots-day")) day.hidden = !day.querySelector("[data-last]:not([hidden])");
}

/** Add the sections of the page behind: what lasts to what lasts, and what is of the same day to that day. */
function add(list, sections) {
  for (const section of sections) {
    const day = section.id && list.querySelector(`#${section.id}`);
    if (section.matches(".lasting-section")) lastings(list).append(...section.querySelector("ol").children);
    else if (day) day.querySelector("ol").append(...section.querySelector("ol").children);
    else list.append(section);
  }
}

/** Whether a list has enough of what is still to come, and all of what may have ended on the pages behind. */
function enough(list, now) {
  const days = [...list.querySelectorAll(".slots-day h2 > time")];
  return list.querySelectorAll("[data-slug]:not([hidden])").length >= LEAST && days.length && number(days.at(-1).dateTime) >= now;
}

/** Bring a list up to a day, when something of it is over or has begun since it was made. */
export async function goOn(list, status, now) {
  for (let way = further(); way && !enough(list, now); way = further()) {
    const answer = await fetch(way.href);
    if (!answer.ok) break;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    add(list, [...page.querySelector("[data-timetable]").children]);
    const next = page.querySelector(".way-on [rel=next]");
    if (next) way.replaceWith(document.adoptNode(next));
    else way.remove();
    less(status, hide(list, now));
    name(list, now);
  }
  begin(list, now);
}
