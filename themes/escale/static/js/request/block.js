/** A loan as its owner's desk notes it: lines « key: value » between two marks, which `make lend` reads from a message. */

import { written } from "../filtering/days.js";
import { words } from "../filtering/names.js";

const OPTION_DAYS = 30; // how long an option is held, unless the loan begins before
const BEGIN = "--- prêt escale ---";
const END = "--- fin du prêt ---";

/** Between the first and the last day of a loan, else nothing. */
function within(day, [from, to]) {
  return day >= written(from) && day <= written(to) ? day : "";
}

/** The name that a loan has where no other of its tool has the same. */
export const nameOf = (borrower, start) => `${words(borrower).join("-") || "emprunteur"}-${start}`;

/** The name of a loan, unique in its tool: `used` are those that are taken. */
function named(borrower, start, used) {
  const name = nameOf(borrower, start);
  const free = [name, ...Array.from({ length: 99 }, (_, at) => `${name}-${at + 2}`)].find((one) => !used.has(one));
  used.add(free);
  return free;
}

/** The loan of one copy of an entry {tool, unit, loan}, for whoever the form says. */
function rows({ tool, unit, loan }, number, who, today, used) {
  const [start, end] = loan.map(written);
  const shown = who.public_showing === "true";
  return {
    tool: tool.slug,
    id: named(who.borrower, start, used),
    version: unit.version ?? "",
    copy: unit.copies.length > 1 ? number : "",
    start,
    end,
    state: "option",
    option_until: written(Math.min(today + OPTION_DAYS, loan[0])),
    borrower: who.borrower,
    borrower_category: who.borrower_category,
    city: who.city,
    audiences: who.audiences.join(", "),
    public_showing: shown ? "true" : "",
    venue_name: who.venue_name,
    venue_address: who.venue_address,
    opens: shown ? within(who.opens, loan) : "",
    closes: shown ? within(who.closes, loan) : "",
    venue_hours: shown ? who.venue_hours : "",
    venue_price: shown ? who.venue_price : "",
    via: who.pass_culture === "true" ? "pass-culture" : "direct",
  };
}

/** The blocks of an entry, one a copy. */
export function blocks(entry, who, today, used) {
  return entry.numbers.map((number) => {
    const told = Object.entries(rows(entry, number, who, today, used)).filter(([, value]) => value);
    return [BEGIN, ...told.map(([key, value]) => `${key}: ${value}`), END].join("\n");
  });
}
