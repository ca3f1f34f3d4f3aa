/** How a question may be written: elisions, « œ », and what was mistyped. */

const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|presqu|puisqu|quoiqu)[’'](?=[\p{L}\p{N}])/giu;
const SHORT = 5; // shorter words are never mended

/** Letters only: without case, accents and ligatures. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
}

/** The words as the index may have them: without elisions, and « coeur » for « cœur » or the reverse. */
export function spellings(words) {
  const bare = words.replace(ELISION, "");
  const joined = bare.replace(/oe/gi, "œ").replace(/ae/gi, "æ");
  const parted = bare.replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  return [...new Set([parted, joined])];
}

/** Whether what was found is what was asked: the engine shortens a word that it does not know until something fits. */
export function fits(words, found) {
  const known = found.map(fold);
  return parts(words).every((word) => {
    const start = word.slice(0, word.length < SHORT ? 2 : Math.ceil(word.length * 0.7));
    return known.some((other) => other.includes(start));
  });
}

/** Whether what was found has something of what was asked: a word whose first half, three letters at least, it shares. */
export function nears(words, found) {
  const known = found.map(fold);
  return parts(words).some((word) => {
    const start = word.slice(0, Math.max(3, Math.ceil(word.length / 2)));
    return word.length > 3 && known.some((other) => other.startsWith(start));
  });
}

/** How much of the worst word was found, endings apart: all of it is 1, as « partage » for « partager »; « cité » for « ciel » is 0.5. */
export function share(words, found) {
  const known = found.map(fold);
  return Math.min(...parts(words).map((word) => {
    const root = word.replace(/(?<=...)(?:ee?[rsz]?|s|x)$/, "");
    let length = root.length;
    while (length && !known.some((other) => other.includes(root.slice(0, length)))) length -= 1;
    return length / root.length;
  }));
}

function parts(words) {
  return fold(words).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The words with each unknown one replaced by the nearest word of the site; null when there is nothing to mend. */
export function mended(words, vocabulary) {
  const entries = vocabulary.map((word) => [fold(word), word]);
  let changed = false;
  const mend = (word) => {
    const asked = fold(word);
    let best = asked.length < 8 ? 1 : 2; // letters that may differ
    let nearest = null;
    for (const [known, spelled] of entries) {
      if (known.startsWith(asked)) return word;
      if (Math.abs(known.length - asked.length) > best) continue;
      const far = distance(asked, known, best);
      if (far < best || (far === best && !nearest)) [best, nearest] = [far, spelled];
    }
    changed ||= nearest !== null;
    return nearest ?? word;
  };
  const answer = words.replace(ELISION, "").replace(/[\p{L}]{5,}/gu, mend);
  return changed ? answer : null;
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
