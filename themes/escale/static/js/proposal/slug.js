/** The name of the file: proposed from the title (and the year of an event), and what is wrong with one that was typed. */

import { said } from "./said.js";

const LONGEST = 60;

/** A title as a name: lower case, without accents, words joined by hyphens; whole, or as many words as are not too long. */
function named(title, longest = LONGEST) {
  const plain = title.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "");
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  let name = "";
  for (const word of words) {
    if (name && name.length + word.length >= longest) break;
    name = name ? `${name}-${word}` : word.slice(0, longest);
  }
  return name;
}

/** The name that a form proposes. */
export function proposed(tree) {
  const name = named(tree.value.title ?? "");
  const start = tree.value.slots?.[0].start ?? tree.value.recurrence?.start ?? "";
  const year = /^\d{4}/.exec(start)?.[0];
  return name && year && !name.includes(year) ? `${name}-${year}` : name;
}

/** What is wrong with a name, if anything. */
export function wrongName(name, rules) {
  const slug = named(name, Infinity);
  if (!new RegExp(rules.pattern).test(name)) return said(slug ? rules.meant : rules.unlike, { value: name, slug });
  if (rules.reserved.includes(name)) return said(rules.taken, { value: name });
  return undefined;
}
