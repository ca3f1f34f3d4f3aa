/** What a visitor has done in a form, known from the first moment: what was left, whether its name was typed, an end that takes its start's day. */

import { overnight } from "./hours.js";
import { afterPress } from "./press.js";

const CONTROLS = "input, select, textarea";
const PLACES = "[data-field], [data-row]";

/** Whether a control says other than the page did. */
function touched(control) {
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  if (control.options) return control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
  return control.value !== control.defaultValue;
}

/** An end without a day is on the day of its start, or in the night after it. */
function complete(form, control) {
  const end = control.closest('[data-field$=".end"], [data-field="end"]');
  if (!end || control.type !== "time" || !control.value) return;
  const day = end.querySelector('input[type="date"]');
  const start = form.querySelector(`[data-field="${end.dataset.field.replace(/end$/, "start")}"]`);
  const [begun, hour] = ["date", "time"].map((type) => start?.querySelector(`input[type="${type}"]`)?.value);
  if (day.value || !begun) return;
  const next = hour && overnight(`${begun} ${hour}`, `${begun} ${control.value}`, form.dataset.smallHours);
  [day.value] = (next || begun).split(" ");
}

/** The paths that are left with a control, when the focus goes to `next`: its field's, and those of the rows and groups around it. */
function* paths(control, next) {
  if (control.closest("[data-slug]")) yield "slug";
  for (let at = control.closest(PLACES); at; at = at.parentElement?.closest(PLACES)) {
    const { field, row } = at.dataset;
    if (!at.contains(next)) yield field ?? `${at.closest("[data-field]").dataset.field}.${row}`;
  }
}

/**
 * Attend to a form, before its checks and data have come: {left, own, begun, calmly}. `left` are the paths of what was left, `own` says that
 * the name was typed, `begun` that something was done before this script was there; it is taken to have been done in the form's order. `calmly` runs what changes the page, once nothing is pressed.
 */
export function attend(form) {
  const name = form.querySelector("[data-slug] input");
  const early = [...form.querySelectorAll(CONTROLS)].filter(touched);
  const visit = { left: new Set(), own: name.value !== "", begun: early.length > 0 || form.matches(":focus-within"), calmly: afterPress(form) };
  const leave = (control, next) => {
    for (const path of paths(control, next)) visit.left.add(path);
  };
  form.addEventListener("input", ({ target }) => {
    if (target === name) visit.own = name.value !== "";
  });
  form.addEventListener("change", ({ target }) => complete(form, target));
  form.addEventListener("focusout", ({ target, relatedTarget }) => leave(target, relatedTarget));
  for (const control of early) {
    complete(form, control);
    if (control !== document.activeElement) leave(control, document.activeElement);
  }
  return visit;
}
