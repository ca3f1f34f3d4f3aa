/** The panel as visitors use it: opened, filled, closed. */

import { part } from "./said.js";

/** What a form asks, as an address has it; what is empty is not asked. */
export const asked = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim())).toString();

/** Propose towns while the name of one is written. */
export function proposing(field) {
  field.addEventListener("input", async () => (await import("./near.js")).suggest(field));
}

/** Open the panel, or close it and go on from the answer. */
export function turn(form, open, show) {
  form.hidden = !form.hidden;
  open.setAttribute("aria-expanded", !form.hidden);
  if (form.hidden) open.focus();
  else show();
}

/** Ask whatever a form comes to say: `ask` takes it as an address has it, `close` is what closes the form. */
export function follow(form, ask, close) {
  form.addEventListener("change", () => ask(asked(form)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
  });
  part("clear").addEventListener("click", (event) => {
    event.preventDefault();
    ask("", null);
  });
}
