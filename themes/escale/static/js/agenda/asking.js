/** A question made ready: its towns are found, and the parts of the agenda that it needs are there. */

import { index } from "./answering.js";
import { entriesOf, partsOf, vocabularyOf } from "./data.js";
import { without } from "../filtering/names.js";
import { note, read } from "./question.js";

let ready;

/** What an address asks, as question.js has it, with the points of its towns and of the visitor, and what they are called: {asked, notes, centres, named}. */
export async function understood(search, known, now, here) {
  const { asked, notes } = read(search, known, now, here);
  const centres = [...(asked.here ?? [])];
  if (!asked.pres) return { asked, notes, centres, named: {} };
  const { find, towns } = await import("../filtering/near.js");
  const all = await towns();
  const found = asked.pres.map((name) => [name, find(all, name)]);
  notes.push(...found.filter(([, town]) => !town).map(([name]) => note("pres", name)));
  const pres = found.filter(([, town]) => town);
  centres.push(...pres.map(([, town]) => town.point));
  const named = Object.fromEntries(pres.map(([text, { name }]) => [text, name]));
  return { asked: without({ ...asked, pres: pres.map(([text]) => text) }, centres.length ? [] : ["rayon"]), notes, centres, named };
}

/** The entries of the days that are asked for, among those of all `parts`, ready for answering.js, and what it needs besides. */
export async function prepared(parts, { asked, centres }, now) {
  const { du: [first] = [now], au: [last] = [Infinity], q } = asked;
  const chosen = partsOf(parts, first, last);
  const key = chosen.map(({ path }) => path).join();
  if (ready?.key !== key) ready = { key, ...index(await entriesOf(chosen), now) };
  return { known: ready, help: { centres, vocabulary: q ? await vocabularyOf(chosen) : {} } };
}
