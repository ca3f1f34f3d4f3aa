/** Pagefind, its indexes and what is known of their pages, loaded when they are first needed: those of the season, or of all years. */

const FOLDER = "/pagefind/";

let season;
let everything;
let running;

const read = (path) => fetch(path).then((answer) => answer.json());

/** The rows of an index, by the ids of its results: {genre, beside, ends: [title, names, summary], first, last, shown}. */
function rowsOf(lot, columns) {
  const beside = new Set(columns.beside);
  return columns.ids.split(" ").filter(Boolean).map((id, at) => {
    const title = columns.title[at];
    const names = title + columns.names[at];
    return [`${lot}_${id}`, {
      genre: columns.genres[columns.genre[at]],
      beside: beside.has(at),
      ends: [title, names, names + columns.summary[at]],
      first: columns.first[at],
      last: columns.last[at],
      shown: columns.shown[at],
    }];
  });
}

async function start() {
  const [module, shards] = await Promise.all([import(`${FOLDER}pagefind.js`), read(`${FOLDER}shards.json`)]);
  running = module;
  const [first, ...others] = shards;
  await module.options({ ...settings(first), noWorker: true }); // a question takes milliseconds: a worker costs a tenth of the engine
  await module.init();
  const current = others.filter((shard) => shard.season);
  await merge(module, current);
  return { module, shards, rows: new Map([first, ...current].flatMap(({ lot, rows }) => rowsOf(lot, rows))) };
}

/** `lot` becomes a filter, by which some of the indexes can be asked; `tag` lets a browser keep what it has. */
function settings({ lot, tag }) {
  return { mergeFilter: { lot }, metaCacheTag: tag };
}

function merge(module, shards) {
  return Promise.all(shards.map((shard) => module.mergeIndex(shard.path, settings(shard))));
}

/** An index that could not be loaded spoils all questions to the engine: the next one starts anew. */
function fail(error) {
  season = everything = undefined;
  running?.destroy();
  throw error;
}

async function widen() {
  const { module, shards, rows } = await season;
  const past = shards.filter((shard) => !shard.season);
  const [columns] = await Promise.all([Promise.all(past.map(({ path }) => read(`${path}rows.json`))), merge(module, past)]);
  past.forEach(({ lot }, at) => rowsOf(lot, columns[at]).forEach(([id, row]) => rows.set(id, row)));
}

/**
 * The engine, ready for questions to the season or to all years: {module, rows, lots, whole, past}. `lots` names the indexes to ask,
 * where others are loaded too; `whole` says that these are all there are, and `past` that there are past years among them.
 */
export async function engine(all = false) {
  season ??= start().catch(fail);
  const { module, shards, rows } = await season;
  const current = shards.filter((shard) => shard.season);
  const past = all && current.length < shards.length;
  if (past) await (everything ??= widen().catch(fail));
  return {
    module,
    rows,
    lots: everything && !past ? current.map((shard) => shard.lot) : null,
    whole: past || current.length === shards.length,
    past,
  };
}
