/** The orders in which tools can be listed; of what is not known nothing comes first, and what is alike stays in the order of the list. */

import { distance } from "../filtering/points.js";
import { said } from "./answering.js";
import { firstLoan } from "./lending.js";
import { loans } from "./question.js";
import { asAsked } from "./windows.js";

const least = (values) => Math.min(...values.filter((value) => value !== null && value !== undefined));

/** How many kilometres lie between a tool's owner and the nearest of some points; nothing where that is not known. */
export function away({ owner: { point } }, centres) {
  return point && centres.length ? Math.min(...centres.map((centre) => distance(centre, point))) : undefined;
}

/** By what tools are ordered: each has a number of its own, the least comes first. */
const MEASURES = {
  libre: (known, { units, at }, { asked, fits }) => {
    const wanted = loans(asked, known.today);
    if (wanted) return asAsked(known, at, wanted, fits)?.[0];
    return least(units.filter(fits).map((unit) => firstLoan(known.units[unit].offer, known.today)?.[0]));
  },
  pres: (known, tool, { centres }) => away(tool, centres),
  nouveau: (known, { added }) => -added,
  prete: (known, { lent }) => -lent,
  prix: (known, { units }, { asked, fits }) => {
    const { told } = said(known, "budget", asked);
    return least(units.filter(fits).map((unit) => told[unit]));
  },
};

/** Numbers of tools in an order. `question` is {asked, centres, fits}, where `fits` tells which units the question is about. */
export function sorted(known, numbers, order, question) {
  const measured = numbers.map((at) => [MEASURES[order](known, known.tools[at], question) ?? Infinity, at]);
  return measured.sort(([one, at], [other, behind]) => (one === other ? at - behind : one - other)).map(([, at]) => at);
}
