/** What the search page shows: its results, how many there are, and what to do when there is none. */

const part = (name) => document.querySelector(`[data-${name}]`);
const strings = part("strings").dataset;
const list = part("list");
const status = part("status");
const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });

export function say(name, values = {}) {
  status.textContent = Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), strings[name]);
}

export function clear({ filters }) {
  list.replaceChildren();
  part("results").hidden = part("help").hidden = part("wider").hidden = true;
  if (Object.keys(filters).length) say("words");
  else status.textContent = "";
}

/** The first results, how many there are, and whether the past years are among them or can be. */
export function show(results, question, { total, mended, near, whole, past }) {
  list.replaceChildren(...results.map(item));
  part("results").hidden = total === 0;
  part("help").hidden = total > 0 && !near;
  const wider = part("wider"); // not taken away from whoever just used it
  wider.hidden = whole && !(past && question.allYears) && !wider.contains(document.activeElement);
  const number = total === 1 ? "one" : "many";
  const name = total === 0 ? "none" : mended ? "mended" : near ? "near" : past ? `${number}Past` : number;
  say(name, { n: total.toLocaleString(document.documentElement.lang), q: question.words, m: mended });
}

export function add(results) {
  const items = results.map(item);
  list.append(...items);
  items[0]?.querySelector("a").focus();
}

function item(result) {
  const found = part("pattern").content.cloneNode(true).firstElementChild;
  const link = found.querySelector("a");
  link.href = result.url;
  link.textContent = joined(result.meta.title);
  const { kind, date } = result.meta;
  found.querySelector(".entry-facts").textContent = [kind, date && day(date)].filter(Boolean).join(" · ");
  found.querySelector(".entry-summary").append(...marked(result.excerpt));
  return found;
}

/** A day as it is written: in French, the first of a month is « 1er ». */
function day(iso) {
  const text = days.format(new Date(iso));
  return document.documentElement.lang.startsWith("fr") ? text.replace(/^1 /, "1er ") : text;
}

/** Text as it was before the index parted « l’ » from « éclipse ». */
function joined(text) {
  return text.replace(/([’']) (?=\p{L}|$)/gu, "$1");
}

/** The words of an excerpt; of its markup, only <mark> is kept. */
function marked(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return joined(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = joined(node.textContent);
    return mark;
  });
}

/** Write beside each facet value how many results it has; an empty table takes the figures away. */
export function counts(table) {
  for (const box of document.querySelectorAll("[data-facet] input")) {
    const values = table[box.name];
    box.parentElement.querySelector("[data-count]").textContent = values ? (values[box.value] ?? 0) : "";
  }
}
