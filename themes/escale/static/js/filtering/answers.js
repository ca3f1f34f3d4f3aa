/** A page whose list gives way to an answer: what is said of it, and how the address keeps the question. */

import * as panel from "./panel.js";
import { figure, made, part, say } from "./said.js";

const [list, status, notes, form] = ["answers", "count", "notes", "filters"].map(part);
const page = { lines: [...list.childNodes], text: status.textContent, count: status.dataset.count };
let turn = 0;

function told(text, number) {
  status.textContent = text;
  status.dataset.count = number;
  part("close").textContent = counted("close", number);
}

/** A number with its word, in the words of the page: one may be said otherwise than many. */
function counted(name, number) {
  const values = { n: figure(number) };
  return (number < 2 && say(`${name}-one`, values)) || say(name, values);
}

/** Say how many there are. */
export function tell(number) {
  told(counted("many", number), number);
}

/** Give the page its own list back. */
export function restore() {
  if (!page.lines[0].isConnected) list.replaceChildren(...page.lines);
  told(page.text, page.count);
}

/** Say what of the question was not taken, and how many conditions were. */
export function remark(noted, active) {
  notes.hidden = !noted.length;
  const line = (one) => say(one.unknown ? "unknown" : "ignored", { ...one, legend: panel.legend(form, one.name) });
  notes.replaceChildren(...noted.map((one) => made("li", line(one))));
  part("active").textContent = active ? ` (${active})` : "";
}

/** Do what a question asks for; of several at once the last one alone is answered: `work` is told how to know whether it is that one. */
export async function latest(work) {
  const own = ++turn;
  const current = () => own === turn;
  try {
    await work(current);
  } catch (error) {
    console.error(error);
    if (current()) status.textContent = say("failed");
  }
}

/** Put a question into the address, as an address has it: « theme=chimie&gratuit=1 ». */
export function go(address, state = null) {
  history.pushState(state, "", address ? `?${address}` : location.pathname);
}
