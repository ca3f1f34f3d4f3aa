/** Words without what people write in many ways: accents, case, ligatures, what stands between them. */

/** The words of a text: « L’Œuvre d’été » → ["l", "oeuvre", "d", "ete"]. */
export function words(text) {
  const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return plain.normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

const SHORT = { st: "saint", ste: "sainte" };

/** What two spellings of a town's name have in common: « St-Jean d’Angély » and « saint jean d angely ». */
export function townKey(name) {
  return words(name).map((word) => SHORT[word] ?? word).join(" ");
}
