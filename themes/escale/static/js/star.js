/**
 * A star on every event and tool: what is starred is kept in this browser, for /selection/, and nowhere else.
 * Without storage, as in some private windows, there are no stars.
 */
const NAME = "escale.selection";
export const ADDRESS = /^\/(agenda|outils)\/[a-z0-9-]+\/$/;

export const TOOLS = "/outils/";

/** Whether this browser keeps anything at all. */
export function keeps() {
  try {
    localStorage.setItem(`${NAME}.try`, "1");
    localStorage.removeItem(`${NAME}.try`);
    return true;
  } catch {
    return false;
  }
}

/** The addresses that are kept; what is none is left out. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(found) ? found.filter((path) => ADDRESS.test(path)) : [];
  } catch {
    return [];
  }
}

/** Where one asks for all tools among some addresses. */
export function asking(paths) {
  const slugs = paths.filter((path) => path.startsWith(TOOLS)).map((path) => path.split("/")[2]);
  return `${TOOLS}demande/?${new URLSearchParams(slugs.map((slug) => ["outil", slug]))}`;
}

const isKept = (path) => kept().includes(path);

/** Keep these, and nothing else. */
export const keep = (paths) => localStorage.setItem(NAME, JSON.stringify([...new Set(paths)].filter((path) => ADDRESS.test(path))));

/** Keep an address, or let go of it. */
const toggle = (path) => keep(isKept(path) ? kept().filter((other) => other !== path) : [...kept(), path]);

const SHOWN = ":is(.card, .slot, .lasting, .row, .entry, article)";
const KINDS = `${SHOWN}[data-kind="event"], ${SHOWN}[data-kind="exhibition"]`;
const PAGE = 'a[href^="/agenda/"], a[href^="/outils/"]';
const template = document.getElementById("star");
const way = document.getElementById("kept");

function say(button, path, title) {
  button.setAttribute("aria-pressed", isKept(path));
  button.setAttribute("aria-label", `${button.dataset.keep} ${title}`); // no text: pages must not say more with scripts than without
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
