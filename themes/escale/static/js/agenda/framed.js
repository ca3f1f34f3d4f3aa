/** The answer to what the address of a page without a panel asks, in the place of its list. */

import { today } from "../filtering/days.js";
import { figure, made, part, say } from "../filtering/said.js";
import { answer } from "./answering.js";
import { prepared, understood } from "./asking.js";
import { conditions } from "./question.js";
import { list } from "./rows.js";

async function answered(place, status) {
  const { built, parts } = JSON.parse(part("parts").textContent);
  const { legends, said } = JSON.parse(part("known").textContent);
  const values = Object.fromEntries(Object.entries(said).map(([name, called]) => [name, Object.keys(called)]));
  const now = today(built);
  const question = await understood(location.search, values, now);
  const notes = question.notes.map((one) => made("li", say(one.unknown ? "unknown" : "ignored", { ...one, legend: legends[one.name] })));
  part("notes").hidden = !notes.length;
  part("notes").replaceChildren(...notes);
  if (!conditions(question.asked).length) return;
  const { known, help } = await prepared(parts, question, now);
  const found = answer(known, question.asked, help);
  list(place, found, question.asked.du?.[0] ?? now, question.centres);
  status.textContent = say("many", { n: figure(found.length) });
  status.dataset.count = found.length;
  part("whole").search = location.search;
  if (found.length) return;
  const { propose } = await import("./instead.js");
  const all = await prepared(parts, { asked: { q: question.asked.q }, centres: question.centres }, now);
  propose(part("instead"), (name, value) => said[name][value], question, all, (address) => location.assign(`?${address}`));
}

export async function show(place, status) {
  try {
    await answered(place, status);
  } catch (error) {
    console.error(error);
    status.textContent = say("failed");
  }
}
