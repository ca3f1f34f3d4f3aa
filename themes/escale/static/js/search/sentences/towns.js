/** The towns of /recherche/noms.json (plugins/search/suggesting/names.py): those where there is something, and the largest. */

import { words } from "../../filtering/words.js";

/** What towns are written with, and called by. */
export const SHORT = { st: "saint", ste: "sainte" };

/** Towns by what their names have in common with other spellings, and by postcode; of several the largest: {towns, postcodes}. */
export function townsOf({ towns: lines }) {
  const towns = new Map();
  const postcodes = new Map();
  for (const line of lines.split("\n").filter(Boolean)) {
    const [code, mark, own, ...name] = line.split(" ");
    const town = { code, name: name.join(" "), key: words(name.join(" ")).join(" "), second: mark === "s" };
    for (const postcode of own.split(",")) if (!postcodes.has(postcode)) postcodes.set(postcode, town);
    if (!towns.has(town.key)) towns.set(town.key, town);
  }
  return { towns, postcodes };
}
