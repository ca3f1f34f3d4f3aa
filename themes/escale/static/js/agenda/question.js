/**
 * The question that an address asks: {name: values}, by the names of the contract, and what of it means nothing.
 * Days are numbers; `here`, the visitor's own position [latitude, longitude], is never written into an address.
 */

import { number, written } from "./days.js";

/** The words of a text: « L’Œuvre d’été » → ["l", "oeuvre", "d", "ete"]. */
export function words(text) {
  const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return plain.normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

const one = (text) => (text === "1" ? text : undefined);
const day = (text) => (Number.isNaN(number(text)) ? undefined : number(text));
const years = (text) => (/^\d{1,3}$/.test(text) && text <= 120 ? Number(text) : undefined);
const kilometres = (text) => (/^\d{1,5}([.,]\d+)?$/.test(text) && Number(text.replace(",", "."))) || undefined;
const same = (text) => text;
const wordy = (text) => (words(text).length ? text : undefined);
const bare = (text) => words(text).join("");
const key = (text, known) => known.find((value) => value.toLowerCase() === text.toLowerCase());
const level = (text, known) => known.find((value) => bare(value) === bare(text));

/** How the values of each name are read: nothing comes of what is impossible or unknown. */
const READERS = {
  du: day,
  au: day,
  pres: same,
  rayon: kilometres,
  departement: key,
  theme: key,
  categorie: key,
  public: key,
  acces: key,
  niveau: level,
  age: years,
  mode: key,
  gratuit: one,
  places: one,
  abri: one,
  scolaires: one,
  q: wordy,
};
const LISTED = [key, level];

/** Names that are given up together: nobody wants a last day without a first one, or a distance from nowhere. */
export const CONDITIONS = [["du", "au"], ["pres", "rayon", "here"]].concat(
  Object.keys(READERS).slice(4).map((name) => [name]),
);

/** A note of what was not taken: {name, value, unknown}. */
export function note(name, value) {
  return { name, value, unknown: name === "pres" || LISTED.includes(READERS[name]) };
}

/**
 * What an address asks on a day by a visitor who is `here`, or has not said where: {asked, notes}.
 * `known` lists the values of names that have a list.
 */
export function read(search, known, today, here) {
  const given = new URLSearchParams(search);
  const asked = here ? { here: [here] } : {};
  const notes = [];
  for (const [name, reader] of Object.entries(READERS)) {
    for (const text of given.getAll(name).map((value) => value.trim()).filter(Boolean)) {
      const value = reader(text, known[name] ?? []);
      if (value === undefined) notes.push(note(name, text));
      else if (!asked[name]?.includes(value)) (asked[name] ??= []).push(value);
    }
  }
  const first = asked.du ? Math.max(today, Math.min(...asked.du)) : today;
  const [early, late] = [(last) => last < first, (last) => last >= first];
  notes.push(...(asked.au ?? []).filter(early).map((last) => note("au", written(last))));
  if (asked.du) asked.du = [first];
  if (asked.au) asked.au = asked.au.some(late) ? [Math.max(...asked.au)] : [];
  const anywhere = !asked.pres && !here;
  return { asked: without(asked, anywhere ? ["rayon"] : []), notes: notes.filter(({ name }) => !(anywhere && name === "rayon")) };
}

/** The same as an address has it: « ?theme=chimie&gratuit=1 », or nothing. */
export function write(asked) {
  const address = new URLSearchParams();
  for (const name of Object.keys(READERS)) {
    for (const value of asked[name] ?? []) address.append(name, READERS[name] === day ? written(value) : value);
  }
  const text = address.toString();
  return text ? `?${text}` : "";
}

/** The question without some of its names, and without empty ones. */
export function without(asked, names) {
  return Object.fromEntries(Object.entries(asked).filter(([name, values]) => values?.length && !names.includes(name)));
}

/** Which of the conditions a question makes, each a list of names. */
export function conditions(asked) {
  return CONDITIONS.filter((names) => names.some((name) => asked[name] && name !== "rayon"));
}
