/** Times that do not fit together (contributions/rules/events.py): an end before its start, dates with and without hours, overlaps. */

import { moment } from "./dates.js";
import { overnight } from "./hours.js";
import { said } from "./said.js";

const WRITTEN = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;
const timed = (text) => text.includes(" ");

const problem = (path, told, marks) => ({ path, ...said(told, marks) });

/** A start and an end that are both readable. */
function* ofPair(path, { start, end }, told, backwards = told.backwards) {
  const next = backwards === told.backwards ? overnight(start, end, told.overnight.before) : undefined;
  if (moment(end) < moment(start)) yield problem(`${path}end`, next ? told.overnight : backwards, { start, end, next });
  if (timed(start) !== timed(end) && backwards === told.backwards) yield problem(`${path}end`, told.uneven);
}

function* ofSlots(node, told) {
  const slots = node.nodes.filter((row) => WRITTEN.test(row.value?.start ?? ""));
  const sound = (row) => (WRITTEN.test(row.value.end ?? "") ? row.value.end : row.value.start);
  for (const row of slots) if (WRITTEN.test(row.value.end ?? "")) yield* ofPair(`${row.path}.`, row.value, told);
  const other = slots.find((row) => timed(row.value.start) !== timed(slots[0].value.start));
  if (other) yield problem(`${other.path}.start`, told.mixed);
  const places = Map.groupBy ? Map.groupBy(slots, (row) => JSON.stringify(row.value.place ?? null)) : new Map([["", slots]]);
  for (const rows of places.values()) {
    const ordered = rows.toSorted((one, two) => moment(one.value.start) - moment(two.value.start));
    for (let index = 1; index < ordered.length; index += 1) {
      const [before, after] = [ordered[index - 1], ordered[index]];
      if (moment(sound(before), true) > moment(after.value.start)) {
        yield problem(`${after.path}.start`, told.overlap, { number: slots.indexOf(before) + 1 });
      }
    }
  }
}

/** The first day of what a form tells of; nothing where it has none that can be read. */
function beginning({ slots = [], recurrence = {}, start }) {
  const starts = [...slots.map((slot) => slot.start), recurrence.start, start].filter((text) => WRITTEN.test(text ?? ""));
  const days = starts.map((text) => text.slice(0, 10)).filter((day) => !recurrence.except?.some((left) => left.startsWith(day)));
  return days.toSorted()[0];
}

/** That there are results of what has not begun, by the hub's own day. */
export function* tooEarly(tree, { early, dates }) {
  const day = tree.value.results && beginning(tree.value);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: dates.zone }).format();
  if (day > today) yield problem("results", early, { day });
}

/** Every problem of the times of a form. */
export function* wrongTimes(tree, told) {
  for (const node of tree.nodes) {
    if (node.value === undefined) continue;
    if (node.key === "slots") yield* ofSlots(node, told);
    const pair = node.key === "recurrence" ? node.value : {};
    if (WRITTEN.test(pair.start ?? "") && WRITTEN.test(pair.end ?? "")) yield* ofPair("recurrence.", pair, told);
  }
  const { start, end } = tree.value;
  if (WRITTEN.test(start ?? "") && WRITTEN.test(end ?? "")) yield* ofPair("", { start, end }, told, told.programme);
}
