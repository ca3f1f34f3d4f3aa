/** Who borrows, where and for whom, as the form says it; what it still lacks. */

import { clean } from "../proposal/read.js";
import { keepBorrower, keptBorrower } from "./store.js";

/** No line of a value looks like the marks of a loan's block. */
const tidy = (text) => clean(text).replace(/-{3,}/g, "–").trim();
const line = (text) => tidy(text).replace(/\s+/g, " ");

/** The values of the form by their names; `audiences` is a list. */
export function read(form) {
  const given = new FormData(form);
  const values = Object.fromEntries([...given.keys()].map((name) => [name, line(given.get(name))]));
  return { ...values, audiences: given.getAll("audiences"), word: tidy(given.get("word")) };
}

/** The fields that an owner needs and that are empty: [id of the control, its label] each; one of two ways to answer is enough. */
function missing(form, who, reach) {
  const lacking = [...form.querySelectorAll("[aria-required]")].filter(({ name }) => !who[name]);
  const told = lacking.map(({ id }) => [id, form.querySelector(`label[for="${id}"]`).firstChild.textContent.trim()]);
  return who.email.includes("@") || who.phone ? told : [...told, ["f-email", reach]];
}

/** Say what is still missing, each a way to its field; gives whether nothing is. */
export function lack(form, who, place, reach) {
  const found = missing(form, who, reach);
  place.hidden = !found.length;
  place.querySelector("ul").replaceChildren(
    ...found.map(([id, label]) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: `#${id}`, textContent: label }));
      return item;
    }),
  );
  return !found.length;
}

/** Show only the fields that a public showing asks for. */
export function follow(form) {
  const shown = form.elements.public_showing.value === "true";
  for (const name of ["opens", "closes", "venue_hours", "venue_price"]) form.querySelector(`[data-field="${name}"]`).hidden = !shown;
}

const borrowing = (form) => [...form.querySelectorAll("[data-kept] :is(input:not([type=date]), select)")];

/** Fill in who borrowed the last time. */
export function recall(form, box) {
  const kept = keptBorrower();
  box.checked = kept !== undefined;
  for (const control of borrowing(form)) if (typeof kept?.[control.name] === "string") control.value = kept[control.name];
}

/** Keep who borrows while the box is ticked, and forget it when it is not. */
export function keep(form, box) {
  keepBorrower(box.checked ? Object.fromEntries(borrowing(form).map(({ name, value }) => [name, value])) : undefined);
}
