/** The words that a hub gives its things, and those of French besides, ready to be found in a sentence: made of /recherche/noms.json. */

import { number } from "../../filtering/days.js";
import { words } from "../../filtering/words.js";
import { SHORT, townsOf } from "./towns.js";
import { LEVELS, MEANINGS, ORDINARY, SET_PHRASES } from "./french.js";

/** A word without the mark of its plural. */
export const bare = (word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word);
export const key = (text) => words(text).map((word) => SHORT[word] ?? word).map(bare).join(" ");

const pairs = (question) => (question === null ? null : [...new URLSearchParams(question)]);

/** The parts of a question to a list that a hub knows: nothing where it knows none of them. */
function known(table, question) {
  if (!question?.length) return question;
  const own = question.filter(([name, value]) => !(name in table) || value in table[name]);
  return own.length ? own : null;
}

/** « Histoire et patrimoine » is called by each of both, « Rencontre-débat » by its whole. */
function forms(label, name) {
  const parts = name === "theme" ? label.split(/ et /).filter((part) => !/^sciences?$/i.test(part)) : [];
  return [label, ...parts].map(key);
}

/** What a hub's own names mean, each with the questions that it is in the agenda and in the catalogue. */
function* own({ labels, events, tools }) {
  for (const [name, values] of Object.entries(labels)) {
    if (!["theme", "public", "acces"].includes(name)) continue;
    for (const [value, label] of Object.entries(values)) yield [forms(label, name), [[name, value]], [[name, value]]];
  }
  for (const [value, label] of Object.entries({ ...events, ...tools })) {
    const asked = [["categorie", value]];
    const lists = value in events ? (value in tools ? "" : "agenda") : "tools";
    yield [forms(label), value in events ? asked : null, value in tools ? asked : null, lists];
  }
}

function* levels() {
  for (const [value, phrases] of Object.entries(LEVELS)) {
    yield [phrases.split("|"), [["scolaires", "1"], ["niveau", value]], [["niveau", value]], ""];
  }
}

function* departments({ labels }) {
  for (const [code, name] of Object.entries(labels.departement)) {
    const asked = [["departement", code]];
    yield [[key(name)], asked, asked, ORDINARY.has(key(name)) ? "weak" : ""];
    yield [[code.toLowerCase()], asked, asked];
  }
}

/** A lexicon with all towns of the region (filtering/near.js) behind those that it has. */
export function widened(known, all) {
  const towns = new Map(known.towns);
  for (const { code, name, key: own } of all) {
    if (!towns.has(own)) towns.set(own, { code, name: name.replaceAll("'", "’"), key: own, second: false, small: true });
  }
  return { ...known, towns };
}

/** A lexicon: {phrases: Map of words to {agenda, tools, sure}, towns, postcodes, holidays, labels, say, longest}. */
export function lexicon(names) {
  const phrases = new Map(SET_PHRASES.map((phrase) => [key(phrase), undefined]));
  const agenda = { ...names.labels, categorie: names.events };
  const tools = { ...names.labels, categorie: names.tools };
  const french = MEANINGS.map(([found, one, other, sure = ""]) => [found.split("|"), pairs(one), pairs(other), sure]);
  for (const [found, one, other, sure = ""] of [...french, ...levels(), ...own(names), ...departments(names)]) {
    const meaning = { agenda: known(agenda, one), tools: known(tools, other), sure };
    if (!meaning.agenda && !meaning.tools) continue;
    for (const phrase of found) if (!phrases.has(phrase)) phrases.set(phrase, meaning);
  }
  const holidays = names.holidays.map(([name, ...days]) => ({ key: words(name), days: days.map(number) }));
  const labels = { ...names.labels, agenda: names.events, tools: names.tools };
  const say = (name, values = {}) => names.said[name]?.replace(/\{(\w+)\}/g, (_, part) => values[part]);
  return { phrases, holidays, labels, say, ...townsOf(names), longest: 6 };
}
