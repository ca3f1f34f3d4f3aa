/** The words of a text: « L’Œuvre d’été » → ["l", "oeuvre", "d", "ete"]. */
export function words(text) {
  const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return plain.normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}
