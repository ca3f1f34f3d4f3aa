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

/** The free runs of every copy, one after the other. */
function* copies(steps, lengths, epoch, until) {
  let at = 0;
  for (const length of lengths) yield runs(steps.slice(at, (at += length)), epoch, until);
}

const dated = (day, epoch) => (day === null ? null : day + epoch);

/** The tools of a document in its order, each with its own rows of the table of units. */
function* told({ steps, runs: lengths, tools, units }, owners, epoch, until) {
  const parts = rows(units);
  const free = [...copies(values(steps), values(lengths), epoch, until)];
  let [unit, copy, added] = [0, 0, 0];
  for (const { count, owner, state: [repaired, left, said], terms: [notice, least, most], wait, ...tool } of rows(tools)) {
    const { closed, ...other } = owners[owner];
    const offer = { repaired, left: dated(left, epoch), told: dated(said, epoch), notice, least, most: most ?? undefined, closed, until };
    const own = parts.slice(unit, (unit += count)).map(({ copies: many, ...part }) => {
      return { ...part, offer: { ...offer, copies: free.slice(copy, (copy += many)) } };
    });
    yield { ...tool, added: (added += wait), owner: other, offer, own };
  }
}

/** The tools by title and their units: {tools, units, places, cards, until, levels}, where `places` has the number of each unit's tool. */
function decode({ epoch: begins, until: days, cards, levels, groups, owners, ...tables }) {
  const epoch = number(begins ?? "");
  const until = epoch + days;
  const owning = owners.map(([key, closed, point]) => ({ key, closed: daysOf(runs(closed, epoch, until)), point }));
  const found = { tools: [], units: [], places: [], cards, until, levels };
  const all = [...told(tables, owning, epoch, until)].map((tool, card) => ({ ...tool, card }));
  for (const { own, ...tool } of all.sort((one, other) => one.title - other.title)) {
    const at = found.tools.length;
    const numbers = own.map((_, number) => found.units.length + number);
    found.tools.push({ ...tool, at, groupe: groups[tool.categorie], units: numbers });
    found.units.push(...own.map((unit) => ({ ...unit, tool: found.tools[at] })));
    found.places.push(...own.map(() => at));
  }
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
