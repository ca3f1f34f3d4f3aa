/** The catalogue's page: what answers is loaded when something is asked. */

const [sentence, open, order] = ["sentence", "open", "order"].map((name) => document.querySelector(`[data-${name}]`));
let loading;

const page = () => (loading ??= import("./catalogue/page.js"));

for (const part of [sentence, open, order]) {
  for (const event of ["pointerenter", "focusin"]) part.addEventListener(event, page, { once: true });
}
sentence.addEventListener("submit", async (event) => {
  event.preventDefault();
  (await page()).send();
});
open.addEventListener("click", async () => (await page()).turn());
order.addEventListener("change", async () => {
  const address = new URLSearchParams(location.search);
  for (const { name, value } of order.querySelectorAll("[name]")) address.set(name, value);
  (await page()).ask(address.toString());
});
addEventListener("popstate", async () => {
  if (loading || location.search) (await page()).show();
});
if (location.search) page().then(({ show }) => show());
