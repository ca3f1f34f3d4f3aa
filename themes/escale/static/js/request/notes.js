/** What an address names and is in no basket: unknown, withdrawn, or no name at all. */

import { put } from "../proposal/said.js";
import { MOST } from "./basket.js";

const LONGEST = 60;
const FEW = 5;
const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function said(words, { slug, tool, failed, withdrawn }) {
  if (failed) return [put(words.failed, { slug })];
  if (!tool) return [put(words.unknown, { slug })];
  return withdrawn ? [put(words.withdrawn, tool)] : [];
}

/** Sentences on tools as they were found, on values that are no names, and on what is too much. */
export function noted(words, found, odd, more) {
  const hostile = odd.slice(0, FEW).map((slug) => put(words.hostile, { slug: cut(slug) }));
  return [...found.flatMap((one) => said(words, one)), ...hostile, ...(more ? [put(words.many, { n: MOST })] : [])];
}
