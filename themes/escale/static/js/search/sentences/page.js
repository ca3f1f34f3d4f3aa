/** What is offered on the search page, above the results: links to the agenda and to the catalogue, with their filters set. */

import { today } from "../../filtering/days.js";
import { once } from "../../filtering/documents.js";
import { made } from "../../filtering/said.js";
import { lexicon, widened } from "./lexicon.js";
import { farther, offers } from "./offers.js";

const NAMES = "/recherche/noms.json";
const place = document.querySelector("[data-offer]");
let turn = 0;
let all;

/** The lexicon with all towns of the region, which are loaded where a sentence may name one of the smaller ones. */
async function everywhere(known) {
  const { towns } = await import("../../filtering/near.js");
  return widened(known, await towns());
}

function link({ list, href, said, without }, { say }) {
  const found = Object.assign(made("a", ""), { href });
  const left = without.length ? ` (${say("without", { words: without.map((words) => `«\u00a0${words}\u00a0»`).join(", ") })})` : "";
  found.append(made("b", say(list)), `\u00a0: ${said}`, made("span", left));
  return found;
}

/** Offer what a sentence asks; nothing where its words name nothing that the lists know. */
export async function offer(text) {
  const own = ++turn;
  const { known, built } = await once(NAMES, (names) => ({ known: lexicon(names), built: names.built }));
  const now = today(built);
  if (!all && farther(text, known, now)) all = await everywhere(known);
  if (own === turn) place.replaceChildren(...offers(text, all ?? known, now).map((one) => link(one, known)));
}
