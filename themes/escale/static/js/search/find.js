/** What a question finds, in the indexes of the season or of all years. */

import { engine } from "./engine.js";
import { listed, newest } from "./order.js";
import { fits, mended, nears, share, spellings } from "./spelling.js";

const ENOUGH = 3; // letters by which the pieces of an index are told apart
const KINDRED = 0.9; // how much a shard must have of what the best one has: a word it does not know, it shortens until something fits

let words;

/** Load what a question will need; `begun` is what is already written of it. */
export async function prepare(begun = "") {
  try {
    const { module } = await engine();
    for (const spelling of begun.length < ENOUGH ? [] : spellings(begun)) module.preload(spelling);
  } catch { /* the question itself will say it */ }
}

async function vocabulary() {
  words ??= fetch("/recherche/mots.txt").then((answer) => (answer.ok ? answer.text() : "")).then((text) => text.split("\n"));
  return words.catch(() => []);
}

/** The shard of a result: its id begins with it. */
function lot({ id }) {
  return id.slice(0, id.lastIndexOf("_"));
}

function byLot(results) {
  const lots = {};
  for (const result of results) (lots[lot(result)] ??= []).push(result);
  return Object.values(lots);
}

/** Whether a spelling's first result holds the words themselves (`sure`, and how much of them), or at least most of one (`near`). */
async function meant(spelling, result) {
  const { content, locations, meta } = await result.data();
  const text = content.split(/\s+/);
  const found = locations.length ? locations.map((at) => text[at] ?? "") : Object.values(meta); // in a picture's description
  return { sure: fits(spelling, found), much: share(spelling, found), near: nears(spelling, found) };
}

/** The results of all spellings of the words; `sure` says that they hold the words themselves. Each shard is judged by itself. */
async function ask(module, asked, options) {
  const answers = await Promise.all(spellings(asked).map(async (spelling) => {
    const { results } = await module.search(spelling, options);
    return Promise.all(byLot(results).map(async (own) => ({ spelling, results: own, ...(await meant(spelling, own[0])) })));
  }));
  const all = answers.flat();
  const sure = all.filter((answer) => answer.sure);
  const most = Math.max(...sure.map((answer) => answer.much));
  const kept = sure.length ? sure.filter((answer) => answer.much >= KINDRED * most) : all.filter((answer) => answer.near);
  const best = new Map();
  for (const result of kept.flatMap((answer) => answer.results)) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  const results = [...best.values()].sort((one, other) => other.score - one.score);
  const [longest] = [...kept].sort((one, other) => other.results.length - one.results.length);
  return { results, sure: sure.length > 0, spelling: longest?.spelling };
}

/**
 * What a question finds: `total` results, which `take(count)` gives page by page; `counts()` says how many each facet value has.
 * `mended` are words that were asked in its stead, once all years have been; `whole` and `past` say which were (engine.js).
 */
export async function find({ words: asked, filters, byDate }, all) {
  const { module, lots, whole, past } = await engine(all);
  const options = { filters: { ...filters, ...(lots && { lot: { any: lots } }) }, ...(byDate && { sort: { date: "desc" } }) };
  let answer = await ask(module, asked, options);
  let instead = null;
  if (!answer.sure && whole) {
    const other = mended(asked, await vocabulary());
    const better = other && (await ask(module, other, options));
    if (better?.results.length) [answer, instead] = [better, other];
  }
  const { results, sure, spelling } = answer;
  const counts = async () => {
    await module.filters();
    const kept = { ...filters, lot: { any: [...new Set(results.map(lot))] } };
    return results.length ? (await module.search(spelling, { filters: kept })).filters : {};
  };
  const take = byDate ? newest(byLot(results)) : listed(results);
  return { total: results.length, take, counts, sure, mended: instead, near: results.length > 0 && !instead && !sure, whole, past };
}
