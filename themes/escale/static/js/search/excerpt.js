/** What a result says: whole sentences, with the words that were asked marked. */

import { fold, WORD } from "./terms.js";

const LENGTH = 240; // letters of an excerpt
const SHORT = 90; // and below which another sentence is added

/** Text as it was before the index parted « l’ » from « éclipse ». */
function joined(text) {
  return text.replace(/([’']) (?=\p{L}|$)/gu, "$1");
}

function told(text, marks) {
  const words = new Set((fold(text).match(WORD) ?? []));
  return marks.filter(({ fits }) => [...words].some(fits)).length;
}

/** The sentences of a page in which most of the words stand: its description, unless its text has more of them. */
function chosen(content, [, head, described], marks) {
  const all = content.split(/\s+/);
  const description = joined(all.slice(head, described).join(" "));
  const before = all.slice(0, described).join(" ");
  const sentences = joined(all.slice(described).join(" ")).split(/(?<=[.!?…])\s+(?=[\p{Lu}\p{N}«])/u);
  const counts = sentences.map((sentence) => told(sentence, marks));
  const most = Math.max(0, ...counts);
  if (most === 0 || told(before, marks) >= most) return description || sentences[0];
  const at = counts.indexOf(most);
  const next = sentences[at].length < SHORT ? sentences[at + 1] : "";
  return next ? `${sentences[at]} ${next}` : sentences[at];
}

/** No more than so much of it, around the first word that was asked. */
function cut(text, marks) {
  if (text.length <= LENGTH) return text;
  const found = [...text.matchAll(WORD)].find(([word]) => marks.some(({ fits }) => fits(fold(word))));
  const middle = (found?.index ?? 0) - LENGTH / 2;
  const start = middle <= 0 ? 0 : text.indexOf(" ", middle) + 1;
  const end = start + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", start + LENGTH);
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** Text as nodes, its words marked where they are those that were asked. */
export function marked(text, marks) {
  const nodes = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!marks.some(({ fits }) => fits(fold(word)))) continue;
    const mark = document.createElement("mark");
    mark.textContent = word;
    nodes.push(text.slice(from, index), mark);
    from = index + word.length;
  }
  return [...nodes, text.slice(from)];
}

/** What to show of a page's content; `ends` are those of its row. */
export function excerpt(content, { ends }, marks) {
  return marked(cut(chosen(content, ends, marks), marks), marks);
}
