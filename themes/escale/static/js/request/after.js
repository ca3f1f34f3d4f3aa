/** What follows a request: the same a year later, and what comes back after each loan. */

import { number, written } from "../filtering/days.js";
import { put } from "../proposal/said.js";
import { link } from "./basket.js";

const YEAR = 364; // days: the same day of the week
const later = (iso) => (iso ? written(number(iso) + YEAR) : "");
const yearAfter = (days) => ({ ...days, from: later(days.from), to: later(days.to) });

function review(words, tool) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("a"), { href: `/outils/bilan/?outil=${tool.slug}`, textContent: put(words.review, tool) }));
  return item;
}

/** Bring both up to date with the basket and its entries. */
export function follow(year, reviews, basket, entries, { page: words }) {
  year.href = link({ ...yearAfter(basket), lines: basket.lines.map(yearAfter) });
  reviews.replaceChildren(...[...new Set(entries.map(({ tool }) => tool))].map((tool) => review(words, tool)));
}
