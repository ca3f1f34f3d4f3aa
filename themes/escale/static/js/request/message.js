/** The messages of a request, one for each owner: who asks, for what, when and where, and the loans as their owner notes them. */

import { number } from "../filtering/days.js";
import { put } from "../proposal/said.js";
import { blocks } from "./block.js";
import { full, length, span } from "./dates.js";

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

/** The lines that say which tool, for how long. */
function line({ message: words, dates }, { tool, unit, loan: [from, to], numbers, state }) {
  const days = from === to ? put(dates.one, { day: full(dates, from) }) : put(dates.several, { first: full(dates, from), last: full(dates, to) });
  const title = [
    tool.title,
    unit.version && put(words.version, unit),
    numbers.length > 1 && put(words.copies, { n: numbers.length }),
  ].filter(Boolean).join(", ");
  const said = state === "free" ? words.confirm : words.unconfirmed;
  return `${put(words.line, { title, days, length: length(dates, to - from + 1) })} – ${said}`;
}

/** When the public may come: its days, its hours, the price. */
function showing({ message: words, dates }, who) {
  if (who.public_showing === "false") return words.private;
  if (who.public_showing !== "true") return "";
  const days = who.opens && who.closes ? span(dates, [who.opens, who.closes].map(number)) : "";
  const when = [days, who.venue_hours].filter(Boolean).join(", ") || words.yes;
  return [put(words.showing, { when }), who.venue_price && put(words.price, { price: who.venue_price })].filter(Boolean).join(". ");
}

function details(all, who) {
  const { message: words, values } = all;
  const venue = [who.venue_name, who.venue_address].filter(Boolean).join(", ");
  const people = /^\d+$/.test(who.people) ? put(words.people, { n: who.people }) : who.people;
  const audiences = [...who.audiences.map((value) => values.audiences[value]), people].filter(Boolean).join(", ");
  return [
    venue && put(words.venue, { venue }),
    put(words.transport, { transport: values.transport[who.transport] }),
    showing(all, who),
    audiences && put(words.audiences, { audiences }),
    who.pass_culture === "true" && words.pass_culture,
    put(words.answer, { ways: [who.email, who.phone].filter(Boolean).join(", ") || put(words.blank, { field: words.labels.email }) }),
  ].filter(Boolean).join("\n");
}

/** Whoever asks, with what is not said yet between brackets. */
function borrower({ message: words, values }, who) {
  const blank = (name) => put(words.blank, { field: words.labels[name] });
  return {
    borrower: who.borrower || blank("borrower"),
    category: values.borrower_category[who.borrower_category]?.toLowerCase() ?? blank("borrower_category"),
    city: who.city || blank("city"),
  };
}

/** One owner's message {owner, to, subject, text}: `to` are all addresses that its tools give. */
function message(all, entries, who, today) {
  const { message: words } = all;
  const told = borrower(all, who);
  const used = new Map(entries.map(({ tool }) => [tool.slug, new Set()]));
  const text = [
    words.hello,
    [put(words.ask, told), ...entries.map((entry) => line(all, entry))].join("\n"),
    details(all, who),
    who.word,
    [words.thanks, told.borrower].join("\n"),
    put(words.forward, all.ways),
    ...entries.flatMap((entry) => blocks(entry, who, today, used.get(entry.tool.slug))),
  ].filter(Boolean).join("\n\n");
  const titles = [...new Set(entries.map(({ tool }) => tool.title))].join(", ");
  return {
    owner: entries[0].tool.owner,
    to: [...new Set(entries.map(({ tool }) => tool.owner.email).filter(Boolean))],
    subject: plain(put(words.subject, { titles })),
    text: plain(text),
  };
}

/** The messages of entries {tool, unit, loan, numbers, state}, in the order of their first lines. `who` has the values of the form, by its names. */
export function messages(all, entries, who, today) {
  const owners = new Map();
  for (const entry of entries) owners.set(entry.tool.owner.key, [...(owners.get(entry.tool.owner.key) ?? []), entry]);
  return [...owners.values()].map((own) => message(all, own, who, today));
}
