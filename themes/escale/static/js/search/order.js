/** What comes first: what the page is called, who and where it is of, before its text; what is to come before what is over. */

import { dayOf } from "./days.js";
import { years } from "./terms.js";

const WORTH = [8, 6, 3, 1]; // of a word in the title, among the names, in the description, in the text
const TITLE = 4; // beside, of a title that has all words and no other
const PHRASE = 2.5; // times what it is worth, where the words follow each other in the title
const OPENING = 1.2; // and where they open it
const OVER = 0.4;
const AGED = 0.75; // what was published more than so many days ago, and has no end
const AGE = 500;
const YEAR = 365.25;
const FAR = 1e5; // more days than there are

/** Where in a page a word stands: 0 in its title, 1 among its names, 2 in its description, 3 in its text. */
function partOf(row, place) {
  const part = row.ends.findIndex((end) => place < end);
  return part < 0 ? row.ends.length : part;
}

/** How a page stands to the day: what is over, or old, is worth less, unless its year was asked for. */
function timely({ first, last }, today, asked) {
  const year = (day) => 2000 + Math.floor(day / YEAR);
  if (asked.some((one) => first && one >= year(first) && one <= year(last || first))) return 1;
  if (last) return last < today ? OVER : 1;
  return first && today - first > AGE ? AGED : 1;
}

/**
 * Pages in the order in which they are shown: `found` are words with their places (lookup.js), `phrase` those of all words together.
 * Pages that lack a word are kept only where `some` says so; how rare a word is then tells how much it matters.
 */
export function ordered(found, phrase, rows, { some = false, now = new Date() } = {}) {
  const today = dayOf(now);
  const asked = years(found.map(({ word }) => word));
  const rarity = found.map(({ places }) => Math.log(1 + rows.size / (places.size || rows.size)));
  const all = rarity.reduce((sum, one) => sum + one, 0);
  const ids = new Set(found.flatMap(({ places }) => [...places.keys()]));
  const scored = [];
  for (const id of ids) {
    const row = rows.get(id);
    const has = found.map(({ places }) => places.get(id));
    if (!row || (!some && has.includes(undefined))) continue;
    const told = has.map((place, at) => (place === undefined ? 0 : rarity[at]));
    const cover = told.reduce((sum, one) => sum + one, 0) / all;
    const parts = has.map((place) => (place === undefined ? null : partOf(row, place)));
    const words = parts.reduce((sum, part, at) => sum + (part === null ? 0 : told[at] * WORTH[part]), 0) / all;
    const title = parts.filter((part) => part === 0).length;
    const follows = title === found.length && found.length > 1 && partOf(row, phrase.get(id) ?? Infinity) === 0 ? PHRASE : 1;
    const opens = title === found.length && Math.min(...has) <= 1 ? OPENING : 1;
    const worth = (words + (TITLE * title * title) / (row.ends[0] * found.length)) * follows * opens;
    scored.push({ id, row, score: worth * cover ** 2 * timely(row, today, asked) });
  }
  return scored.sort((one, other) => before(one, other, today));
}

function before(one, other, today) {
  return one.row.beside - other.row.beside || other.score - one.score || sooner(one.row, other.row, today);
}

/** What comes or ends soonest, then what has no end, newest first, then what was last. */
function sooner(one, other, today) {
  const wait = ({ first, last }) => {
    if (last >= today) return first >= today ? first - today : last - today;
    return today - (last || first) + (last ? 2 : 1) * FAR;
  };
  return wait(one) - wait(other);
}

/** All pages of a filter: what is to come, soonest first; then the rest, newest first. */
export function listed(ids, rows, now = new Date()) {
  const today = dayOf(now);
  const known = ids.filter((id) => rows.has(id)).map((id) => ({ id, row: rows.get(id), score: 0 }));
  return known.sort((one, other) => before(one, other, today));
}

/** The newest first. */
export function newest(found) {
  return [...found].sort((one, other) => other.row.shown - one.row.shown);
}
