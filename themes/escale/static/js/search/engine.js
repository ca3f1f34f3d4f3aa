/** Pagefind and its indexes, loaded when they are first needed: those of the season, or of all years. */

const FOLDER = "/pagefind/";

let season;
let everything;
let running;

async function start() {
  const [module, shards] = await Promise.all([
    import(`${FOLDER}pagefind.js`),
    fetch(`${FOLDER}shards.json`).then((answer) => answer.json()),
  ]);
  running = module;
  const [first, ...others] = shards;
  await module.options(settings(first));
  await module.init();
  await merge(module, others.filter((shard) => shard.season));
  return { module, shards };
}

/** `lot` becomes a filter, by which some of the indexes can be asked; `tag` lets a browser keep what it has. */
function settings({ lot, tag }) {
  return { excerptLength: 28, mergeFilter: { lot }, metaCacheTag: tag };
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
  const { module, shards } = await season;
  await merge(module, shards.filter((shard) => !shard.season));
}

/**
 * The engine, ready for questions to the season or to all years: {module, lots, whole, past}. `lots` names the indexes to ask,
 * where others are loaded too; `whole` says that these are all there are, and `past` that there are past years among them.
 */
export async function engine(all = false) {
  season ??= start().catch(fail);
  const { module, shards } = await season;
  const current = shards.filter((shard) => shard.season);
  const past = all && current.length < shards.length;
  if (past) await (everything ??= widen().catch(fail));
  return {
    module,
    lots: everything && !past ? current.map((shard) => shard.lot) : null,
    whole: past || current.length === shards.length,
    past,
  };
}
