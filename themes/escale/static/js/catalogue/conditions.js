/** What the conditions of a question compare: the figures of a unit (a version, or the tool where it has none), and what holds of the whole tool. */

import { begins } from "../filtering/names.js";
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

/** Whether a tool has one of the values of a name. */
export const HAS = {
  departement: ({ departement }, code) => !departement.length || departement.includes(code),
  langue: ({ langue }, code) => langue.includes(code),
  niveau: ({ niveau }, level, { levels }) => niveau.some((one) => levels[level].includes(one)),
  public: (tool, audience) => tool.public.includes(audience),
  theme: ({ theme }, slug) => theme.includes(slug),
  acces: ({ acces }, code) => acces.includes(code),
  categorie: ({ categorie }, slug) => categorie === slug,
  proprietaire: ({ owner }, key) => owner.key === key,
  groupe: ({ groupe }, group) => groupe === group,
  "pass-culture": ({ pass }) => Boolean(pass),
  q: ({ at }, text, { vocabulary }) => begins(text, vocabulary[at]),
};
