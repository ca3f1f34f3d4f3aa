/** What a visitor does on the agenda's page: the sentence is sent, the panel opened and filled, the visitor's position asked for. */

import { asked, follow, proposing, turn as open } from "../filtering/form.js";
import { part, say } from "../filtering/said.js";
import { ask as answer, show as answerAddress } from "./filter.js";
import * as outing from "./outing.js";

const [sentence, form, opener] = ["outing", "filters", "open"].map(part);

/** Answer what the address asks. */
export function show() {
  outing.tell(sentence, location.search);
  return answerAddress();
}

/** Ask what a form says, as an address has it; `here` is the visitor's position, or null to forget it. */
function ask(address, here) {
  const answered = answer(address, here);
  outing.tell(sentence, location.search);
  return answered;
}

/** Ask what the sentence says, and go on to the answer. */
export async function send() {
  await ask(asked(sentence), null);
  part("count").scrollIntoView({ block: "start" });
}

/** Open the panel, or close it. */
export function turn() {
  open(form, opener, show);
}

/** Ask for what is around the visitor, whose position stays in the browser. */
async function around() {
  const { position } = await import("../filtering/near.js");
  try {
    const point = await position();
    form.elements.pres.value = "";
    await ask(asked(form), point);
  } catch {
    part("here-said").textContent = say("refused");
  }
}

outing.follow(sentence);
proposing(form.elements.pres);
follow(form, ask, turn);
part("here").addEventListener("click", around);
