/** A sentence taken apart: what of its words names something that the filters know, and what is left. No page is needed. */

import { words } from "../../filtering/words.js";
import { SHORT } from "./towns.js";
import { daysAt } from "./days.js";
import { BEFORE_TOWN, BEHIND_TOWN, FILLERS, MONTHS, ORDINARY, SOFT, UNITS, WHOSE } from "./french.js";
import { bare } from "./lexicon.js";

const KNOWN_BY_FIRST = 300; // of the largest towns
const OLDEST = 120; // years
const ARTICLES = ["le", "la", "les", "l"];

const WRITTEN = [
  [/\b(20\d\d)-(\d\d?)-(\d\d?)\b/g, (_, year, month, day) => `${day} ${MONTHS[month - 1] ?? month} ${year}`],
  [/\b(\d\d?)[/.](\d\d?)(?:[/.](20\d\d))?\b/g, (_, day, month, year = "") => `${day} ${MONTHS[month - 1] ?? month} ${year}`],
  [/€/g, " euros "],
  [/(\d)\s*m(?:2|²|ètres? carrés?)(?![\p{L}\d])/giu, "$1 m2 "],
  [/\b(\d{1,3})(ans?|km|kg)\b/gi, "$1 $2"],
];

/** The words of a sentence, each as it is written and as it is compared. */
function tokens(text) {
  const plain = WRITTEN.reduce((known, [found, instead]) => known.replace(found, instead), text.slice(0, 300));
  const written = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return written.map((raw) => ({ raw, word: words(raw).map((word) => SHORT[word] ?? word).join("") }));
}

/** « 8 ans », « 6-12 ans », « 30 km », « 3 semaines ». */
function measureAt(found, at) {
  const number = /^\d{1,4}$/;
  if (!number.test(found[at])) return undefined;
  const span = found[at + 1] === "a" ? 2 : 1;
  const second = number.test(found[at + span]) ? found[at + span] : undefined;
  const unit = at + (second ? span + 1 : 1);
  const [agenda, tools, times = 1] = UNITS[bare(found[unit] ?? "")] ?? [];
  const values = [found[at], second].filter(Boolean).map((value) => String(value * times));
  const fits = (value) => (agenda === "age" ? value <= OLDEST : value > 0);
  if (!(agenda || tools) || (second && agenda !== "age") || !values.every(fits)) return undefined;
  const pairs = (name) => (name ? values.map((value) => [name, value]) : null);
  return { used: unit + 1 - at, agenda: pairs(agenda), tools: pairs(tools), sure: tools ? "tools" : "agenda" };
}

/** Whether the word before a place says that a town follows. */
function towards(found, at) {
  const before = found[at - 1];
  return BEFORE_TOWN.has(before) || (["de", "d", "du", "des", "l", "la", "le"].includes(before) && at > 1 && towards(found, at - 1));
}

/** A town at a place: by its postcode, its name, or the first word of a long one. */
function townAt(found, at, { towns, postcodes, longest }) {
  if (postcodes.has(found[at])) return { used: 1, town: postcodes.get(found[at]) };
  for (let used = longest; used; used -= 1) {
    const name = found.slice(at, at + used).join(" ");
    const town = found.length >= at + used && towns.get(name);
    const doubtful = ORDINARY.has(name) || (town?.small && used < 2);
    if (town && (!doubtful || towards(found, at))) return { used, town };
  }
  return begunAt(found, at, towns);
}

/** One of the largest towns, by how its name begins: « Boulogne » (-sur-Mer), « Le Touquet » (-Paris-Plage). */
function begunAt(found, at, towns) {
  const used = ARTICLES.includes(found[at]) ? 2 : 1;
  const start = found.slice(at, at + used).join(" ");
  const last = found[at + used - 1] ?? "";
  if (last.length < 5 || ORDINARY.has(last)) return undefined;
  const goes = ({ key }) => key.startsWith(`${start} `) && (used > 1 || BEHIND_TOWN.has(key.split(" ")[1]));
  const town = [...towns.values()].slice(0, KNOWN_BY_FIRST).find(goes);
  return town && { used, town };
}

function phraseAt(found, at, { phrases, longest }) {
  for (let used = Math.min(longest, found.length - at); used; used -= 1) {
    const phrase = found.slice(at, at + used).map(bare).join(" ");
    if (phrases.has(phrase)) return { used, ...(phrases.get(phrase) ?? { none: true }) };
  }
  return undefined;
}

/** What begins at a place: a town before a word of the same length only where its name says so, as « Nord » is a department. */
function meantAt(found, at, known, now) {
  const days = daysAt(found, at, now, known.holidays);
  const others = [measureAt(found, at), phraseAt(found, at, known), townAt(found, at, known)].filter(Boolean);
  const [longest] = others.sort((one, other) => other.used - one.used);
  if (longest?.none) return longest;
  return days && !(longest?.used > days.used) ? days : longest;
}

/** What is left of words that mean nothing to the lists; a group of words stays one. */
function rest(own, place) {
  const telling = own.filter(({ word }) => !FILLERS.has(word));
  if (telling.length < 2) return telling.map((one) => ({ ...one, place, soft: SOFT.has(one.word) }));
  return [{ raw: telling.map(({ raw }) => raw).join(" "), word: "" }];
}

/**
 * What a sentence says on a day: {meanings, left}. A meaning has the words that say it (`words`), and days, a town, or the questions that it
 * is to the lists (`agenda`, `tools`: pairs of names and values, nothing where a list cannot ask so). What is left is
 * {raw, word, soft, place} each: `soft` says little, `place` stands where the name of a town would, `out` is what nothing can be asked with: a date
 * that is over, a wish for `access` that does not say whose.
 */
export function understood(text, known, now) {
  const all = tokens(text);
  const found = all.map(({ word }) => word);
  const meanings = [];
  const left = [];
  for (let at = 0; at < all.length; ) {
    const { used = 1, none, ...meaning } = meantAt(found, at, known, now) ?? { none: true };
    const own = all.slice(at, at + used);
    const said = own.map(({ raw }) => raw).join(" ");
    if (!none) meanings.push({ ...meaning, words: said });
    else if (meaning.date || WHOSE.has(found[at])) left.push({ raw: said, out: true, access: !meaning.date });
    else left.push(...rest(own, towards(found, at)));
    at += used;
  }
  return { meanings, left };
}
