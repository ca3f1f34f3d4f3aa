/** Never a dead end: what is nearest to a question that nothing answers, and what giving up one condition leaves. */

import { without } from "../filtering/names.js";
import { answer, away, leaves } from "./answering.js";
import { conditions } from "./question.js";

const PROPOSED = 3;
const [WHEN, WHERE] = [["du", "au"], ["pres", "rayon", "here"]];

/** How many days lie between an entry and those that are asked for. */
function wait(entry, first, last) {
  return Math.max(0, entry.first - last, first - entry.last);
}

/** The first entries by a measure, one of each event. */
function least(entries, measure) {
  const slugs = new Set();
  const known = entries.map((entry) => [measure(entry), entry]).filter(([value]) => value !== undefined);
  const sorted = known.sort(([one], [other]) => one - other).map(([, entry]) => entry);
  return sorted.filter(({ event }) => !slugs.has(event.slug) && slugs.add(event.slug)).slice(0, PROPOSED);
}

/** For each condition that leaves something once it is given up: {names, left}, the most first. */
export function giveUp(known, asked, help) {
  const each = conditions(asked).map((names) => ({ names, left: leaves(known, asked, names, help) }));
  return each.filter(({ left }) => left).sort((one, other) => other.left - one.left);
}

/** The entries nearest in time, and those nearest in place; where there are none, the next ones near the place, whatever they are. */
export function nearest(known, asked, help) {
  const [first = known.today] = asked.du ?? [];
  const [last = asked.du ? first : Infinity] = asked.au ?? [];
  const later = (entries) => least(entries, (entry) => wait(entry, first, last));
  const closer = (entries) => least(entries, (entry) => away(entry, help.centres));
  const gone = (names) => answer(known, without(asked, names), help);
  const found = [asked.du || asked.au ? later(gone(WHEN)) : [], asked.pres || asked.here ? closer(gone(WHERE)) : []];
  if (found.some((entries) => entries.length)) return { later: found[0], closer: found[1] };
  const any = answer(known, {}, help);
  return { later: later(any), closer: asked.pres || asked.here ? closer(any) : [] };
}
