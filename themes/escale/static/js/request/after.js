/** What follows a request: the same a year later, and what comes back after each loan. */

import { number, written } from "../filtering/days.js";
import { put } from "../proposal/said.js";
import { link } from "./basket.js";
import { nameOf } from "./block.js";

const YEAR = 364; // days: the same day of the week
const later = (iso) => (iso ? written(number(iso) + YEAR) : "");
const yearAfter = (days) => ({ ...days, from: later(days.from), to: later(days.to) });

function review(words, { tool, loan: [start] }, borrower) {
  const item = document.createElement("li");
  const address = new URLSearchParams({ outil: tool.slug, pret: nameOf(borrower, written(start)) });
  item.append(Object.assign(document.createElement("a"), { href: `/outils/bilan/?${address}`, textContent: put(words.review, tool) }));
  return item;
}

/** Bring both up to date with the basket and its entries. */
export function follow(year, reviews, basket, entries, borrower, words) {
  year.href = link({ ...yearAfter(basket), lines: basket.lines.map(yearAfter) });
  reviews.replaceChildren(...entries.map((entry) => review(words, entry, borrower)));
}
