/** The entries of the agenda, from the documents that the page names (plugins/agenda/filter_data.py says what stands in them). */

import { number, written } from "./days.js";

const loaded = new Map();

async function json(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What is made of a document, once; whoever fails may ask again. */
export function once(path, make) {
  const keep = (promise) => loaded.set(path, promise).get(path);
  const forget = (error) => {
    loaded.delete(path);
    throw error;
  };
  return loaded.get(path) ?? keep(json(path).then(make).catch(forget));
}

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

/** A table as objects, from its columns: a list of values each, or a short list of them and which of it stands in each row. */
function rows(columns) {
  const named = Object.entries(columns);
  return named[0][1].map((_, row) =>
    Object.fromEntries(named.map(([name, { list, at, [row]: plain }]) => [name, list ? list[at[row]] : plain])),
  );
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
