/** /outils/comparer/?outil=a&outil=b: up to four tools side by side, as their own pages tell of them. */

import { read } from "./compare/reading.js";
import { found, table } from "./compare/table.js";
import { TOOLS, kept as starred } from "./star.js";

const NAME = "escale.comparaison";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const place = document.querySelector("[data-comparison]");
const most = Number(place.dataset.most);
const say = (name, values = {}) => place.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const made = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });
const address = (slugs) => `${location.pathname}?${new URLSearchParams(slugs.map((slug) => ["outil", slug]))}`;

/** What was compared last in this browser, if it keeps anything. */
function kept() {
  try {
    const last = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(last) ? last.filter((slug) => SLUG.test(slug)) : [];
  } catch {
    return [];
  }
}

function keep(slugs) {
  try {
    localStorage.setItem(NAME, JSON.stringify(slugs));
  } catch {
    // Nothing is kept, as in some private windows: the address says it all.
  }
}

/** What the address asks for, each once: {slugs, notes}. With « ajouter » it comes behind what was compared last. */
function asked() {
  const query = new URLSearchParams(location.search);
  const given = [...new Set(query.getAll("outil").map((slug) => slug.trim().toLowerCase()).filter(Boolean))];
  const notes = given.filter((slug) => !SLUG.test(slug)).map((slug) => say("unknown", { slug }));
  const known = given.filter((slug) => SLUG.test(slug));
  if (query.has("ajouter")) return { slugs: [...new Set([...kept().filter((slug) => !known.includes(slug)), ...known])].slice(-most), notes };
  if (known.length > most) notes.push(say("tooMany", { n: most }));
  return { slugs: known.slice(0, most), notes };
}

/** The pages of some tools; what cannot be read is noted. */
async function tools(slugs, notes) {
  const answers = await Promise.allSettled(slugs.map(read));
  answers.forEach(({ status, value }, at) => {
    if (status === "rejected") notes.push(say("failed", { slug: slugs[at] }));
    else if (!value) notes.push(say("unknown", { slug: slugs[at] }));
  });
  return answers.map(({ value }) => value).filter(Boolean);
}

/** What stands above the table: how many, what was not taken, and what can be done with it. */
function controls(shown) {
  const row = made("p", "", "compare-controls");
  const only = Object.assign(made("input", ""), { type: "checkbox" });
  only.addEventListener("change", () => place.classList.toggle("compare-only", only.checked));
  const label = made("label", "");
  label.append(only, ` ${say("only")}`);
  const print = Object.assign(made("button", say("print"), "button"), { type: "button" });
  print.addEventListener("click", () => window.print());
  if (shown.length > 1) row.append(label);
  row.append(print);
  return row;
}

/** Ways to one more: what the shown tools' own pages propose, and the catalogue. */
function more(shown) {
  if (shown.length >= most) return [];
  const slugs = shown.map(({ slug }) => slug);
  const near = new Map(shown.flatMap((tool) => tool.near).filter(([slug]) => !slugs.includes(slug)));
  const line = made("p", "", "compare-more");
  if (near.size) line.append(`${say("near")} `);
  for (const [slug, title] of [...near].slice(0, most)) {
    line.append(Object.assign(made("a", title), { href: address([...slugs, slug]) }), " ");
  }
  line.append(Object.assign(made("a", say("add"), "button"), { href: "/outils/" }));
  return [line];
}

/** Ways to begin: with what was compared last, and with the tools that are starred. */
function begin() {
  const selected = starred().filter((path) => path.startsWith(TOOLS)).map((path) => path.split("/")[2]);
  for (const [name, slugs] of Object.entries({ last: kept(), selected: selected.slice(-most) })) {
    const way = document.querySelector(`[data-${name}]`);
    way.hidden = !slugs.length;
    way.querySelector("a").href = address(slugs);
    way.querySelector("b").textContent = slugs.length;
  }
}

async function show() {
  const { slugs, notes } = asked();
  if (!slugs.length && !notes.length) {
    begin();
    return;
  }
  const status = Object.assign(made("p", say("loading"), "compare-count"), { role: "status" });
  place.replaceChildren(status);
  const shown = await tools(slugs, notes);
  const names = shown.map(({ slug }) => slug);
  if (names.length) {
    keep(names);
    history.replaceState(null, "", address(names));
  }
  status.textContent = shown.length === 1 ? say("countOne") : say("countMany", { n: shown.length });
  status.dataset.count = shown.length;
  const told = made("ul", "", "compare-notes");
  told.append(...notes.map((note) => made("li", note)));
  place.append(...(notes.length ? [told] : []));
  if (!shown.length) return;
  document.querySelector("[data-how]").hidden = true;
  const without = (slug) => address(names.filter((other) => other !== slug));
  place.append(controls(shown), table(found(shown, say), shown, say, without), ...more(shown));
}

show();
