/** The search page offers the filters for what a sentence asks. That is loaded once the search has answered: results come first. */

const PAUSE = 600; // milliseconds without a key, before a sentence is taken apart
const field = document.querySelector("[data-finder] [name=q]");
let timer;

function ask() {
  clearTimeout(timer);
  timer = setTimeout(async () => (await import("./search/sentences/page.js")).offer(field.value), PAUSE);
}

field.addEventListener("input", ask);
if (new URLSearchParams(location.search).get("q")) ask();
