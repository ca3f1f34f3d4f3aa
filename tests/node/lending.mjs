// What the catalogue's script says of loans: [{offer, today, within, days}] comes in (closed days as a list), JSON goes out.
import { readFileSync } from "node:fs";

import { canBeHad, copiesFor, firstLoan, refusal, standing } from "../../themes/escale/static/js/catalogue/lending.js";

function answered({ offer: { closed, ...plain }, today, within, days }) {
  const offer = { ...plain, closed: new Set(closed) };
  return {
    standing: standing(offer, today),
    had: canBeHad(offer, within, today),
    copies: copiesFor(offer, within, today),
    first: firstLoan(offer, today) ?? null,
    between: firstLoan(offer, today, { within, days }) ?? null,
    why: refusal(offer, today, { within }) ?? null,
    whyBetween: refusal(offer, today, { within, days }) ?? null,
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(answered)));
