/** What a visitor does on the catalogue's page: the sentence is sent, the panel opened and filled, an order chosen. */

import { asked, follow, proposing, turn as open } from "../filtering/form.js";
import { part } from "../filtering/said.js";
import { ask as answer, show as answerAddress } from "./filter.js";

const [sentence, form, opener, order] = ["sentence", "filters", "open", "order"].map(part);

/** Say in the sentence what an address asks, as far as it can. */
function tell(address) {
  const given = new URLSearchParams(address);
  for (const control of sentence.elements) {
    if (control.name) control.value = given.get(control.name) ?? "";
    if (control.selectedIndex === -1) control.value = "";
  }
}

/** Answer what the address asks. */
export function show() {
  tell(location.search);
  return answerAddress();
}

function ask(address) {
  const answered = answer(address);
  tell(location.search);
  return answered;
}

/** Ask what the sentence says, and go on to the answer. */
export async function send() {
  await ask(asked(sentence));
  part("count").scrollIntoView({ block: "start" });
}

/** Open the panel, or close it. */
export function turn() {
  open(form, opener, show);
}

proposing(form.elements.pres);
follow(form, ask, turn);
order.addEventListener("change", () => ask(asked(form)));
