/** The catalogue answers: what the sentence, the panel and the address ask is answered from its data, in the place of the page's own list. */

import { go, latest, remark, restore, tell } from "../filtering/answers.js";
import { today } from "../filtering/days.js";
import * as forms from "../filtering/form.js";
import * as panel from "../filtering/panel.js";
import { part } from "../filtering/said.js";
import { answer } from "./answering.js";
import { list } from "./cards.js";
import { FIGURES } from "./conditions.js";
import { prepared, understood } from "./data.js";
import { conditions, loans, write } from "./question.js";
import { by, freeSaid, soonest } from "./windows.js";

const [place, beside, others, instead] = ["answers", "beside", "others", "instead"].map(part);
const [sentence, form, opener] = ["sentence", "filters", "open"].map(part);
const source = JSON.parse(part("source").textContent);
const offered = () => ({ ...panel.offered(form), langue: source.languages.split(" ") });

/** Tools in the order that is asked for (the first ones to be free, unless another is), and what is said of how far each is. */
async function ordered(known, numbers, question, { wanted, fits }) {
  const [order] = question.asked.tri ?? ["libre"];
  if (order !== "libre") return (await import("./sorting.js")).ordered(known, numbers, order, question, fits);
  return { numbers: by((at) => soonest(known, at, wanted, fits)?.[0], numbers) };
}

/** What a card says of when a tool can be had, on the days that are asked for. */
function promised(known, at, { wanted, fits }) {
  return wanted && { text: freeSaid(soonest(known, at, wanted, fits), wanted, known.today), tone: "free" };
}

/** What is said besides of an answer, {found, unconfirmed, elsewhen, wanted, fits}. */
async function explain(known, asked, found, help, current) {
  const says = found.wanted || Object.keys(asked).some((name) => name in FIGURES);
  const said = says && (await import("./beside.js"));
  const ways = found.found.length ? undefined : await import("./instead.js");
  if (!current()) return;
  if (says) beside.replaceChildren(...said.silences(known, asked, help));
  if (says) others.replaceChildren(...said.others(known, found, found.wanted));
  if (ways) await ways.propose(instead, (name, value) => panel.called(form, name, value), asked, known, help, ask, current);
}

async function answered(question, now, current) {
  const { asked, notes } = question;
  const active = conditions(asked).length;
  const asks = active > 0 || asked.tri;
  const { known, help } = asks || !form.hidden ? await prepared(source, question, now) : {};
  const found = asks && { ...answer(known, asked, help), wanted: loans(asked, now) };
  const counting = !form.hidden && (await import("./counting.js"));
  if (!current()) return;
  remark(notes, active);
  if (counting) panel.tell(form, counting.counts(known, asked, panel.choices(form), help));
  for (const emptied of [beside, others, instead]) emptied.replaceChildren();
  if (!asks) return restore();
  const { numbers, far } = await ordered(known, found.found, question, found);
  await list(place, numbers, known, (at) => ({ promise: promised(known, at, found), far: far?.(at) }), current);
  if (!current()) return;
  tell(numbers.length);
  await explain(known, asked, found, help, current);
}

/** Answer what the address asks. */
export function show() {
  panel.fill(sentence, location.search);
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

/** Ask what the sentence says, and go on to the answer. */
export async function send() {
  await ask(forms.asked(sentence));
  part("count").scrollIntoView({ block: "start" });
}

/** Open the panel, or close it. */
export function turn() {
  forms.turn(form, opener, show);
}

forms.proposing(form.elements.pres);
forms.follow(form, ask, turn);
