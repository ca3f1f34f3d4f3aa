/** The search page: nothing of the search is loaded before somebody comes with a question, or turns to the form. */

const form = document.querySelector("[data-finder]");
const begin = () => import("./search/page.js");

form.querySelector("[data-facets]").hidden = false;
form.elements.q.value = new URLSearchParams(location.search).get("q") ?? form.elements.q.value;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin(); // which reads what was asked before
});
if (location.search) begin();
else form.addEventListener("focusin", begin, { once: true });
