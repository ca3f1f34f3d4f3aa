/** The documents that a list answers from, each read once. */

const loaded = new Map();

/** What is made of what lies at an address, once; whoever fails may ask again. */
export function kept(path, make) {
  const keep = (promise) => loaded.set(path, promise).get(path);
  const forget = (error) => {
    loaded.delete(path);
    throw error;
  };
  return loaded.get(path) ?? keep(found(path).then(make).catch(forget));
}

async function found(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** The same of a document in JSON. */
export function once(path, make) {
  return kept(path, async (answer) => make(await answer.json()));
}

/** A table as objects, from its columns: a list of values each, or a short list of them and which of it stands in each row. */
export function rows(columns) {
  const named = Object.entries(columns);
  return named[0][1].map((_, row) =>
    Object.fromEntries(named.map(([name, { list, at, [row]: plain }]) => [name, list ? list[at[row]] : plain])),
  );
}
