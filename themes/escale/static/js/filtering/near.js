/** Towns by their names, and the visitor's own position. */

import { digits, once } from "./documents.js";
import { words } from "./names.js";
import { made } from "./said.js";

const SCALE = 1e4; // steps of a degree
const OFFERED = 6;
const SHORT = { st: "saint", ste: "sainte" };
const CODE = /^(\d\d|2[AB])\d{3}$/i;

/** What two spellings of a town's name have in common: « St-Jean d’Angély » and « saint jean d angely ». */
function townKey(name) {
  return words(name).map((word) => SHORT[word] ?? word).join(" ");
}

/** The towns of a region, from its document (plugins/agenda/filtering/towns.py): {code, name, point, key} each, the largest first. */
export function decode({ names, codes, corner, planes, largest }) {
  const coordinate = (first, at) => (corner[first / 3] + digits(planes.slice(first, first + 3), at)) / SCALE;
  const coded = codes.flatMap(([department, steps]) => {
    let last = 0;
    return steps.map((step) => department + String((last += step)).padStart(5 - department.length, "0"));
  });
  const all = names.split("\n").map((name, at) => ({
    code: coded[at],
    name,
    key: townKey(name),
    point: [coordinate(0, at), coordinate(3, at)],
  }));
  const first = new Set(largest);
  return [...largest.map((at) => all[at]), ...all.filter((_, at) => !first.has(at))];
}

/** The town that somebody names, by its INSEE code or in words, or nothing. */
export function find(towns, text) {
  const key = townKey(text);
  return towns.find(CODE.test(text) ? ({ code }) => code === text.toUpperCase() : (town) => town.key === key);
}

/** The towns whose names go on after some letters, the largest first. */
function beginning(towns, text) {
  const key = townKey(text);
  return key ? towns.filter((town) => town.key.startsWith(key)).slice(0, OFFERED) : [];
}

/** The region's towns, read once when somebody asks for them. */
export function towns() {
  return once("/agenda/communes.json", decode);
}

/** A town as a field proposes it: by its name, or by its code where a larger one has the name too. */
function option(all, { code, name }) {
  const largest = find(all, name).code === code;
  return Object.assign(made("option", ""), largest ? { value: name } : { value: code, label: `${name} (${code})` });
}

/** Propose towns for what is written in a field, in its list. */
export async function suggest({ list, value }) {
  const all = await towns();
  list.replaceChildren(...beginning(all, value).map((town) => option(all, town)));
}

/** The visitor's own position [latitude, longitude], which stays in the browser; fails where it is refused. */
export function position() {
  const settings = { maximumAge: 6e5, timeout: 15e3 }; // milliseconds
  return new Promise((found, refused) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => found([coords.latitude, coords.longitude]), refused, settings);
  });
}
