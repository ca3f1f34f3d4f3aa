/** The orders in which tools can be listed besides the usual one, and how far their owners are. */

import { distance } from "../filtering/points.js";
import { said } from "./answering.js";

/** How many kilometres lie between a tool's owner and the nearest of some points; nothing where that is not known. */
export function away({ owner: { point } }, centres) {
  return point && centres.length ? Math.min(...centres.map((centre) => distance(centre, point))) : undefined;
}

/** By what tools are ordered: each has a number of its own, the least comes first. `fits` tells which units a question is about. */
export const MEASURES = {
  pres: (known, { centres }) => (at) => away(known.tools[at], centres),
  nouveau: (known) => (at) => -known.tools[at].added,
  prete: (known) => (at) => -known.tools[at].lent,
  prix: (known, { asked }, fits) => {
    const { told } = said(known, "budget", asked);
    return (at) => Math.min(...known.tools[at].units.filter(fits).map((unit) => told[unit] ?? Infinity));
  },
};
