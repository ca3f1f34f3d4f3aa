/**
 * The question that an address asks: {name: values}, by the names of the contract, and what of it means nothing.
 * Days are numbers; `here`, the visitor's own position [latitude, longitude], is never written into an address.
 */

import * as names from "../filtering/names.js";
import { day, key, level, measure, one, same, without, wordy } from "../filtering/names.js";

const years = (text) => (/^\d{1,3}$/.test(text) && text <= 120 ? Number(text) : undefined);
const READERS = {
  du: day,
  au: day,
  pres: same,
  rayon: measure,
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

/** Names that are given up together: nobody wants a last day without a first one, or a distance from nowhere. */
export const CONDITIONS = [["du", "au"], ["pres", "rayon", "here"]].concat(
  Object.keys(READERS).slice(4).map((name) => [name]),
);

export const note = (name, value) => names.note(READERS, name, value);
export const write = (asked) => names.write(READERS, asked);

/**
 * What an address asks on a day by a visitor who is `here`, or has not said where: {asked, notes}.
 * `known` lists the values of names that have a list.
 */
export function read(search, known, today, here) {
  const { asked, notes } = names.given(READERS, search, known);
  const { days, early } = names.span(asked, today);
  const anywhere = !asked.pres && !here;
  return {
    asked: without({ ...asked, ...days, here: here && [here] }, anywhere ? ["rayon"] : []),
    notes: [...notes, ...early.map((last) => note("au", last))].filter(({ name }) => !(anywhere && name === "rayon")),
  };
}

/** Which of the conditions a question makes, each a list of names. */
export function conditions(asked) {
  return CONDITIONS.filter((group) => group.some((name) => asked[name] && name !== "rayon"));
}
