/** /outils/demande/ at work: lines and form are read as they change, verdicts and messages follow. */

import { standing } from "../catalogue/lending.js";
import { number, today, written } from "../filtering/days.js";
import { put } from "../proposal/said.js";
import { acts } from "./acts.js";
import { follow } from "./after.js";
import { EMPTY } from "./basket.js";
import * as form from "./form.js";
import * as lines from "./lines.js";
import { messages } from "./message.js";
import { noted } from "./notes.js";
import { keepBasket } from "./store.js";
import { known } from "./tools.js";
import { unitOf, verdict } from "./verdict.js";
import { show } from "./ways.js";

const root = document.getElementById("demande");
const part = (name) => root.querySelector(`[data-${name}]`);
const [list, dates, who, keep] = ["list", "dates", "who", "keep"].map(part);
const all = JSON.parse(part("words").textContent);
const now = today(all.built);
const tools = new Map();
let basket = EMPTY;
let unread = []; // lines whose tools could not be read: kept for a better moment

const day = (iso) => (Number.isNaN(number(iso)) ? undefined : number(iso));
const plural = ([one, many], n) => put(n > 1 ? many : one, { n });

/** A line with the days that count for it, as numbers. */
function dated({ from, to, ...line }) {
  const own = from || to;
  return { ...line, from: day(own ? from : basket.from), to: day(own ? to : basket.to) };
}

/** The verdicts on all lines; what an earlier one asks for is not had twice. */
function verdicts() {
  const found = [];
  for (const line of basket.lines) {
    const unit = unitOf(tools.get(line.slug), line.version);
    const others = found.filter((one) => one.unit === unit && one.loan).flatMap(({ loan, numbers }) => numbers.map((at) => [at, ...loan]));
    found.push({ ...verdict(all, dated(line), tools.get(line.slug), now, others), tool: tools.get(line.slug), unit });
  }
  return found;
}

function remark(place, texts) {
  place.hidden = !texts.length;
  place.replaceChildren(...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

/** Say what there is to say of the basket as it stands. */
function tell() {
  const found = verdicts();
  [...list.children].forEach((item, at) => lines.tell(item, all, found[at], now));
  const entries = found.filter(({ loan }) => loan);
  const out = found.filter(({ state }) => state === "refused").length;
  const given = form.read(who);
  form.follow(who);
  part("count").textContent = plural(all.page.count, basket.lines.length);
  part("count").dataset.count = basket.lines.length;
  part("none").hidden = basket.lines.length > 0;
  part("some").hidden = !basket.lines.length;
  part("sending").hidden = !entries.length;
  part("undated").hidden = entries.length > 0;
  remark(part("out"), entries.length && out ? [plural(all.page.left_out, out)] : []);
  const whole = form.lack(who, given, part("missing"), all.page.reach);
  show(part("messages"), part("message"), all.ways, messages(all, entries, given, now), whole);
  follow(part("year"), part("reviews"), basket, entries, given.borrower, all.page);
  return found;
}

/** Take what the page says for the basket, and keep it. */
function take() {
  const [from, to] = [dates.elements.from.value, dates.elements.to.value];
  basket = { from, to, lines: [...list.children].map((item) => lines.read(item, tools.get(item.dataset.slug))) };
  keepBasket({ ...basket, lines: [...basket.lines, ...unread] });
  tell();
}

const draw = (line) => lines.made(part("line"), line, tools.get(line.slug));

/** Take the days that a line was offered: the basket's, where it has none and the line has none. */
function choose(item, [from, to]) {
  const own = basket.from || basket.to;
  const place = own ? item : dates;
  place.querySelector("[data-from]").value = written(from);
  place.querySelector("[data-to]").value = written(to);
  if (own) item.querySelector("[data-own]").open = true;
  take();
  item.querySelector("[data-remove]").focus();
}

const ACTS = acts({ draw, take, tools, next: (item) => choose(item, tell()[[...list.children].indexOf(item)].next), last: part("none").querySelector("a") });

function empty() {
  list.replaceChildren();
  for (const name of ["from", "to"]) dates.elements[name].value = "";
  take();
  part("none").querySelector("a").focus();
}

/** Show a basket; `odd` and `more` are what its address had besides. */
export async function open({ odd = [], more = false, ...given }) {
  const read = await Promise.all([...new Set(given.lines.map(({ slug }) => slug))].map(known));
  const found = read.map((one) => ({ ...one, withdrawn: one.tool && standing(one.tool, now) === "withdrawn" }));
  for (const { slug, tool, withdrawn } of found) if (tool && !withdrawn) tools.set(slug, tool);
  const failed = new Set(found.filter((one) => one.failed).map(({ slug }) => slug));
  unread = given.lines.filter(({ slug }) => failed.has(slug));
  remark(part("notes"), noted(all.page, found, odd, more));
  [dates.elements.from.value, dates.elements.to.value] = [given.from, given.to];
  list.replaceChildren(...given.lines.filter(({ slug }) => tools.has(slug)).map(draw));
  take();
}

form.recall(who, keep);
for (const place of [list, dates]) place.addEventListener("input", take);
list.addEventListener("change", () => [...list.children].forEach((item, at) => lines.settle(item, basket.lines[at], tools.get(item.dataset.slug))));
list.addEventListener("click", ({ target }) => {
  const name = Object.keys(ACTS).find((one) => target.closest(`button[data-${one}]`));
  if (name) ACTS[name](target.closest("li"));
});
who.addEventListener("input", () => {
  if (keep.checked) form.keep(who, keep);
  tell();
});
keep.addEventListener("change", () => form.keep(who, keep));
part("empty").addEventListener("click", empty);
part("print").addEventListener("click", () => print());
for (const place of [dates, who]) place.addEventListener("submit", (event) => event.preventDefault());
