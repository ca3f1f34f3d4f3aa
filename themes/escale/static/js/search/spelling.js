/** What a word may have been meant for, by the words of the site. */

import { fold } from "./terms.js";

const SHORT = 4; // shorter words are never mended
const LONG = 8; // in these, two letters may differ

/** The nearest word of the site, folded; null where none is near. */
export function mended(word, vocabulary) {
  if (word.length < SHORT || /\d/.test(word)) return null;
  let best = word.length < LONG ? 1 : 2;
  let nearest = null;
  for (const entry of vocabulary) {
    if (Math.abs(entry.length - word.length) > best) continue;
    const known = fold(entry);
    const far = distance(word, known, best);
    if (far < best || (far === best && !nearest)) [best, nearest] = [far, entry];
  }
  return nearest;
}

/** Letters added, left out, changed or swapped (optimal string alignment); more than `most` is said as most + 1. */
function distance(one, other, most) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + same);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length];
}
