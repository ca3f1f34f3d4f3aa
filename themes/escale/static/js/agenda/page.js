/** What a visitor does on the agenda's page: the sentence is sent, the panel opened and filled, the visitor's position asked for. */

import { ask as answer, show as answerAddress } from "./filter.js";
import { follow, propose, tell } from "./outing.js";
import { part, say } from "./said.js";

const [sentence, form, open] = ["outing", "filters", "open"].map(part);
const asked = (from) => new URLSearchParams([...new FormData(from)].filter(([, value]) => value.trim())).toString();

/** Answer what the address asks. */
export function show() {
  tell(sentence, location.search);
  return answerAddress();
}

/** Ask what a form says, as an address has it; `here` is the visitor's position, or null to forget it. */
function ask(address, here) {
  const answered = answer(address, here);
  tell(sentence, location.search);
  return answered;
}

/** Ask what the sentence says, and go on to the answer. */
export async function send() {
  await ask(asked(sentence), null);
  part("count").scrollIntoView({ block: "start" });
}

/** Open the panel, or close it and go on from the answer. */
export function turn() {
  form.hidden = !form.hidden;
  open.setAttribute("aria-expanded", !form.hidden);
  if (form.hidden) open.focus();
  else show();
}

/** Ask for what is around the visitor, whose position stays in the browser. */
async function around() {
  const { position } = await import("./near.js");
  try {
    const point = await position();
    form.elements.pres.value = "";
    await ask(asked(form), point);
  } catch {
    part("here-said").textContent = say("refused");
  }
}

follow(sentence);
propose(form.elements.pres);
form.addEventListener("change", () => ask(asked(form)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  turn();
});
part("here").addEventListener("click", around);
part("clear").addEventListener("click", (event) => {
  event.preventDefault();
  ask("", null);
});
