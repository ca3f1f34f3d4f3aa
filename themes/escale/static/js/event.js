/**
 * The page of an event on the visitor's own day: between two builds its next date is told, its last one is over, and booking ends.
 * What the page says of itself without this holds on any day.
 */

import { settle, word } from "./agenda/days.js";
import { number, today } from "./filtering/days.js";

const now = today();
const [when, ended] = ["when", "over"].map((name) => document.querySelector(`[data-${name}]`));
// Not said.js's: an event's page would ask for one file more.
const made = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });
const hide = (selector) => {
  for (const part of document.querySelectorAll(selector)) part.hidden = true;
};

/** Say that the date that is told is on, or near. */
function name(first, last) {
  const said = first === last ? word(when.dataset, first, now) : first <= now && now <= last && when.dataset.running;
  if (said) when.querySelector(".when-told").append(" ", made("span", said, "when-now"));
}

/** Lead to all dates, however many are still to come. */
function uncount() {
  const way = when.querySelector("[data-all]");
  if (way) way.textContent = way.dataset.all;
}

/** Take what is over from the list of all dates; gives what is left of those that take place. */
function settleDates() {
  const lines = [...document.querySelectorAll(".showing[data-last]")];
  for (const line of lines) line.hidden = number(line.dataset.last) < now;
  const gone = lines.filter(({ hidden }) => hidden);
  if (gone.some(({ dataset }) => "stands" in dataset)) uncount();
  for (const fold of new Set(gone.map((line) => line.closest("details")).filter(Boolean))) {
    fold.hidden = !fold.querySelector(".showing:not([hidden])");
    fold.querySelector("summary span span").hidden = true; // it no longer holds so many
  }
  return lines.filter(({ hidden, dataset }) => !hidden && "stands" in dataset);
}

/** Tell another date than the one that was next when the page was made; that one's place and calendar entry stand with it below. */
function tell(line) {
  const [time, ...others] = [...line.children].filter((part) => !part.matches("details"));
  const told = [...time.childNodes].map(({ textContent }) => textContent.trim()).filter(Boolean).map((text) => made("strong", text));
  const parts = [...told, ...others.map((part) => part.cloneNode(true))];
  when.querySelector(".when-told").replaceChildren(...parts.flatMap((part) => [part, " "]));
  when.querySelector(".when-day")?.remove();
  hide(".adding-main");
  if (line.querySelector(".showing-where")) hide("[data-place]");
  name(number(time.dateTime.slice(0, 10)), number(line.dataset.last));
}

const { first, last, end } = when.dataset;
if (ended && number(end) < now) {
  hide(".state, .booking, .adding-main, .elsewhere");
  ended.hidden = false;
  uncount();
} else if (ended) {
  const [next] = settleDates();
  if (number(last) >= now) name(number(first), number(last));
  else if (next) tell(next);
  for (const booking of document.querySelectorAll("[data-until]")) {
    if (number(booking.dataset.until) < now) booking.querySelector("a.button")?.parentElement.remove();
  }
  for (const link of document.querySelectorAll(".state a")) link.parentElement.hidden = document.querySelector(link.hash)?.hidden;
}
document.querySelectorAll("[data-timetable]").forEach((list) => settle(list));
