/**
 * The search page offers the filters for what a sentence asks. Results come first: what takes a sentence apart is loaded once somebody has
 * stopped writing, and later where there is one word, which seldom is a sentence.
 */

const PAUSE = { word: 2000, sentence: 900, again: 200 }; // milliseconds without a key; `again` where all is loaded
const SENTENCE = /\S\s+\S|\d/;
const field = document.querySelector("[data-finder] [name=q]");
let timer;
let loading;

async function offer() {
  const page = await (loading ??= import("./search/sentences/page.js"));
  page.offer(field.value);
}

function ask() {
  clearTimeout(timer);
  timer = setTimeout(offer, PAUSE[loading ? "again" : SENTENCE.test(field.value.trim()) ? "sentence" : "word"]);
}

field.addEventListener("input", ask);
if (new URLSearchParams(location.search).get("q")) ask();
