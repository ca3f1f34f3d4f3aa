/** Days as words name them; and a page's timetable on the visitor's own day: between two builds, what has ended is hidden, and days are named. */

import { DAY, number, today } from "../filtering/days.js";

const WEEK = 7;
const SATURDAY = 6;

/** How many days after this one a day of the week comes next, or is on (0 is a Sunday). */
function ahead(day, weekday) {
  return (weekday - new Date(day * DAY).getUTCDay() + WEEK) % WEEK;
}

/** Saturday and Sunday of this week; on a Sunday that day alone. */
export function weekend(day) {
  const sunday = day + ahead(day, 0);
  return [Math.max(day, sunday - 1), sunday];
}

/** First and last day of what a word of the sentence means (« samedi », « week-end »…), or nothing. */
export function meant(word, day) {
  const saturday = day + ahead(day, SATURDAY);
  const sunday = day + ahead(day, 0);
  return {
    aujourdhui: [day, day],
    demain: [day + 1, day + 1],
    samedi: [saturday, saturday],
    dimanche: [sunday, sunday],
    "week-end": weekend(day),
    semaine: [day, day + WEEK - 1],
  }[word];
}

/** The way from a list to the page that goes on with it. */
export const further = () => document.querySelector(".way-on [rel=next]");

/** Hide what has ended; a list by days of which nothing is left, nor goes on, says by its dates that it is over. Gives how much that was. */
export function hide(list, now) {
  const lines = [...list.querySelectorAll("[data-last]:not([hidden])")];
  const over = lines.filter(({ dataset }) => number(dataset.last) < now);
  if (over.length === lines.length && list.querySelector("h2") && !further()) return 0;
  for (const line of over) line.hidden = true;
  for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector("[data-last]:not([hidden])");
  const around = list.closest("section");
  if (around && lines.length) around.hidden = over.length === lines.length;
  return over.length;
}

/** The word that a page has for a day, or nothing: « aujourd’hui », « demain », « ce week-end ». */
export function word(words, day, now) {
  const near = { [now]: words.today, [now + 1]: words.tomorrow }[day];
  return near ?? (weekend(now).includes(day) ? words.weekend : "");
}

/** Name the days of a list. */
export function name(list, now = today()) {
  for (const time of list.querySelectorAll("h2 > time")) {
    const said = word(list.dataset, number(time.dateTime), now);
    const told = Object.assign(document.createElement("span"), { textContent: said, className: "slots-named" });
    if (said && !time.nextElementSibling) time.after(" ", told);
  }
}

/** Take the days that are over from a line of days. */
export function depart(line) {
  const now = today();
  const over = [...line.querySelectorAll("time")].filter(({ dateTime }) => number(dateTime) < now);
  for (const time of over) time.closest("li").remove();
}

/** Tell that so many of what a page lists have gone. */
export function less(status, gone) {
  if (!gone || !status) return;
  const left = status.dataset.count - gone;
  status.textContent = status.textContent.replace(/^[\d\s]+/, `${left.toLocaleString("fr")} `);
  status.dataset.count = left;
}

/** The rows that began on an earlier day than this one, and stand below the day on which they did. */
export function begun(list, now) {
  return [...list.querySelectorAll(".slots-day > .slots > .slot:not([hidden])")].filter(
    ({ dataset }) => number(dataset.start.slice(0, 10)) < now,
  );
}

/** Bring a list up to the visitor's day, and the number that the page tells of it. Where days have gone since the build, it goes on. */
export async function settle(list, status) {
  const now = today();
  const gone = hide(list, now);
  name(list, now);
  less(status, gone);
  if (!list.querySelector(".slots-day") || !(gone || begun(list, now).length)) return;
  await import("./lately.js").then(({ goOn }) => goOn(list, status, now)).catch(console.error);
}
