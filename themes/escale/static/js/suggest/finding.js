/** What is suggested for some letters, from the documents of plugins/search/suggesting/suggestions.py. */

import { once } from "../filtering/documents.js";
import { words } from "../filtering/words.js";

const NAMES = "/recherche/suggestions.json";
const LETTERS = 2;
const SHOWN = 8;
const OF_ONE_KIND = 3; // as long as there are others
const SHORT = { st: "saint", ste: "sainte" };

const plain = (text) => words(text).map((word) => SHORT[word] ?? word);
/** « M.C.F. » is looked for as « mcf », too. */
const joined = (text) => text.replace(/(?<=\b\p{L})\./gu, "");

/** A row as it is shown: {kind, label, url, beside, day, words, title}. */
function read(kinds, [kind, label, path, beside = "", day = ""]) {
  const [name, folder] = kinds[kind];
  const title = plain(label);
  const url = folder ? `${folder}${path}/` : path;
  return { kind, name, label, url, beside, day, title, words: [...title, ...plain(joined(beside)), ...plain(beside)] };
}

/** How well a row fits some words, each of which must begin one of its own: 0 is best; nothing where it does not. */
function fit(row, asked) {
  if (!asked.every((word) => row.words.some((own) => own.startsWith(word)))) return undefined;
  const whole = ` ${row.title.join(" ")} `;
  const text = asked.join(" ");
  return whole === ` ${text} ` ? 0 : whole.startsWith(` ${text}`) ? 1 : whole.includes(` ${text}`) ? 2 : 3;
}

/** The rows that fit, best first; of one kind a few, as long as there are others. */
export function best(rows, text) {
  const asked = plain(text);
  if (!asked.length) return [];
  const found = rows.map((row) => [fit(row, asked), row]).filter(([fits]) => fits !== undefined);
  const sorted = found.sort(([one], [other]) => one - other).map(([, row]) => row);
  const counts = {};
  const few = sorted.filter(({ kind }) => (counts[kind] = (counts[kind] ?? 0) + 1) <= OF_ONE_KIND);
  const more = sorted.filter((row) => !few.includes(row));
  const chosen = new Set([...few, ...more].slice(0, SHOWN));
  return sorted.filter((row) => chosen.has(row));
}

/** The letters whose titles are looked through: the first two of the longest word that is begun by any. */
function letters(text, begun) {
  const known = plain(text).filter((word) => begun.includes(word.slice(0, LETTERS)) && word.length >= LETTERS);
  return known.sort((one, other) => other.length - one.length)[0]?.slice(0, LETTERS);
}

function names({ kinds, rows, begun, said }) {
  return { kinds, said, begun: begun.split(" "), rows: rows.map((row) => read(kinds, row)) };
}

/** What is suggested for a text: {rows, said}, with the sentences of the box. */
export async function suggested(written) {
  const text = joined(written);
  const { kinds, said, begun, rows } = await once(NAMES, names);
  const start = letters(text, begun);
  const titles = start ? await once(`/recherche/suggestions/${start}.json`, (found) => found.map((row) => read(kinds, row))) : [];
  return { rows: best([...rows, ...titles], text), said };
}
