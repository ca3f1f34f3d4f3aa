/** The catalogue answers: what the address asks is answered from its data, and shown in the place of the page's own list. */

import { go, latest, remark, restore, tell } from "../filtering/answers.js";
import { today } from "../filtering/days.js";
import * as panel from "../filtering/panel.js";
import { distanceSaid, part } from "../filtering/said.js";
import { answer, counts, silent } from "./answering.js";
import { prepared, understood } from "./asking.js";
import { list } from "./cards.js";
import { conditions, loans, write } from "./question.js";
import { away, sorted } from "./sorting.js";
import { asAsked, freeSaid } from "./windows.js";

const [place, beside, others, instead, form] = ["answers", "beside", "others", "instead", "filters"].map(part);
const source = JSON.parse(part("source").textContent);
const offered = () => ({ ...panel.offered(form), langue: source.languages.split(" ") });
const called = (name, value) => panel.called(form, name, value);

/** Tools in the order that is asked for (the first ones to be free, unless another is), and how far the owner of each is, if that is asked. */
function ordered(known, numbers, { asked, centres }, fits) {
  const [order] = asked.tri ?? ["libre"];
  const far = (at) => (order === "pres" ? away(known.tools[at], centres) : undefined);
  return { numbers: sorted(known, numbers, order, { asked, centres, fits }), far: (at) => far(at) !== undefined && distanceSaid(far(at)) };
}

/** What a card says of a tool that can be had on the days that are asked for. */
function promised(known, at, wanted, fits) {
  return wanted && { text: freeSaid(asAsked(known, at, wanted, fits), wanted, known.today), tone: "free" };
}

async function explain(known, asked, found, help, current) {
  const wanted = loans(asked, known.today);
  const says = silent(known, asked, help);
  const apart = found.unconfirmed.length || found.elsewhen.length;
  const said = (says.length || apart) && (await import("./beside.js"));
  const ways = found.found.length ? undefined : await import("./instead.js");
  if (!current()) return;
  beside.replaceChildren(...(says.length ? said.silences(says) : []));
  others.replaceChildren(...(apart ? said.others(known, found, wanted) : []));
  if (ways) await ways.propose(instead, called, asked, known, help, ask, current);
}

async function answered(question, now, current) {
  const { asked, notes } = question;
  const active = conditions(asked).length;
  const asks = active > 0 || asked.tri;
  const { known, help } = asks || !form.hidden ? await prepared(source, question, now) : {};
  const found = asks && answer(known, asked, help);
  if (!current()) return;
  remark(notes, active);
  if (!form.hidden) panel.tell(form, counts(known, asked, panel.choices(form), help));
  for (const emptied of [beside, others, instead]) emptied.replaceChildren();
  if (!asks) return restore();
  const { numbers, far } = ordered(known, found.found, question, found.fits);
  const wanted = loans(asked, known.today);
  await list(place, numbers, known.cards, (at) => ({ promise: promised(known, at, wanted, found.fits), far: far(at) }), current);
  if (!current()) return;
  tell(numbers.length);
  await explain(known, asked, found, help, current);
}

/** Answer what the address asks. */
export function show() {
  return latest(async (current) => {
    const now = today(source.built);
    const question = await understood(location.search, offered(), now);
    if (!current()) return;
    panel.fill(form, write(question.asked));
    await answered(question, now, current);
  });
}

/** Ask a question, as an address has it. */
export function ask(address) {
  go(address);
  return show();
}
