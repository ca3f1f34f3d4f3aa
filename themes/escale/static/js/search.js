/** The search page: what is asked, kept in the address, found by Pagefind, written by results.js. */

import { find, prepare } from "./search/index.js";
import { read, write } from "./search/question.js";
import { clear, counts, say, show } from "./search/results.js";

const PAGE = 10;
const PAUSE = 70; // milliseconds

const form = document.querySelector("[data-finder]");
const more = document.querySelector("[data-more]");
let found = [];
let shown = 0;
let asked = 0;
let timer;

async function search() {
  const question = read(form);
  const turn = ++asked;
  write(question);
  if (!question.words) {
    clear(question);
    return;
  }
  try {
    say("searching");
    const answer = await find(question);
    const first = await Promise.all(answer.results.slice(0, PAGE).map((result) => result.data()));
    if (turn !== asked) return; // a newer question has been asked
    found = answer.results;
    shown = first.length;
    show(first, question, answer, false);
    more.hidden = shown >= found.length;
    counts(await answer.counts());
  } catch (error) {
    console.error(error);
    if (turn === asked) say("error");
  }
}

async function extend() {
  const turn = asked;
  const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
  if (turn !== asked) return;
  shown += next.length;
  more.hidden = shown >= found.length;
  show(next, null, null, true);
}

function soon() {
  prepare(form.elements.q.value.trim());
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
}

form.querySelector("[data-facets]").hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
form.elements.q.addEventListener("focus", () => prepare(), { once: true });
form.elements.q.addEventListener("input", soon);
form.addEventListener("change", (event) => {
  if (event.target !== form.elements.q) search();
});
form.addEventListener("keydown", (event) => {
  const facet = event.key === "Escape" && event.target.closest("details[open]");
  if (!facet) return;
  facet.open = false;
  facet.querySelector("summary").focus();
});
more.addEventListener("click", extend);

if (read(form, new URLSearchParams(location.search)).words) search();
