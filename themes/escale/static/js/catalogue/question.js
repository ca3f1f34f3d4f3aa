/**
 * The question that an address asks of the catalogue: {name: values}, by the names of the contract, and what of it means nothing.
 * Days are numbers. `tri` and `pres` choose nothing: they say in which order, and near which town.
 */

import * as names from "../filtering/names.js";
import { day, key, level, one, same, without } from "../filtering/names.js";

export const VEHICLES = ["voiture", "utilitaire", "camion"];
export const ORDERS = ["libre", "pres", "nouveau", "prete", "prix"];

const NUMBER = /^\d{1,6}([.,]\d+)?$/;
const euros = (text) => (NUMBER.test(text) ? Number(text.replace(",", ".")) : undefined);
const size = (text) => euros(text) || undefined;
const some = (text) => (/^\d{1,6}$/.test(text) && Number(text)) || undefined;
const READERS = {
  du: day,
  au: day,
  jours: some,
  surface: size,
  hauteur: size,
  vehicule: key,
  poids: size,
  personnes: some,
  visiteurs: some,
  budget: euros,
  gratuit: one,
  "pass-culture": one,
  departement: key,
  langue: key,
  niveau: level,
  public: key,
  theme: key,
  acces: key,
  categorie: key,
  proprietaire: key,
  groupe: key,
  q: same,
  tri: (text) => key(text, ORDERS),
  pres: same,
};
const [WHEN, ORDER] = [["du", "au", "jours"], ["tri", "pres"]];
const SINGLE = Object.keys(READERS).filter((name) => !WHEN.includes(name) && !ORDER.includes(name));

export const note = (name, value) => names.note(READERS, name, value);
export const write = (asked) => names.write(READERS, asked);

/** What an address asks on a day: {asked, notes}. `known` lists the values of names that have a list. */
export function read(search, known, today) {
  const { asked, notes } = names.given(READERS, search, known);
  const { days, early } = names.span(asked, today);
  return { asked: without({ ...asked, ...days }, []), notes: [...notes, ...early.map((last) => note("au", last))] };
}

/** Which conditions a question makes, each a list of names that are given up together; a length without days is none. */
export function conditions(asked) {
  const when = asked.du || asked.au ? [WHEN] : [];
  return [...when, ...SINGLE.filter((name) => asked[name]).map((name) => [name])];
}

/** The loans that are asked for, one of which must be had: [{within: [first, last], days}]; nothing where no days are asked. */
export function loans({ du, au, jours }, today) {
  if (!du && !au) return undefined;
  const [first] = du ?? [today];
  return lengths({ du: [first], au, jours }).map((days) => ({ within: [first, au ? au[0] : first + days - 1], days }));
}

/** How many days the loan lasts that is asked for, each of which will do. */
export function lengths({ du, au, jours }, today = 0) {
  return jours ?? [au ? au[0] - (du?.[0] ?? today) + 1 : 1];
}
