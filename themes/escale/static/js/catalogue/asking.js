/** A question made ready: the tools are there, the town is found, and the words where words are asked for. */

import { without } from "../filtering/names.js";
import { index } from "./answering.js";
import { tools, vocabulary } from "./data.js";
import { note, read } from "./question.js";

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
  const found = await tools(source.tools);
  if (ready?.today !== now) ready = index(found, now);
  return { known: ready, help: { levels: found.levels, vocabulary: asked.q ? await vocabulary(source.words) : [] } };
}
