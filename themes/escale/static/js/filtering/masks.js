/** Sets of entries, a bit each: what is asked again and again is looked up once, and put together thirty-two at a time. */

const WIDTH = 32;

/** The set of no number below `size`. */
export const empty = (size) => new Uint32Array(Math.ceil(size / WIDTH));

/** The set of those numbers below `size` for which a test holds. */
export function setOf(size, test) {
  const bits = empty(size);
  for (let at = 0; at < size; at += 1) if (test(at)) add(bits, at);
  return bits;
}

/** Put a number into a set that nobody else has yet. */
export function add(set, at) {
  set[at >>> 5] |= 1 << (at & 31);
}

export function both(one, other) {
  return one.map((bits, at) => bits & other[at]);
}

export function either(one, other) {
  return one.map((bits, at) => bits | other[at]);
}

/** What is in one set, and not in another. */
export function but(one, other) {
  return one.map((bits, at) => bits & ~other[at]);
}

export function holds(set, at) {
  return Boolean(set[at >>> 5] & (1 << (at & 31)));
}

/** How many there are in a set (its bits are added in pairs, in fours, in bytes). */
export function count(set) {
  let total = 0;
  for (let bits of set) {
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    total += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return total;
}

/** The numbers in a set, in order. */
export function members(set) {
  const found = [];
  set.forEach((word, at) => {
    for (let bits = word; bits; bits &= bits - 1) found.push(at * WIDTH + 31 - Math.clz32(bits & -bits));
  });
  return found;
}

/** The set of what the members of another belong to, below `size`: `place` of each. */
export function carried(set, places, size) {
  const bits = empty(size);
  for (const at of members(set)) add(bits, places[at]);
  return bits;
}
