/** The words of a question, each with the ways in which the site may have written it. */

const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu; // M.E.S.H.S.
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/giu;
const SAINT = /(?<![\p{L}\p{N}])st(e?s?)[-. ]+(?=\p{L})/giu;
export const WORD = /[\p{L}\p{N}]+/gu;
const SMALL = new Set((
  "a ai as au aux avec avoir c ca ce ces cet cette chez comment d dans de des du elle elles en est et etre eu eux faire fait il ils j je "
  + "l la le les leur leurs lui m ma mais me mes mon n ne nos notre nous on ont ou par pas pour pourquoi qu quand que quel quelle "
  + "quelles quels qui quoi s sa se ses si son sont sous sur t ta te tes ton tout tous toute toutes tu un une vers veut veux voir "
  + "vos votre vous y cherche chercher trouver voudrais aller quelque quelques plus pres proche autour"
).split(" "));

/** Letters only: without case, accents and ligatures. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
}

/** The words that say what is looked for, folded; small words only where there are no others. */
export function words(question) {
  const plain = question.replace(DOTTED, (letters) => letters.replaceAll(".", "")).replace(SAINT, "saint$1 ").replace(ELISION, "");
  const all = fold(plain.replace(/(?<=\p{L})['’](?=\p{L})/gu, "")).match(WORD) ?? []; // « aujourd’hui » is one word
  const telling = all.filter((word) => !SMALL.has(word) && (word.length > 1 || /\d/.test(word)));
  return [...new Set(telling.length ? telling : all)];
}

/** Singular and plural of a word, itself first. */
export function numbers(word) {
  const found = [word];
  if (word.length < 3 || /\d/.test(word)) return found;
  if (/aux$/.test(word)) found.push(word.replace(/aux$/, "al"), word.replace(/x$/, ""));
  else if (/[sx]$/.test(word)) found.push(word.slice(0, -1));
  else if (/al$/.test(word)) found.push(word.replace(/al$/, "aux"), `${word}s`);
  else found.push(`${word}s`, ...(/[aeo]u$/.test(word) ? [`${word}x`] : []));
  return found;
}

/** All spellings of a word that are the same word: numbers, and ligatures, which the index keeps. */
export function forms(word) {
  const found = numbers(word);
  return [...found, ...found.filter((form) => /[oa]e/.test(form)).map((form) => form.replace(/oe/g, "œ").replace(/ae/g, "æ"))];
}

/** What is left of a word without its plural. */
export function singular(word) {
  return word.length > 3 ? word.replace(/[sx]$/, "") : word;
}

/** The years that a question names. */
export function years(asked) {
  return asked.filter((word) => /^(?:19|20)\d\d$/.test(word)).map(Number);
}
