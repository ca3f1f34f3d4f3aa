/** Cards of tools, taken from the pages that hold them (plugins/catalogue/filtering/cards.py), and shown as many as are asked for. */

import { kept } from "../filtering/documents.js";
import { figure, made, part, say } from "../filtering/said.js";

const FOLDER = "/outils/cartes/";
const [FIRST, GRID] = [24, 6]; // cards: shown at once, and in each grid, of which those out of sight cost no layout

async function cut(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-slug]")];
}

/** The cards of some tools, by their numbers. */
function taken(numbers, { tools, cards }) {
  return Promise.all(numbers.map(async (at) => {
    const { card } = tools[at];
    const page = await kept(`${FOLDER}${Math.floor(card / cards) + 1}.html`, cut);
    return page[card % cards].cloneNode(true);
  }));
}

/** Say on a card when the tool can be had, {text, tone}, and how far its owner is; what is no entry of the list bears no slug. */
function mark(card, { promise, far, entry = true }) {
  if (promise) {
    const place = card.querySelector("[data-promise]");
    place.className = place.className.replace(/free-\w+/, `free-${promise.tone}`);
    place.querySelector("span").textContent = promise.text;
  }
  if (far) card.querySelector(".tool-card-owner").append(made("span", far, "slot-far"));
  if (!entry) delete card.dataset.slug;
  return card;
}

/**
 * Write cards into a place, the first ones at once, the others on demand; a button leads on to the first of these. `about` tells what
 * mark() needs of a tool, `current` whether anybody still waits for it.
 */
export async function list(place, numbers, known, about, current = () => true) {
  const grids = made("div", "");
  const rest = part("pattern").content.firstElementChild.cloneNode(true);
  let shown = 0;
  const write = async () => {
    const next = numbers.slice(shown, shown + FIRST);
    const found = await taken(next, known);
    if (!current()) return undefined;
    for (let at = 0; at < found.length; at += GRID) {
      const grid = grids.appendChild(made("div", "", "tool-grid"));
      grid.append(...found.slice(at, at + GRID).map((card, place) => mark(card, about(next[at + place]))));
    }
    shown += next.length;
    rest.hidden = shown >= numbers.length;
    rest.firstElementChild.textContent = say("rest", { n: figure(numbers.length - shown) });
    return found[0];
  };
  rest.addEventListener("click", async () => (await write())?.querySelector("a").focus());
  await write();
  if (current()) place.replaceChildren(grids, rest);
}
