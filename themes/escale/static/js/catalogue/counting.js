/** How many tools each choice of the panel would leave. */

import { both, count } from "../filtering/masks.js";
import { isOfUnits, left, toTools, together, weigh } from "./answering.js";

/** How many tools would be left if a value of a name were chosen as well: choices are [name, value] pairs. */
export function counts(known, asked, choices, help) {
  const sets = weigh(known, asked, help);
  const tools = together(known.every.tools, sets.tools);
  const fit = toTools(known, together(known.every.units, sets.units));
  const others = new Map();
  const other = (name) => {
    const ofTools = () => both(fit, together(known.every.tools, sets.tools, name));
    if (!others.has(name)) others.set(name, isOfUnits(name) ? together(known.every.units, sets.units, name) : ofTools());
    return others.get(name);
  };
  return choices.map(([name, value]) => {
    const set = both(other(name), left(known, name, { ...asked, [name]: [...(asked[name] ?? []), value] }, help));
    return count(isOfUnits(name) ? both(tools, toTools(known, set)) : set);
  });
}
