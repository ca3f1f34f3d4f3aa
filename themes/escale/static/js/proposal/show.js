/** Show problems where they are: under their fields, and all of them in a summary that leads to each. */

import { put } from "./said.js";

/** The field of the page at a path: a field, a row, or the name of the file. */
export function place(form, path) {
  if (path === "slug") return form.querySelector("[data-slug]");
  const parts = path.split(".");
  const row = /^\d+$/.test(parts.at(-1)) && form.querySelector(`[data-field="${parts.slice(0, -1).join(".")}"] > [data-rows] > [data-row="${parts.at(-1)}"]`);
  return form.querySelector(`[data-field="${path}"]`) ?? (row || undefined);
}

/** Where the words stand: under the field itself, or under the group that holds the row. */
function words(field) {
  const holder = field.matches("[data-row]") ? field.closest("[data-field]") : field;
  return [...holder.querySelectorAll("[data-error]")].find((found) => found.parentElement === holder);
}

function controls(field) {
  return [...field.querySelectorAll("input, select, textarea")].filter((control) => (control.closest("[data-field]") ?? field) === field);
}

function clear(form) {
  for (const shown of form.querySelectorAll("[data-error]:not([hidden])")) {
    shown.hidden = true;
    shown.replaceChildren();
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** Quotation marks and what needs a space before it stay with their words at the end of a line. */
function held(text) {
  return text.replace(/« /g, "«\u00a0").replace(/ (?=[»:?!;])/g, "\u00a0");
}

/** A message as the check gives it: what is wrong, how to mend it, its code. */
function sentence({ message, repair, code }) {
  const strong = document.createElement("strong");
  strong.textContent = held(message);
  const small = document.createElement("span");
  small.className = "field-code";
  small.textContent = code;
  return [strong, ` ${held(repair)} `, small];
}

/** Show the problems of the fields that were left, the first of each. */
export function showProblems(form, found) {
  clear(form);
  for (const problem of found) {
    const field = place(form, problem.path);
    const shown = field && words(field);
    if (!shown || !shown.hidden) continue;
    shown.append(...sentence(problem));
    shown.hidden = false;
    for (const control of controls(field)) control.setAttribute("aria-invalid", "true");
  }
}

/** What a field is called, the groups that hold it first: « Lieu, commune ». */
function label(field) {
  const named = field.matches("[data-row]") ? ":scope > .row-head [data-name]" : ":scope > legend, :scope > label";
  const found = field.querySelector(named) ?? field.closest("details")?.querySelector("summary");
  const copy = found?.cloneNode(true);
  for (const extra of copy?.querySelectorAll(".field-must") ?? []) extra.remove();
  return (copy?.textContent ?? "").trim();
}

function path(field) {
  const above = field.parentElement.closest("[data-row], [data-field]");
  return [...(above ? path(above) : []), label(field)];
}

/** Unfold what hides a field, and go to it. */
export function goTo(field) {
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const target = field.querySelector("input:not([type=hidden]), select, textarea, button");
  target?.focus();
  field.scrollIntoView({ block: "center" });
}

/** The summary of all problems, each a link to its field; hidden where there are none. */
export function summarise(form, found, phrases) {
  const summary = form.querySelector("[data-summary]");
  summary.hidden = !found.length;
  summary.querySelector(".summary-title").textContent = found.length === 1 ? phrases.one : put(phrases.many, { n: found.length });
  const items = found.map((problem) => {
    const field = place(form, problem.path);
    const link = document.createElement("a");
    link.href = `#${field?.querySelector("input, select, textarea")?.id ?? ""}`;
    link.textContent = held(`${field ? path(field).filter(Boolean).join(", ") : problem.path} : ${problem.message}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (field) goTo(field);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  summary.querySelector(".summary-list").replaceChildren(...items);
  return summary;
}
