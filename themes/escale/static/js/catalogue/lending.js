/**
 * Whether a loan can be had, the first that can, and why none can (the contract's « Availability »). No other script knows; its twin is
 * plugins/contributions/lending/asking.py.
 *
 * Days are numbers of any one calendar, a run of days is [first, last], both included. An offer is a plain value:
 *   repaired   whether it cannot leave for now (no)
 *   withdrawn  whether its owner no longer lends it (no); left: the day from which on it does not, null or left out where there is none
 *   told       the day on which the owner last said that all loans are noted; null or left out where there is none
 *   notice     days between today and the first day of a loan (0); least (1) and most (no end): days that a loan may last
 *   closed     what has(day) a day on which nothing leaves or comes back, as a Set does (none)
 *   copies     for each copy, the runs of days on which a loan may lie, in order
 *   until      the last day of which anything is known (no end)
 */

/** Days that an owner's word holds, the last one included. */
const FRESH = 90;
const NEVER = { has: () => false };

/** Whether what is known of its loans may be promised: "offered", else "unconfirmed", "repair" or "withdrawn". */
export function standing({ repaired, withdrawn, left, told }, today) {
  if (withdrawn || (Number.isFinite(left) && left <= today)) return "withdrawn";
  if (repaired) return "repair";
  return Number.isFinite(told) && today - told <= FRESH ? "offered" : "unconfirmed";
}

/** The first day in a run on which a loan of a length can begin, or nothing. */
function beginning(run, from, to, days, closed) {
  const latest = Math.min(run[1], to) - days + 1;
  for (let day = Math.max(run[0], from); day <= latest; day += 1) {
    if (!closed.has(day) && !closed.has(day + days - 1)) return day;
  }
  return undefined;
}

/** The first loan of a length that lies between two days on some copies, whoever may have it. */
function first(copies, from, to, days, closed) {
  let found;
  for (const copy of copies) {
    for (const run of copy) {
      const day = beginning(run, from, to, days, closed);
      if (day === undefined) continue;
      if (!(found <= day)) found = day;
      break;
    }
  }
  return found === undefined ? undefined : [found, found + days - 1];
}

/** The first loan [first, last] that can be had between two days (from today on, unless given), of a length (the least, unless given), or nothing. */
export function firstLoan(offer, today, { within: [from, to] = [today, Infinity], days = offer.least ?? 1 } = {}) {
  const { notice = 0, least = 1, most = Infinity, closed = NEVER, copies } = offer;
  if (standing(offer, today) !== "offered" || days < least || days > most) return undefined;
  return first(copies, Math.max(from, today + notice), to, days, closed);
}

/** Whether a loan [first, last] can be had. */
export function canBeHad(offer, loan, today) {
  return firstLoan(offer, today, { within: loan, days: loan[1] - loan[0] + 1 }) !== undefined;
}

/** The numbers of the copies, from 1 on, that a loan can be had of. */
export function copiesFor(offer, loan, today) {
  const numbers = offer.copies.map((_, at) => at + 1);
  return numbers.filter((number) => canBeHad({ ...offer, copies: [offer.copies[number - 1]] }, loan, today));
}

/**
 * Why no loan of a length can be had between two days (one that fills them, unless a length is given): {why, value}, or nothing where one can.
 *   "withdrawn", "repair", "unconfirmed"
 *   "short" or "long": `value` is the least or the most days that it may last
 *   "soon": `value` is the first day on which a loan may begin
 *   "unknown": `value` is the last day of which anything is known
 *   "shut": `value` is a day on which it would leave or come back, and its owner is closed
 *   "busy": on some of the days no copy is free
 */
export function refusal(offer, today, { within: [from, to], days = to - from + 1 }) {
  const { notice = 0, least = 1, most = Infinity, closed = NEVER, copies, until = Infinity } = offer;
  if (firstLoan(offer, today, { within: [from, to], days })) return undefined;
  const state = standing(offer, today);
  if (state !== "offered") return { why: state };
  if (days < least) return { why: "short", value: least };
  if (days > most) return { why: "long", value: most };
  if (to - days + 1 < today + notice) return { why: "soon", value: today + notice };
  if (Math.max(from, today + notice) + days - 1 > until) return { why: "unknown", value: until };
  const open = first(copies, Math.max(from, today + notice), to, days, NEVER);
  return open ? { why: "shut", value: open.find((day) => closed.has(day)) } : { why: "busy" };
}
