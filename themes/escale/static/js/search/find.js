/** What a question finds, in the indexes of the season or of all years. */

import { engine } from "./engine.js";
import { data, exact, lookup, search } from "./lookup.js";
import { listed, newest, ordered } from "./order.js";
import { forms, words } from "./terms.js";

const ENOUGH = 3; // letters by which the pieces of an index are told apart

/** Load what a question will need; `begun` is what is already written of it. */
export async function prepare(begun = "") {
  try {
    const { module } = await engine();
    for (const word of words(begun)) if (word.length >= ENOUGH) for (const form of forms(word)) module.preload(form);
  } catch { /* the question itself will say it */ }
}

/** Pages in order, and how they answer: `near` where no page has just these words, `mended` where others were asked instead. */
async function ask(module, rows, asked, options, last) {
  const spoken = words(asked);
  const found = await Promise.all(spoken.map((word) => lookup(module, word, options, last)));
  const known = found.filter(({ how }) => how !== "nowhere");
  if (!known.length) return { results: [], sure: false };
  const phrase = spoken.length > 1 ? await exact(module, spelled(asked), options) : new Map();
  const whole = known.length === found.length ? ordered(found, phrase, rows) : [];
  const results = whole.some(({ row }) => !row.beside) ? whole : ordered(known, phrase, rows, { some: true });
  const changed = known.filter(({ how }) => how === "mended");
  const mended = changed.length ? found.map(({ word, instead }) => instead ?? word).join(" ") : null;
  return { results, sure: results === whole && found.every(({ how }) => !how), mended, marks: known };
}

/** The words as they follow each other in the index, which knows no punctuation. */
function spelled(asked) {
  return asked.replace(/["«»]/g, " ").replace(/['’]/g, "’ ").replace(/\s+/g, " ").trim();
}

/** How many of the results have each value of each facet: what all pages of a value have in common with them. */
async function counted(module, results) {
  const ids = new Set(results.map(({ id }) => id));
  const facets = await module.filters();
  const table = {};
  await Promise.all(Object.entries(facets).flatMap(([name, values]) => Object.keys(values).map(async (value) => {
    const { results: pages } = await module.search(null, { filters: { [name]: [value] } });
    (table[name] ??= {})[value] = pages.filter(({ id }) => ids.has(id)).length;
  })));
  return table;
}

/**
 * What a question finds: `results` in order, each with its row; `read(results)` gives what they show, `counts()` what facets have.
 * `mended` are words that were asked in its stead, once all years have been; `whole` and `past` say which were (engine.js).
 */
export async function find({ words: asked, filters, byDate }, all) {
  const { module, rows, lots, whole, past } = await engine(all);
  const options = { filters: { ...filters, ...(lots && { lot: { any: lots } }) } };
  const every = async () => (await search(module, null, options)).map(({ id }) => id);
  const answer = asked ? await ask(module, rows, asked, options, whole) : { results: listed(await every(), rows), sure: true };
  const results = byDate ? newest(answer.results) : answer.results;
  return {
    ...answer,
    results,
    read: (some) => Promise.all(some.map(async ({ id, row }) => ({ row, ...(await data(id)) }))),
    counts: () => counted(module, results),
    near: results.length > 0 && !answer.mended && !answer.sure,
    whole,
    past,
  };
}
