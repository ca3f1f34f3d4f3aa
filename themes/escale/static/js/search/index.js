/** Pagefind's index, loaded when it is first needed. */

import { fits, mended, nears, spellings } from "./spelling.js";

let loading;
let words;

function pagefind() {
  loading ??= import("/pagefind/pagefind.js").then(async (module) => {
    await module.options({ excerptLength: 28 });
    await module.init();
    return module;
  });
  loading.catch(() => { loading = undefined; }); // so that the next question tries again
  return loading;
}

/** Load what a question will need; `begun` is what is already written of it. */
export async function prepare(begun = "") {
  try {
    const module = await pagefind();
    for (const spelling of begun ? spellings(begun) : []) module.preload(spelling);
  } catch { /* the question itself will say it */ }
}

async function vocabulary() {
  words ??= fetch("/recherche/mots.txt").then((answer) => (answer.ok ? answer.text() : "")).then((text) => text.split("\n"));
  return words.catch(() => []);
}

/** Whether a spelling's first result holds the words themselves (`sure`), or at least most of one of them (`near`). */
async function meant(spelling, result) {
  const { content, locations } = await result.data();
  const text = content.split(/\s+/);
  const found = locations.map((at) => text[at] ?? "");
  return { sure: fits(spelling, found), near: nears(spelling, found) };
}

/** The results of all spellings of the words, best first; `sure` says that they hold the words themselves. */
async function ask(module, asked, options) {
  const answers = await Promise.all(spellings(asked).map(async (spelling) => {
    const { results } = await module.search(spelling, options);
    return { spelling, results, ...(results.length > 0 && (await meant(spelling, results[0]))) };
  }));
  const sure = answers.filter((answer) => answer.sure);
  const kept = sure.length ? sure : answers.filter((answer) => answer.near);
  const best = new Map();
  for (const result of kept.flatMap((answer) => answer.results)) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  const results = [...best.values()];
  if (kept.length > 1 && !options.sort) results.sort((one, other) => other.score - one.score);
  const [most] = [...kept].sort((one, other) => other.results.length - one.results.length);
  return { results, sure: sure.length > 0, spelling: most?.spelling };
}

/** Results of a question; `mended` are the words that were asked in its stead. `counts()` gives how many each facet value has. */
export async function find({ words: asked, filters, byDate }) {
  const module = await pagefind();
  const options = { filters, ...(byDate && { sort: { date: "desc" } }) };
  let answer = await ask(module, asked, options);
  let instead = null;
  if (!answer.sure) {
    const other = mended(asked, await vocabulary());
    const better = other && (await ask(module, other, options));
    if (better?.results.length) [answer, instead] = [better, other];
  }
  const counts = async () => {
    await module.filters();
    return answer.results.length ? (await module.search(answer.spelling, options)).filters : {};
  };
  return { results: answer.results, mended: instead, near: answer.results.length > 0 && !instead && !answer.sure, counts };
}
