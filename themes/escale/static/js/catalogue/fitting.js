/** « Est-ce que ça rentre ? »: each thing that a borrower answers is held against the owner's figure: yes, no, or nobody says. */

import { DAY, number, today } from "../filtering/days.js";
import { firstLoan, refusal } from "./lending.js";

const MOST = ["visitors"]; // what a tool takes at most; of all else it needs so much at least
const LONG = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" };
const said = (day) => new Date(day * DAY).toLocaleDateString("fr", LONG).replace(/^1 /, "1er ");
const made = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

/** A sentence of the form with its values. */
function say(form, name, values = {}) {
  return form.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** Whether what one has is enough. */
function enough(key, have, need, vehicles) {
  if (key === "vehicle") return vehicles.indexOf(have) >= vehicles.indexOf(need);
  return MOST.includes(key) ? Number(have) <= need : Number(have) >= need;
}

/** A number with its unit: « 1 personne », « 39,5 m² ». */
function counted({ value, dataset: { unit, one } }) {
  return `${Number(value).toLocaleString("fr")}\u00a0${Number(value) < 2 ? one : unit}`;
}

/** The answer to one question, for one version: [verdict, sentence], the verdict being "yes", "no" or "untold". */
function measured(form, control, { units, vehicles }, at) {
  const row = document.querySelector(`[data-need="${control.name}"]`);
  const label = row.querySelector("th").textContent;
  const need = units[at].figures[control.name];
  if (need === null) return ["untold", say(form, "silent", { label })];
  const have = control.selectedOptions?.[0].textContent ?? counted(control);
  const values = { label, need: row.querySelectorAll("td")[at].textContent, have };
  const verdict = enough(control.name, control.value, need, vehicles) ? "yes" : "no";
  return [verdict, say(form, MOST.includes(control.name) ? "guests" : "answer", values)];
}

/** The answer to the dates, where one of them is given: the loan is the whole of them. */
function dated(form, offer, now) {
  const [from, to] = [form.elements.from.value, form.elements.to.value].map(number);
  if (Number.isNaN(from) && Number.isNaN(to)) return [];
  if (Number.isNaN(from) || Number.isNaN(to)) return [["untold", say(form, "both")]];
  if (to < from) return [["no", say(form, "backward")]];
  const days = to - from + 1;
  const span = say(form, "from", { first: said(from), last: said(to) });
  const refused = refusal(offer, now, { within: [from, to] });
  if (!refused) return [["yes", say(form, "free", { days: span, n: days })]];
  const why = say(form, refused.why, { days: span, n: refused.value, day: refused.value && said(refused.value) });
  const next = firstLoan(offer, now, { within: [from, offer.until], days });
  const hope = next ? ` ${say(form, "next", { day: said(next[0]) })}` : "";
  return [[["unconfirmed", "unknown"].includes(refused.why) ? "untold" : "no", why + hope]];
}

/** All answers for one version. */
function answers(form, known, at, now) {
  const { figures, copies } = known.units[at];
  const asked = [...form.elements].filter(({ name, value }) => name in figures && value !== "");
  return [...asked.map((control) => measured(form, control, known, at)), ...dated(form, { ...known, copies }, now)];
}

/** What is said of a version: a word on the whole, then each answer. */
function shown(form, label, told) {
  const verdicts = told.map(([verdict]) => verdict);
  const whole = verdicts.includes("no") ? "none" : verdicts.includes("untold") ? "some" : "all";
  const list = made("ul", "", "answers");
  for (const [verdict, sentence] of told) {
    const line = made("li", "");
    line.dataset.verdict = verdict;
    line.append(made("b", say(form, verdict)), ` ${sentence}`);
    list.append(line);
  }
  return [...(label ? [made("h3", label, "sub")] : []), made("p", say(form, whole), "answer-whole"), list];
}

/** Answer now, and whenever an answer of the borrower changes. */
export function follow(form) {
  const known = JSON.parse(document.querySelector("[data-offer]").textContent);
  known.closed = new Set(known.closed.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, day) => first + day)));
  const now = today(known.built);
  const answer = () => {
    const told = known.units.map(({ label }, at) => [label, answers(form, known, at, now)]).filter(([, found]) => found.length);
    form.querySelector("[data-answers]").replaceChildren(...told.flatMap(([label, found]) => shown(form, label, found)));
  };
  form.addEventListener("input", answer);
  answer();
}
