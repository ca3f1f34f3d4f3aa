/**
 * A star on every event and tool: what is starred is kept in this browser, for /selection/, and nowhere else.
 * Without storage, as in some private windows, there are no stars.
 */
import { isKept, keeps, kept, toggle } from "./selection/kept.js";

const SHOWN = ":is(.card, .slot, .lasting, .row, .entry, article)";
const KINDS = `${SHOWN}[data-kind="event"], ${SHOWN}[data-kind="exhibition"]`;
const PAGE = 'a[href^="/agenda/"], a[href^="/outils/"]';
const template = document.getElementById("star");
const way = document.getElementById("kept");

function say(button, path, title) {
  const words = button.querySelector("span");
  button.setAttribute("aria-pressed", isKept(path));
  words.textContent = `${words.dataset.keep} ${title}`;
}

function count() {
  const number = kept().length;
  way.hidden = !number;
  way.querySelector("b").textContent = number;
}

function give(found) {
  const link = found.querySelector("h1") ?? found.querySelector(PAGE);
  if (!link || found.querySelector(":scope > .star, .sheet-head > .star")) return;
  const path = link.href ? new URL(link.href).pathname : location.pathname;
  const button = template.content.cloneNode(true).firstElementChild;
  say(button, path, link.textContent.trim());
  button.addEventListener("click", () => {
    toggle(path);
    for (const other of document.querySelectorAll(`.star[data-path="${path}"]`)) other.setAttribute("aria-pressed", isKept(path));
    count();
  });
  button.dataset.path = path;
  (found.querySelector(".sheet-head") ?? found).append(button);
}

function look(root) {
  if (root.matches?.(KINDS)) give(root);
  for (const found of root.querySelectorAll?.(KINDS) ?? []) give(found);
}

if (keeps() && template) {
  const main = document.querySelector("main");
  look(main);
  count();
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) look(node);
  }).observe(main, { childList: true, subtree: true });
}
