/** Where each word of a question stands, page by page: as it is written, else by what it begins or was meant for. */

import { fold, forms, singular } from "./terms.js";

const BEGUN = 2; // letters from which a word may be the beginning of another
const ROOT = 5; // letters that two words must share, at least, to be of one family
const SHARED = 0.5; // and how much of the one that was asked

const pages = new Map();
let vocabulary;

/** What a page shows, of any that was ever found. */
export const data = (id) => pages.get(id).data();

async function known() {
  vocabulary ??= fetch("/recherche/mots.txt").then((answer) => (answer.ok ? answer.text() : "")).then((text) => text.split("\n"));
  return vocabulary.catch(() => []);
}

/** The results of the engine; `asked` null asks for all pages. */
export async function search(module, asked, options) {
  const { results } = await module.search(asked, options);
  for (const result of results) pages.set(result.id, result);
  return results;
}

/** The pages that have exactly these words, one after the other, and the first place of each: Map of ids. */
export async function exact(module, phrase, options) {
  const results = await search(module, `"${phrase}"`, options);
  return new Map(results.map(({ id, words }) => [id, words[0] ?? Infinity]));
}

/** The pages with any of some spellings, and the first place among these. */
async function any(module, spellings, options) {
  const found = new Map();
  for (const places of await Promise.all(spellings.map((spelling) => exact(module, spelling, options)))) {
    for (const [id, place] of places) found.set(id, Math.min(place, found.get(id) ?? Infinity));
  }
  return found;
}

/**
 * The pages with words that begin so. What no word begins with, the engine shortens until it is a word, in each index by itself:
 * what the first result of each holds tells.
 */
async function begun(module, start, options) {
  const lots = Map.groupBy(await search(module, start, options), ({ id }) => id.slice(0, id.lastIndexOf("_")));
  const kept = await Promise.all([...lots.values()].map(async (results) => {
    const text = (await results[0].data()).content.split(/\s+/);
    const found = results[0].words.flatMap((place) => fold(text[place] ?? "").split(/[^\p{L}\p{N}]+/u));
    return found.some((word) => word.startsWith(start)) ? results : [];
  }));
  return new Map(kept.flat().map(({ id, words }) => [id, Math.min(...words)]));
}

/**
 * A word, and its places: {word, places, how}. `how` is "" for the word itself, else « begun », « mended » (`instead` tells for what),
 * « kindred », or « nowhere »; `fits` says whether a word of a page is it. What is mended waits until all years have been asked.
 */
export async function lookup(module, word, options, last) {
  const places = await any(module, forms(word), options);
  const same = forms(word).map(fold);
  if (places.size) return { word, places, how: "", fits: (other) => same.includes(other) };
  const root = singular(word);
  const longer = root.length < BEGUN ? places : await begun(module, root, options);
  if (longer.size) return { word, places: longer, how: "begun", fits: (other) => other.startsWith(root) };
  if (last) {
    const [{ mended }, site] = await Promise.all([import("./spelling.js"), known()]);
    const instead = mended(word, site);
    const meant = instead ? forms(fold(instead)) : [];
    const others = await any(module, meant, options);
    if (others.size) return { word, places: others, how: "mended", instead, fits: (other) => meant.map(fold).includes(other) };
    const shared = word.slice(0, Math.max(ROOT, Math.ceil(word.length * SHARED)));
    const kindred = word.length > ROOT ? await begun(module, shared, options) : places;
    if (kindred.size) return { word, places: kindred, how: "kindred", fits: (other) => other.startsWith(shared) };
  }
  return { word, places, how: "nowhere" };
}
