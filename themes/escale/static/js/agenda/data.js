/** The entries of the agenda, from the documents that the page names (plugins/agenda/filtering/documents.py says what stands in them). */

import { number, written } from "../filtering/days.js";
import { once, rows } from "../filtering/documents.js";

/** The parts of the agenda {path, words, first, last} that hold something between two days. */
export function partsOf(all, first, last) {
  return all.filter((part) => number(part.first) <= last && number(part.last) >= first);
}

/** The entries of some parts, in the order of the contract. */
export async function entriesOf(parts) {
  return (await Promise.all(parts.map(({ path }) => once(path, decode)))).flat().sort(inOrder);
}

/** What the words of a question are looked for in: words by slug, and those of one showing by its slug and start. */
export async function vocabularyOf(parts) {
  return Object.assign({}, ...(await Promise.all(parts.map(({ words }) => once(words, (document) => document)))));
}

/** The entries of a document: an object a showing, which shares its `event` with the others of the same. */
export function decode({ base, days: headings, ...tables }) {
  const showings = rows(tables.showings);
  let day = number(base);
  let row = 0;
  return rows(tables.events).flatMap(({ name, count, ...event }) => {
    const [slug, stop] = name.split("#");
    const [kind, url] = stop ? ["exhibition", `/outils/${slug}/#${stop}`] : ["event", `/agenda/${slug}/`];
    const shared = { ...event, slug, kind, url };
    return showings.slice(row, (row += count)).map(({ wait, length, time: [clock, time], place, state }) => {
      day += wait;
      const [where, department, ...point] = place;
      const [audience, mode, full, mark, badges, other] = state;
      const days = { start: written(day) + clock, first: day, last: day + length, heading: headings[written(day)] };
      return { event: shared, ...days, time, where, department, point, audience, mode, full, mark, badges, other };
    });
  });
}

const compare = (one, other) => (one < other ? -1 : Number(one > other));

/** By start, whole days before hours, then by slug. */
function inOrder(one, other) {
  return compare(one.start, other.start) || compare(one.event.slug, other.event.slug);
}
