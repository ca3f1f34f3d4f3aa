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

const [BASE, ZERO] = [91, 35]; // of digits, the first of which is « # »

/** The number that stands at a place of planes of digits (plugins/views/filtering/columns.py). */
export function digits(planes, at) {
  return planes.reduce((value, plane) => value * BASE + plane.charCodeAt(at) - ZERO, 0);
}

/** The values of a column under each of its names. */
function told(column) {
  if (Array.isArray(column)) return [column];
  const { at: planes, lists, least } = column;
  let numbers = Array.from(planes[0], (_, row) => digits(planes, row));
  if (!lists) return [numbers.map((number) => least + number)];
  return lists.map((list) => {
    const own = numbers.map((number) => list[number % list.length]);
    numbers = numbers.map((number) => Math.floor(number / list.length));
    return own;
  });
}

/** The values of a column that has one name. */
export const values = (column) => told(column)[0];

/** A table as objects, from its columns; none where there are no columns. */
export function rows(columns) {
  const named = Object.entries(columns).flatMap(([names, column]) => told(column).map((own, at) => [names.split(" ")[at], own]));
  return (named[0]?.[1] ?? []).map((_, row) => Object.fromEntries(named.map(([name, { [row]: value }]) => [name, value])));
}
