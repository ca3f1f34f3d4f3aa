/** What is said beside the answer: how many say nothing of a figure, whom one must ask, and what can be had on other days. */

import { figure, made, say } from "../filtering/said.js";
import { list } from "./cards.js";
import { freeSaid, later, whyNot } from "./windows.js";

/** « 3 ne disent pas quelle surface il leur faut », a line each. */
export function silences(found) {
  return found.map(({ name, count }) => made("li", say(`silent-${name}${count < 2 ? "-one" : ""}`, { n: figure(count) })));
}

/** Tools apart from the list, folded, whose cards are taken when somebody unfolds them; they are no entries of it. */
function apart(name, numbers, known, about) {
  const fold = made("details", "", "fold");
  const place = made("div", "");
  fold.append(made("summary", say(numbers.length < 2 ? `${name}-one` : name, { n: figure(numbers.length) })), place);
  const open = () => list(place, numbers, known.cards, (at) => ({ ...about(at), entry: false }));
  fold.addEventListener("toggle", open, { once: true });
  return fold;
}

/** The tools that fit in all but the days: whose owners must be asked, and those that can be had on other days, the soonest first. */
export function others(known, { unconfirmed, elsewhen, fits }, wanted) {
  const next = new Map(elsewhen.map((at) => [at, later(known, at, wanted, fits)]));
  const soonest = elsewhen.toSorted((one, other) => (next.get(one)?.[0] ?? Infinity) - (next.get(other)?.[0] ?? Infinity) || one - other);
  const promised = (at) => {
    const loan = next.get(at);
    if (loan) return { promise: { text: freeSaid(loan, wanted, known.today), tone: "neutral" } };
    return { promise: { text: whyNot(known, at, wanted, fits), tone: "cancelled" } };
  };
  return [
    ...(unconfirmed.length ? [apart("unconfirmed", unconfirmed, known, () => ({}))] : []),
    ...(elsewhen.length ? [apart("elsewhen", soonest, known, promised)] : []),
  ];
}
