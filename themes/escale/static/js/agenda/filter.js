/** The agenda answers: what the address asks is answered from the agenda's data, and shown in the place of the page's own list. */

import { answer, counts } from "./answering.js";
import { prepared, understood } from "./asking.js";
import { today } from "./days.js";
import * as panel from "./panel.js";
import { conditions, write } from "./question.js";
import * as rows from "./rows.js";
import { figure, made, part, say } from "./said.js";

const [list, status, notes, instead, form] = ["answers", "count", "notes", "instead", "filters"].map(part);
const { built, parts } = JSON.parse(part("parts").textContent);
const page = { lines: [...list.childNodes], text: status.textContent, count: status.dataset.count };
const called = (name, value) => panel.called(form, name, value);
let turn = 0;

/** Say how many there are. */
function tell(text, number) {
  status.textContent = text;
  status.dataset.count = number;
  part("close").textContent = say("close", { n: figure(number) });
}

/** Say what of the question was not taken, and how many conditions were. */
function remark(told, active) {
  notes.hidden = !told.length;
  const line = (one) => say(one.unknown ? "unknown" : "ignored", { ...one, legend: panel.legend(form, one.name) });
  notes.replaceChildren(...told.map((one) => made("li", line(one))));
  part("active").textContent = active ? ` (${active})` : "";
}

async function answered(question, now, current) {
  const { asked, centres } = question;
  const active = conditions(asked).length;
  const whole = !active && form.hidden;
  const { known, help } = whole ? {} : await prepared(parts, question, now);
  const found = active ? answer(known, asked, help) : [];
  const nothing = active > 0 && !found.length;
  const proposals = nothing && [await import("./instead.js"), await prepared(parts, { asked: { q: asked.q }, centres }, now)];
  if (!current()) return;
  remark(question.notes, active);
  if (!form.hidden) panel.tell(form, counts(known, asked, panel.choices(form), help));
  instead.replaceChildren();
  if (active) rows.list(list, found, asked.du?.[0] ?? now, centres);
  else if (!page.lines[0].isConnected) list.replaceChildren(...page.lines);
  if (active) tell(say("many", { n: figure(found.length) }), found.length);
  else tell(page.text, page.count);
  if (nothing) proposals[0].propose(instead, called, question, proposals[1], ask);
}

/** Answer what the address asks; of several questions at once the last one alone is answered. */
export async function show() {
  const own = ++turn;
  const current = () => own === turn;
  const now = today(built);
  try {
    const question = await understood(location.search, panel.offered(form), now, history.state?.here);
    if (!current()) return;
    panel.fill(form, write(question.asked));
    part("here").setAttribute("aria-pressed", Boolean(question.asked.here));
    await answered(question, now, current);
  } catch (error) {
    console.error(error);
    if (current()) status.textContent = say("failed");
  }
}

/** Ask a question, as an address has it: « theme=chimie&gratuit=1 ». The visitor's position stays until a town is named, or none is. */
export function ask(address, here = history.state?.here) {
  const named = new URLSearchParams(address).has("pres");
  history.pushState(here && !named ? { here } : null, "", address ? `?${address}` : location.pathname);
  return show();
}
