/** What is asked of the search page, kept in the address, found by Pagefind, written by results.js. */

import { find, prepare } from "./find.js";
import { read, write } from "./question.js";
import { add, clear, counts, say, show } from "./results.js";

const PAUSE = 70; // milliseconds without a key, before the season is asked
const PATIENCE = 300; // and after which the past years are
const FEW = 5; // with fewer results, the past years are asked too

const form = document.querySelector("[data-finder]");
let current;
let asked = 0;
let timer;

/** Ask what the form says, of the season or of all years; where the season has little, of all years after some patience. */
async function search(all = false, patience = 0) {
  clearTimeout(timer);
  const question = read(form);
  const turn = ++asked;
  write(question);
  if (!question.words && !Object.keys(question.filters).length) {
    current = null;
    clear();
    return;
  }
  try {
    say(all ? "past" : "searching");
    const answer = await find(question, all || question.allYears);
    const write = await show(answer, question);
    if (turn !== asked) return; // a newer question has been asked
    const wider = !answer.whole && (!answer.sure || answer.results.length < FEW);
    if (wider) timer = setTimeout(search, patience, true);
    if (wider && !answer.sure) return;
    current = answer;
    write();
    if (wider) say("past");
    count();
  } catch (error) {
    console.error(error);
    if (turn === asked) say("error");
  }
}

/** The figures of the facets, which have a price of their own, are read when one of them is open. */
async function count() {
  const answer = current;
  const open = answer && form.querySelector("[data-facet][open]");
  const table = open ? await answer.counts() : {};
  if (answer === current) counts(table);
}

function soon() {
  prepare(form.elements.q.value.trim());
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE, false, PATIENCE);
}

form.addEventListener("submit", () => search());
form.elements.q.addEventListener("input", soon);
form.addEventListener("change", (event) => {
  if (event.target !== form.elements.q) search();
});
form.addEventListener("toggle", count, true);
form.addEventListener("keydown", (event) => {
  const facet = event.key === "Escape" && event.target.closest("details[open]");
  if (!facet) return;
  facet.open = false;
  facet.querySelector("summary").focus();
});
document.querySelector("[data-more]").addEventListener("click", () => add(current));
document.querySelector("[data-lists]").addEventListener("click", ({ target }) => {
  const genre = target.dataset.all;
  if (!genre) return;
  form.querySelector(`[name=genre][value="${CSS.escape(genre)}"]`).checked = true;
  search();
  document.querySelector("[data-status]").focus();
});

prepare();
const address = new URLSearchParams(location.search);
const { words, filters } = read(form, address.size ? address : undefined); // else what was written before this was loaded
if (words || Object.keys(filters).length) search();
