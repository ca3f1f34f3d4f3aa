/** Words without what people write in many ways (contributions/words/folding.py). */

/** Lower case letters without accents, digits and marks; what has no such form is left out. */
export function ascii(text, { letters }) {
  const lower = [...text.toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
  return lower.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();
}

/** Lower case words, one space between two. */
export function folded(text, folding) {
  return ascii(text, folding).split(/[^a-z0-9]+/).filter(Boolean).join(" ");
}
