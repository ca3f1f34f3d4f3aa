/** The lines of the basket on the page: a tool each, with its version, its copies and its own days, and the verdict on it. */

import { put } from "../proposal/said.js";
import { length, span } from "./dates.js";
import { unitOf } from "./verdict.js";

const part = (item, name) => item.querySelector(`[data-${name}]`);

function chosen(select, tool, version) {
  select.replaceChildren(...tool.units.map((unit) => new Option(unit.label, unit.version ?? "")));
  select.value = unitOf(tool, version).version ?? "";
  select.closest("label").hidden = tool.units.length < 2;
}

function term([label, text]) {
  const row = document.createElement("div");
  row.append(Object.assign(document.createElement("dt"), { textContent: label }), Object.assign(document.createElement("dd"), { textContent: text }));
  return row;
}

/** How many copies are asked for of the version that is chosen: as many as there are, at most. */
function copies(item, tool, version) {
  const { length: most } = unitOf(tool, version).copies;
  const control = part(item, "copies");
  control.max = most;
  control.closest("label").hidden = most < 2;
  return Math.min(Math.max(1, Math.floor(control.value) || 1), most);
}

/** What borrowing the version that is chosen costs and asks. */
function conditions(item, { terms }) {
  part(item, "terms").replaceChildren(...terms.map(term));
  part(item, "conditions").hidden = !terms.length;
}

/** A line as the page shows it. */
export function made(template, { version, copies: number, from, to }, tool) {
  const item = template.content.cloneNode(true).firstElementChild;
  const link = item.querySelector("h3 a");
  item.dataset.slug = tool.slug;
  [link.textContent, link.href] = [tool.title, tool.url];
  part(item, "owner").textContent = tool.owner.name;
  for (const name of item.querySelectorAll("[data-title]")) name.textContent = ` ${tool.title}`;
  chosen(part(item, "version"), tool, version);
  part(item, "more").hidden = tool.units.length < 2;
  part(item, "copies").value = number;
  part(item, "copies").value = copies(item, tool, version);
  [part(item, "from").value, part(item, "to").value] = [from, to];
  part(item, "own").open = Boolean(from || to);
  conditions(item, unitOf(tool, version));
  return item;
}

/** What a line of the page says, as the basket has it. */
export function read(item, tool) {
  const version = part(item, "version").value;
  return { slug: tool.slug, version, copies: copies(item, tool, version), from: part(item, "from").value, to: part(item, "to").value };
}

/** Show what a line has come to ask for, once that is typed or chosen. */
export function settle(item, { version, copies: number }, tool) {
  part(item, "copies").value = number;
  conditions(item, unitOf(tool, version));
}

/** Write the verdict on a line, where it has changed: what is written is read out. */
export function tell(item, { verdict: words, dates }, { state, says, next }, today) {
  const said = part(item, "verdict");
  const text = says.join(" ");
  if (said.textContent !== text) said.textContent = text;
  item.dataset.state = state;
  const button = part(item, "next");
  button.hidden = !next;
  if (next) button.querySelector("span").textContent = put(words.next, { days: span(dates, next, today), length: length(dates, next[1] - next[0] + 1) });
}
