/** The panel of filters: a form whose controls have the names of the contract, filled from a question. */

import { choose, figure, made, say } from "./said.js";

/** Choose a value of a list, be it one that the list has not; the usual one is not asked for. */
function pick(control, value = control.dataset.default ?? "") {
  const label = say(`of-${control.name}`, { value: figure(Number(value)) }) ?? value;
  choose(control, value === control.dataset.default ? "" : value, label);
}

/** Show a question in a form: names that it does not ask are emptied. */
export function fill(form, address) {
  const asked = new URLSearchParams(address);
  for (const control of form.elements) {
    const values = asked.getAll(control.name);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.type === "select-one") pick(control, values[0]);
    else if (control.name) control.value = values[0] ?? "";
  }
  for (const folded of form.querySelectorAll("details:has(:checked)")) folded.open = true;
}

/** The values of names that have a list, as the form offers them. */
export function offered(form) {
  const known = {};
  for (const { name, value } of boxes(form)) (known[name] ??= []).push(value);
  return known;
}

function boxes(form) {
  return [...form.querySelectorAll("[type=checkbox]")];
}

/** The choices of the form, [name, value] each. */
export function choices(form) {
  return boxes(form).map(({ name, value }) => [name, value]);
}

/** Write beside each choice how many entries it would leave. */
export function tell(form, counts) {
  boxes(form).forEach(({ parentElement: label }, at) => {
    const told = label.querySelector(".filter-n") ?? label.appendChild(made("span", "", "filter-n"));
    told.textContent = `(${figure(counts[at])})`;
    label.classList.toggle("filter-none", !counts[at]);
  });
}

/** How a choice is called in a sentence: « gratuit », « Astronomie »; what the form does not offer is called as it is written. */
export function called(form, name, value) {
  const box = boxes(form).find((one) => one.name === name && one.value === value);
  return box ? box.parentElement.dataset.said ?? box.parentElement.querySelector("span").textContent : value;
}

/** What a name is about: « Thème ». */
export function legend(form, name) {
  const control = [...form.elements].find((one) => one.name === name);
  return control.closest("fieldset").querySelector("legend").textContent;
}
