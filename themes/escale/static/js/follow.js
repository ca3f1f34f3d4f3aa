/** What can be followed, on /flux/: narrowed by words, and what is ticked as one file for a reader. */

const form = document.querySelector("[data-follow]");
const words = form.querySelector("[data-narrow] input");
const status = form.querySelector("[data-status]");
const choice = form.querySelector("[data-choice]");
const count = choice.querySelector("[data-count]");
const groups = [...form.querySelectorAll(".follow-group")];

/** A text without accents and capitals, as people type it. */
const folded = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("œ", "oe").toLowerCase();
const offers = [...form.querySelectorAll("[data-offer]")].map((element) => {
  const group = element.closest(".follow-group").querySelector("h3").textContent;
  return { element, text: folded(`${element.querySelector(".follow-name").textContent} ${group}`) };
});

const told = (element, n) => (n > 1 ? element.dataset.many : element.dataset.one).replace("{n}", n);

/** Show what every word that was typed is said of; a group without any is not shown. */
function narrow() {
  const wanted = folded(words.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { element, text } of offers) {
    element.hidden = !wanted.every((word) => text.includes(word));
    found += !element.hidden;
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-offer]:not([hidden])");
  status.textContent = wanted.length === 0 ? "" : found ? told(status, found) : status.dataset.none;
}

const ticked = () => [...form.querySelectorAll("[data-pick] input:checked")].map((box) => box.value);

function tell() {
  const chosen = ticked().length;
  choice.hidden = chosen === 0;
  count.textContent = chosen ? told(count, chosen) : "";
}

/** An OPML document with nothing but some feeds, by their addresses, and the folders that hold any. */
export function kept(opml, addresses) {
  const found = new DOMParser().parseFromString(opml, "text/xml");
  for (const feed of found.querySelectorAll("outline[xmlUrl]")) {
    if (!addresses.has(feed.getAttribute("xmlUrl"))) feed.remove();
  }
  for (const folder of found.querySelectorAll("body > outline")) if (!folder.children.length) folder.remove();
  return new XMLSerializer().serializeToString(found);
}

/** Hand over what is ticked; all feeds where the list of them cannot be had. */
async function take() {
  const answer = await fetch(form.dataset.opml).catch(() => null);
  const file = answer?.ok && kept(await answer.text(), new Set(ticked()));
  const link = document.createElement("a");
  link.href = file ? URL.createObjectURL(new Blob([file], { type: "text/x-opml" })) : form.dataset.opml;
  link.download = form.dataset.file;
  link.click();
  if (file) setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

for (const part of form.querySelectorAll("[data-narrow], [data-pick]")) part.hidden = false;
words.addEventListener("input", narrow);
form.addEventListener("change", tell);
form.addEventListener("reset", () => setTimeout(() => { narrow(); tell(); }));
form.addEventListener("submit", (event) => event.preventDefault());
choice.querySelector("[data-take]").addEventListener("click", take);
narrow();
tell();
