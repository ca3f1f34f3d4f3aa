/** The agenda answers: what the address asks is answered from the agenda's data, and shown in the place of the page's own list. */

import { go, latest, remark, restore, tell } from "../filtering/answers.js";
import { today } from "../filtering/days.js";
import * as panel from "../filtering/panel.js";
import { part } from "../filtering/said.js";
import { answer, counts } from "./answering.js";
import { prepared, understood } from "./asking.js";
import { conditions, write } from "./question.js";
import * as rows from "./rows.js";

const [list, instead, form] = ["answers", "instead", "filters"].map(part);
const { built, parts } = JSON.parse(part("parts").textContent);
const called = (name, value) => panel.called(form, name, value);

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
  if (!active) return restore();
  rows.list(list, found, asked.du?.[0] ?? now, centres);
  tell(found.length);
  if (nothing) proposals[0].propose(instead, called, question, proposals[1], ask);
}

/** Answer what the address asks. */
export function show() {
  return latest(async (current) => {
    const now = today(built);
    const question = await understood(location.search, panel.offered(form), now, history.state?.here);
    if (!current()) return;
    panel.fill(form, write(question.asked));
    part("here").setAttribute("aria-pressed", Boolean(question.asked.here));
    await answered(question, now, current);
  });
}

/** Ask a question, as an address has it. The visitor's position stays until a town is named, or none is. */
export function ask(address, here = history.state?.here) {
  const named = new URLSearchParams(address).has("pres");
  go(address, here && !named ? { here } : null);
  return show();
}
