/** The agenda's page: its timetable is brought up to the visitor's day, and what answers is loaded when something is asked. */

import { depart, settle } from "./agenda/days.js";

const [list, status, sentence, open] = ["timetable", "count", "outing", "open"].map((name) => document.querySelector(`[data-${name}]`));
let loading;

const settled = settle(list, status); // what the page shows without a question, before it is kept for when there is none again
const page = () => (loading ??= settled.then(() => import("./agenda/page.js")));

for (const line of document.querySelectorAll(".stations")) depart(line);
for (const part of [sentence, open]) {
  for (const event of ["pointerenter", "focusin"]) part.addEventListener(event, page, { once: true });
}
sentence.addEventListener("submit", async (event) => {
  event.preventDefault();
  (await page()).send();
});
open.addEventListener("click", async () => (await page()).turn());
addEventListener("popstate", async () => {
  if (loading || location.search) (await page()).show();
});
if (location.search || history.state?.here) page().then(({ show }) => show());
