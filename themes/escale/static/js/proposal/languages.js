/** Which language is meant by what is no code of one (contributions/fields/languages.py); the names come with the data. */

import { folded } from "./folding.js";

/** What is wrong with the code of a language: a message, and what to put in it; nothing if it is right. */
export function wrongLanguage(text, check, { names, mark }, folding) {
  const code = new RegExp(check.pattern);
  if (code.test(text)) return undefined;
  const name = new RegExp(mark, "u").test(text) ? "" : folded(text, folding);
  const meant = code.test(name) ? name : Object.hasOwn(names, name) && names[name];
  return meant ? [check.meant, { meant }] : [check];
}
