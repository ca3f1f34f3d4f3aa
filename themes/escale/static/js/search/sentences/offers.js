/** What is offered for a sentence: the agenda, the catalogue, or both, with their filters set as the contract has them. No page is needed. */

import { written } from "../../filtering/days.js";
import { MONTHS, WEEKDAYS } from "./french.js";
import { consistent } from "./joining.js";
import { said } from "./saying.js";
import { understood } from "./understanding.js";

const PATHS = { agenda: "/agenda/", tools: "/outils/" };
const LISTS = Object.keys(PATHS);
const FEW = 10; // days: who names no more wants to go somewhere, not to borrow
const NEEDS = { rayon: ["pres"], jours: ["du", "au"] }; // names that mean nothing without one of some others
const SUBJECTS = ["theme", "categorie", "niveau"];

const is = ({ sure = "" }, hint) => sure.includes(hint);
/** What names nothing by itself: an ordinary word, which is also one of the table's. */
const weak = (meaning) => Boolean(meaning.weak) || is(meaning, "weak");
/** Words that no text is looked for with: days that were not understood, numbers. */
const numeral = ({ raw, word }) => /^\d+(er)?$/.test(raw) || MONTHS.includes(word) || WEEKDAYS.includes(word);

/** A meaning with the questions that it is to each list, as pairs; nothing where the list cannot ask so. */
function asking(meaning) {
  const { days, town } = meaning;
  if (days) {
    const pairs = days.flatMap((day, at) => (day === undefined ? [] : [[["du", "au"][at], written(day)]]));
    return { ...meaning, agenda: pairs, tools: pairs };
  }
  if (!town) return meaning;
  const pres = ["pres", town.second ? town.code : town.name];
  return { ...meaning, agenda: [pres], tools: [pres, ["tri", "pres"]] };
}

/** Whether the words name something, and not only words that the lists know among many others. */
function names(meanings, left) {
  const placed = meanings.some(({ days, town }) => days || town);
  const real = meanings.filter(({ agenda, tools }) => agenda?.length || tools?.length);
  if (!real.length || (meanings.length < 2 && weak(meanings[0]))) return false;
  return left.filter((word) => !word.soft && !word.out && !numeral(word)).length <= meanings.length + (placed ? 1 : 0);
}

/** Which lists a sentence means. */
function meant(meanings) {
  const count = (list) => meanings.filter((meaning) => meaning[list]).length;
  const most = count("agenda") > count("tools") ? "agenda" : "tools";
  const hinted = LISTS.filter((list) => meanings.some((meaning) => is(meaning, list)));
  if (hinted.length === 1) return hinted;
  const outing = meanings.some(({ town, days }) => town || (days && !(days[1] - days[0] >= FEW)));
  if (hinted.length) return count("agenda") !== count("tools") ? [most] : outing ? ["agenda"] : hinted;
  const subject = meanings.some((meaning) => is(meaning, "word") || (meaning.tools && SUBJECTS.includes(meaning.agenda?.at(-1)?.[0])));
  if (subject && !outing) return LISTS;
  return [count("agenda") ? "agenda" : "tools"];
}

/** The offer of a list: {list, href, said, without}: words for what it asks, and what it leaves out. */
function offer(list, meanings, left, known, now) {
  const able = meanings.filter((meaning) => meaning[list]);
  const has = (name) => able.some((meaning) => meaning[list].some(([other]) => other === name));
  const idle = able.filter((meaning) => meaning[list].some(([name]) => NEEDS[name] && !NEEDS[name].some(has)));
  const asked = able.filter((meaning) => !idle.includes(meaning));
  const others = meanings.filter((meaning) => !asked.includes(meaning));
  const text = left.filter((word) => !word.out && !word.soft && !numeral(word)).map(({ raw }) => raw);
  const sought = [...others.filter((meaning) => is(meaning, "word")).map(({ words }) => words), ...text].join(" ");
  const search = new URLSearchParams();
  for (const [name, value] of asked.flatMap((meaning) => meaning[list])) if (!search.has(name, value)) search.append(name, value);
  const filtered = [...search].length;
  if (sought) search.append("q", sought);
  const access = search.has("acces");
  const out = left.filter((word) => (word.out ? !(word.access && access) : !word.soft && numeral(word))).map(({ raw }) => raw);
  const without = [...others.filter((meaning) => !is(meaning, "word")).map(({ words }) => words), ...out];
  return filtered && { list, href: `${PATHS[list]}?${search}`, said: said(asked, list, sought, known, now), without };
}

/** Whether a sentence may name a town that the lexicon does not have: a word is left where one would stand, or of several with hyphens. */
export function farther(text, known, now) {
  const left = understood(text, known, now).left.filter((word) => !word.out && !word.soft && !numeral(word));
  return left.some(({ place }) => place) || (left.length > 0 && /\p{L}-\p{L}/u.test(text));
}

/** What is offered for a sentence on a day, the list that it means first; nothing where its words name nothing. `known` is a lexicon. */
export function offers(text, known, now) {
  const read = understood(text, known, now);
  const { meanings: kept, out } = consistent(read.meanings);
  const meanings = kept.map(asking);
  if (!names(meanings, read.left)) return [];
  const left = [...read.left, ...out.map((raw) => ({ raw, out: true }))];
  return meant(meanings).map((list) => offer(list, meanings, left, known, now)).filter(Boolean);
}
