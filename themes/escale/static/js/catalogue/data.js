/** A question made ready: the town is found, and the tools are there (plugins/catalogue/filtering/documents.py says what is in their documents). */

import { number } from "../filtering/days.js";
import { once, rows, values } from "../filtering/documents.js";
import { without } from "../filtering/names.js";
import { index } from "./answering.js";
import { note, read } from "./question.js";

/** Runs of days [first, last] from their steps; the last one goes on to an end where its number is left out. */
function runs(steps, epoch, until) {
  const found = [];
  for (let at = 0, day = epoch; at < steps.length; at += 2) {
    const first = day + steps[at];
    day = steps[at + 1] ? first + steps[at + 1] : until + 1;
    found.push([first, day - 1]);
  }
  return found;
}

function daysOf(found) {
  return new Set(found.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)));
}

/** What gives so many of some values, each time the next ones. */
function taking(all) {
  const left = all[Symbol.iterator]();
  return (count) => Array.from({ length: count }, () => left.next().value);
}

/** The free runs of every copy, one after the other. */
function* runsOf({ copies, free, busy }, epoch, until) {
  const [days, gaps] = [free, busy].map((column) => values(column).values());
  for (const { steps, first } of rows(copies)) {
    const step = (_, at) => (at ? (at % 2 ? days : gaps).next().value : first);
    yield runs(Array.from({ length: steps }, step), epoch, until);
  }
}

const dated = (day, epoch) => (day === null ? null : day + epoch);

/** The tools of a document in its order, each with its own rows of the table of units. */
function* told({ tools, members, units, ...tables }, owners, epoch, until) {
  const sets = Object.entries(members).map(([name, column]) => [name, taking(values(column))]);
  const [unit, copy] = [taking(rows(units)), taking(runsOf(tables, epoch, until))];
  for (const { count, owner, repaired, left, told: said, terms: [notice, least, most], ...tool } of rows(tools)) {
    const { closed, ...other } = owners[owner];
    const offer = { repaired, left: dated(left, epoch), told: dated(said, epoch), notice, least, most: most ?? undefined, closed, until };
    const own = unit(count).map(({ copies, ...part }) => ({ ...part, offer: { ...offer, copies: copy(copies) } }));
    const mixed = Object.fromEntries(sets.map(([name, some]) => [name, some(tool[name])]));
    yield { ...tool, ...mixed, owner: other, offer, own };
  }
}

/** The tools by title and their units: {tools, units, places, cards, until, levels}, where `places` has the number of each unit's tool. */
function decode({ epoch: begins, until: days, cards, levels, groups, owners, ...tables }) {
  const epoch = number(begins ?? "");
  const until = epoch + days;
  const owning = owners.map(([key, closed, point]) => ({ key, closed: daysOf(runs(closed, epoch, until)), point }));
  const found = { tools: [], units: [], places: [], cards, until, levels };
  for (const { own, ...tool } of told(tables, owning, epoch, until)) {
    const at = found.tools.length;
    const numbers = own.map((_, number) => found.units.length + number);
    found.tools.push({ ...tool, at, groupe: groups[tool.categorie], units: numbers });
    found.units.push(...own.map((unit) => ({ ...unit, tool: found.tools[at] })));
    found.places.push(...own.map(() => at));
  }
  [...found.tools].sort((one, other) => one.added - other.added).forEach((tool, card) => Object.assign(tool, { card }));
  return found;
}

let ready;

/** What an address asks, as question.js has it, with the points of its towns: {asked, notes, centres}. */
export async function understood(search, known, now) {
  const { asked, notes } = read(search, known, now);
  if (!asked.pres) return { asked, notes, centres: [] };
  const { find, towns } = await import("../filtering/near.js");
  const all = await towns();
  const found = asked.pres.map((name) => [name, find(all, name)]);
  notes.push(...found.filter(([, town]) => !town).map(([name]) => note("pres", name)));
  const pres = found.filter(([, town]) => town);
  return { asked: without({ ...asked, pres: pres.map(([text]) => text) }, []), notes, centres: pres.map(([, town]) => town.point) };
}

/** The tools, ready for answering.js on a day, and what it needs besides. `source` says where they are. */
export async function prepared(source, { asked }, now) {
  const found = await once(source.tools, decode);
  if (ready?.today !== now) ready = index(found, now);
  return { known: ready, help: { vocabulary: asked.q ? await once(source.words, (words) => words) : [] } };
}
