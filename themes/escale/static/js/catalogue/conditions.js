/** What conditions compare: the figures of a unit (a version, or the tool where it has none), and what the whole tool is about. */

import { add, either, empty, setOf } from "../filtering/masks.js";
import { beginning } from "../filtering/names.js";
import { VEHICLES } from "./question.js";

/** What a loan of some days costs, in euros: for each week or month that begins, where that is how it is counted. */
function cost([amount, days], length) {
  return amount * (days ? Math.ceil(length / days) : 1);
}

/**
 * Figures: what the owner says of a unit for a loan that may have some lengths (null where that is not said), and whether it fits what
 * is at hand.
 */
export const FIGURES = {
  surface: { says: ({ surface }) => surface, fits: (needed, room) => needed <= room },
  hauteur: { says: ({ hauteur }) => hauteur, fits: (needed, room) => needed <= room },
  vehicule: { says: ({ vehicule }) => vehicule, fits: (needed, vehicle) => needed <= VEHICLES.indexOf(vehicle) },
  poids: { says: ({ poids }) => poids, fits: (needed, strength) => needed <= strength },
  personnes: { says: ({ personnes }) => personnes, fits: (needed, hands) => needed <= hands },
  visiteurs: { says: ({ tool }) => tool.visiteurs, fits: (room, visitors) => visitors <= room },
  budget: {
    says: ({ price }, lengths) => (price && price[0] !== null ? Math.min(...lengths.map((days) => cost(price, days))) : null),
    fits: (needed, euros) => needed <= euros,
  },
  gratuit: { says: ({ price }) => price && price[0] === 0, fits: (free) => free },
};

/** What a tool has of a name. */
const VALUES = {
  departement: ({ departement }) => departement,
  langue: ({ langue }) => langue,
  niveau: ({ niveau }, { levels }) => niveau.flatMap((one) => levels[one]),
  public: (tool) => tool.public,
  theme: ({ theme }) => theme,
  acces: ({ acces }) => acces,
  categorie: ({ categorie }) => [categorie],
  proprietaire: ({ owner }) => [owner.key],
  groupe: ({ groupe }) => [groupe],
  "pass-culture": ({ pass }) => (pass ? ["1"] : []),
};
/** Where no department is given. */
const ANYWHERE = "";

/** What tells of a value of a name which tools have it. */
export function having(known, name) {
  const sets = new Map();
  const set = (value) => sets.get(value) ?? sets.set(value, empty(known.tools.length)).get(value);
  for (const tool of known.tools) {
    const own = VALUES[name](tool, known);
    for (const value of own.length || name !== "departement" ? own : [ANYWHERE]) add(set(value), tool.at);
  }
  return (value) => either(set(value), set(ANYWHERE));
}

/** The tools that are found by some words. */
export function worded(known, text, { vocabulary }) {
  const found = beginning(text);
  return setOf(known.tools.length, (at) => found(vocabulary[at]));
}
