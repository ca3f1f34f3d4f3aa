/** The orders in which tools can be listed besides the usual one, and how far their owners are. */

import { distance } from "../filtering/points.js";
import { distanceSaid } from "../filtering/said.js";
import { said } from "./answering.js";
import { by } from "./windows.js";

/** How many kilometres lie between a tool's owner and the nearest of some points; nothing where that is not known. */
function away({ owner: { point } }, centres) {
  return point && centres.length ? Math.min(...centres.map((centre) => distance(centre, point))) : undefined;
}

/** By what tools are ordered: each has a number of its own, the least comes first. `fits` tells which units a question is about. */
const MEASURES = {
  pres: (known, { centres }) => (at) => away(known.tools[at], centres),
  nouveau: (known) => (at) => -known.tools[at].added,
  prete: (known) => (at) => -known.tools[at].lent,
  prix: (known, { asked }, fits) => {
    const { told } = said(known, "budget", asked);
    return (at) => Math.min(...known.tools[at].units.filter(fits).map((unit) => told[unit] ?? Infinity));
  },
};

/** Numbers of tools in an order, and what is said of how far each is, where that is what they are ordered by. */
export function ordered(known, numbers, order, question, fits) {
  const measure = MEASURES[order](known, question, fits);
  const far = (at) => (measure(at) === undefined ? "" : distanceSaid(measure(at)));
  return { numbers: by(measure, numbers), far: order === "pres" ? far : undefined };
}
