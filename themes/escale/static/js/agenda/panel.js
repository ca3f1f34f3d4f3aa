/** The panel of filters: a form whose controls have the names of the contract, filled from a question. */

import { choose, figure, say } from "./said.js";

/** Show a question in a form: names that it does not ask are emptied. */
export function fill(form, address) {
  const asked = new URLSearchParams(address);
  for (const control of form.elements) {
    const values = asked.getAll(control.name);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.type === "select-one") choose(control, values[0] === control.dataset.default ? "" : (values[0] ?? ""), say("far", { n: figure(Number(values[0])) }));
    else if (control.name) control.value = values[0] ?? "";
  }
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
  boxes(form).forEach((box, at) => {
    const label = box.parentElement;
    label.querySelector("[data-n]").textContent = `(${figure(counts[at])})`;
    label.classList.toggle("filter-none", !counts[at]);
  });
}

/** How a choice is called in a sentence: « gratuit », « Astronomie ». */
export function called(form, name, value) {
  return boxes(form).find((box) => box.name === name && box.value === value).parentElement.dataset.said;
}

/** What a name is about: « Thème ». */
export function legend(form, name) {
  return form.querySelector(`[name=${name}]`).closest("fieldset").querySelector("legend").textContent;
}
