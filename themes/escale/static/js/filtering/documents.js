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

const DIGITS = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((digit, value) => [digit, value]));

/** The number that stands at a place of planes of digits (plugins/views/filtering/columns.py). */
export function digits(planes, at) {
  let value = 0;
  for (const plane of planes) value = value * DIGITS.size + DIGITS.get(plane[at]);
  return value;
}

/** The values of a column. */
export function values(column) {
  if (Array.isArray(column)) return column;
  const { at: planes, list, of, least } = column;
  const bits = (number) => of.filter((_, bit) => Math.floor(number / 2 ** bit) % 2);
  const value = list ? (number) => list[number] : of ? bits : (number) => least + number;
  return Array.from(planes[0], (_, row) => value(digits(planes, row)));
}

/** A table as objects, from its columns; none where there are no columns. */
export function rows(columns) {
  const named = Object.entries(columns).map(([name, column]) => [name, values(column)]);
  return (named[0]?.[1] ?? []).map((_, row) => Object.fromEntries(named.map(([name, { [row]: value }]) => [name, value])));
}
