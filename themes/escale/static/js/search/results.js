/** What the search page shows: its results, how many there are, and what to do when there is none. */

import { when } from "./days.js";
import { excerpt, marked } from "./excerpt.js";

const part = (name) => document.querySelector(`[data-${name}]`);
const strings = part("strings").dataset;
const lists = part("lists");
const status = part("status");
const lang = document.documentElement.lang;

const FIRST = 5; // results that are read at once
const EACH = 3; // results of a kind, where there are many kinds
const MORE = 10;
const MANY = 3; // kinds
const ENOUGH = 8; // results that are worth parting

const filled = (text, values) => Object.entries(values).reduce((so, [key, value]) => so.replace(`{${key}}`, () => value), text);

export function say(name, values = {}) {
  status.textContent = filled(strings[name], values);
}

export function clear() {
  watch.disconnect();
  lists.replaceChildren();
  part("results").hidden = part("help").hidden = part("wider").hidden = part("more").hidden = true;
  status.textContent = "";
  document.documentElement.removeAttribute("data-asking");
}

/** Results by kind, in the order of the first of each; all together where there are few. */
function parted(results, question) {
  const kinds = Map.groupBy(results, ({ row }) => row.genre);
  if (question.byDate || question.filters.genre || kinds.size < MANY || results.length < ENOUGH) return [["", results]];
  return [...kinds];
}

/** The first results, how many there are, and whether the past years are among them or can be. */
export async function show(answer, question) {
  watch.disconnect();
  const { results, mended, near, whole, past } = answer;
  const groups = parted(results, question);
  const sizes = groups.map(([, found], at) => (groups.length === 1 ? FIRST : Math.min(EACH, Math.max(0, FIRST - at * EACH), found.length)));
  const shown = await Promise.all(groups.map(([, found], at) => answer.read(found.slice(0, sizes[at]))));
  return () => {
    lists.replaceChildren(...groups.map(([genre, found], at) => group(genre, found, shown[at], answer)));
    part("more").hidden = groups.length > 1 || results.length <= FIRST;
    part("results").hidden = results.length === 0;
    document.documentElement.toggleAttribute("data-asking", results.length > 0);
    part("help").hidden = results.length > 0 && !near;
    const wider = part("wider"); // not taken away from whoever just used it
    wider.hidden = whole && !(past && question.allYears) && !wider.contains(document.activeElement);
    const number = results.length === 1 ? "one" : "many";
    const found = question.words ? `${number}${past ? "Past" : ""}` : `${number}Listed`;
    const name = results.length === 0 ? (question.words ? "none" : "noneListed") : mended ? "mended" : near ? "near" : found;
    say(name, { n: results.length.toLocaleString(lang), q: question.words, m: mended });
  };
}

/** A kind: its name, its first results, and the way to all of them. Those further down are read when they come into sight. */
function group(genre, found, shown, answer) {
  const made = part("group").content.cloneNode(true).firstElementChild;
  const list = made.querySelector("ol");
  list.append(...shown.map((result) => item(result, answer.marks)));
  if (!genre && answer.results.length === found.length) {
    made.querySelector("h2").remove();
    made.querySelector("button").remove();
    return made;
  }
  const name = genre || strings.pages;
  made.querySelector("h2").textContent = filled(strings.kind, { k: name, n: found.length.toLocaleString(lang) });
  const all = made.querySelector("button");
  all.hidden = found.length <= EACH || !genre;
  all.dataset.all = genre;
  all.textContent = filled(strings.all, { k: name, n: found.length.toLocaleString(lang) });
  const missing = Math.min(EACH, found.length) - shown.length;
  if (missing > 0) later(list, found.slice(shown.length, EACH), answer);
  return made;
}

/** Room for results that are read once somebody comes near. */
function later(list, found, answer) {
  const room = found.map(() => Object.assign(document.createElement("li"), { className: "entry entry-room" }));
  list.append(...room);
  list.fill = async () => {
    list.fill = null;
    watch.unobserve(list);
    const read = await answer.read(found);
    read.forEach((result, at) => room[at].replaceWith(item(result, answer.marks)));
  };
  watch.observe(list);
}

/** Fill what has room, down to the last list of some; whoever goes by links or jumps must find no gap. */
function fill(last) {
  const all = [...lists.querySelectorAll("ol")];
  for (const list of all.slice(0, all.indexOf(last) + 1)) list.fill?.();
}

const watch = new IntersectionObserver((seen) => {
  for (const { target } of seen.filter(({ isIntersecting }) => isIntersecting)) fill(target);
});
lists.addEventListener("focusin", () => fill([...lists.querySelectorAll("ol")].at(-1)));

export async function add(answer) {
  const list = lists.querySelector("ol");
  const at = list.children.length;
  const items = (await answer.read(answer.results.slice(at, at + MORE))).map((result) => item(result, answer.marks));
  list.append(...items);
  part("more").hidden = list.children.length >= answer.results.length;
  items[0]?.querySelector("a").focus();
}

function item({ url, meta, content, row }, marks = []) {
  const made = part("pattern").content.cloneNode(true).firstElementChild;
  const link = made.querySelector("a");
  link.href = url;
  link.append(...marked(meta.title, marks));
  const { over, text } = when(row, strings);
  const state = over && row.genre === strings.events && meta.tone !== "cancelled" ? strings.over : meta.state;
  const badge = made.querySelector(".badge");
  badge.hidden = !state;
  badge.textContent = state ?? "";
  if (state === meta.state && meta.tone) badge.classList.add(`badge-${meta.tone}`);
  made.querySelector("[data-facts]").textContent = [meta.kind, text, meta.where].filter(Boolean).join(" · ");
  made.querySelector(".entry-summary").append(...excerpt(content, row, marks));
  picture(made.querySelector(".found-picture"), meta);
  return made;
}

function picture(plate, { picture: src, motif }) {
  const [image, drawing] = [plate.querySelector("img"), plate.querySelector("svg")];
  image.hidden = !src;
  drawing.toggleAttribute("hidden", Boolean(src) || !motif);
  if (src) image.src = src;
  else if (motif) drawing.querySelector("use").setAttribute("href", `${strings.motifs}#${motif}`);
}

/** Write beside each facet value how many results it has; an empty table takes the figures away. */
export function counts(table) {
  for (const box of document.querySelectorAll("[data-facet] input")) {
    const values = table[box.name];
    box.parentElement.querySelector("[data-count]").textContent = values ? (values[box.value] ?? 0) : "";
  }
}
