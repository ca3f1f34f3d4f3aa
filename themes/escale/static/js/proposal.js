/** The form of /proposer/: ready at once for the first hand that touches it; checks and preview are read then. */

import { fill } from "./proposal/references.js";
import { number, ready, watch } from "./proposal/rows.js";
import { attend } from "./proposal/visit.js";

const form = document.querySelector("[data-proposal]");
const beginnings = ["focusin", "pointerdown", "input", "change"];
let started;

/** Read the checks and begin to follow the form; once. */
function start() {
  for (const name of beginnings) form.removeEventListener(name, start);
  started ??= import("./proposal/follow.js").then((module) => module.follow(form, visit));
  return started;
}

/** Read the contributions that one may name, before a hand or the keyboard comes to their lists; once. */
function ask() {
  for (const name of ["pointerover", "focusin"]) form.removeEventListener(name, ask);
  fill(form, form);
}

/** The day of today, as the contract writes it. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const visit = attend(form);
document.querySelector("[data-model]").open = location.hash === "#modele";
const date = form.querySelector('[data-field="date"] input');
if (date && !date.value) date.value = today();
for (const rows of form.querySelectorAll("[data-rows]")) number(rows);
watch(form, (row) => fill(form, row));
for (const name of ["pointerover", "focusin"]) form.addEventListener(name, ask);
for (const name of beginnings) form.addEventListener(name, start);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const at = document.activeElement;
  const { finish } = await start();
  finish(document.activeElement === at); // whoever has gone on since is not called back
});
ready(form);
if (visit.begun) start();
if (form.matches(":hover, :focus-within")) ask();
