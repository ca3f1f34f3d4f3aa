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
function* copies(tables, epoch, until) {
  const steps = values(tables.steps);
  let at = 0;
  for (const many of values(tables.runs)) yield runs(steps.slice(at, (at += many)), epoch, until);
}

const dated = (day, epoch) => (day === null ? null : day + epoch);

/** The tools and their units of a document: {tools, units, places, cards, until, levels}, where `places` has the number of each unit's tool. */
function decode({ epoch: begins, until: days, cards, levels, groups, owners: told, ...tables }) {
  const epoch = number(begins ?? "");
  const until = epoch + days;
  const owners = told.map(([key, closed, point]) => ({ key, closed: daysOf(runs(closed, epoch, until)), point }));
  const found = { tools: [], units: [], places: [], cards, until, levels };
  const parts = rows(tables.units);
  const free = [...copies(tables, epoch, until)];
  let taken = 0;
  for (const { count, owner, state, terms, ...tool } of rows(tables.tools)) {
    const [repaired, left, said] = state;
    const [notice, least, most] = terms;
    const { closed, ...other } = owners[owner];
    const offer = { repaired, left: dated(left, epoch), told: dated(said, epoch), notice, least, most: most ?? undefined, closed, until };
    const at = found.tools.length;
    const own = parts.slice(found.units.length, found.units.length + count);
    found.tools.push({ ...tool, at, groupe: groups[tool.categorie], owner: other, offer, units: own.map((_, number) => found.units.length + number) });
    for (const { copies: many, ...unit } of own) {
      found.units.push({ ...unit, tool: found.tools[at], offer: { ...offer, copies: free.slice(taken, (taken += many)) } });
      found.places.push(at);
    }
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
