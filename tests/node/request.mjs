// What the request says of baskets, and its messages: {words, tools, today, cases: [{lines, who}]} comes in, JSON goes out.
import { readFileSync } from "node:fs";

const folder = "../../themes/escale/static/js";
const { asked, joined, kept, link, linked } = await import(`${folder}/request/basket.js`);
const { letter } = await import(`${folder}/mail.js`);
const { messages } = await import(`${folder}/request/message.js`);
const { unitOf, verdict } = await import(`${folder}/request/verdict.js`);

const { words, tools, today, cases = [], searches = [], hashes = [], stores = [] } = JSON.parse(readFileSync(0, "utf-8"));
for (const tool of Object.values(tools ?? {})) tool.closed = new Set(tool.closed);

function answered({ lines, who }) {
  const found = lines.map((line) => ({ ...verdict(words, line, tools[line.slug], today, line.others), tool: tools[line.slug], unit: unitOf(tools[line.slug], line.version) }));
  const told = who ? messages(words, found.filter(({ loan }) => loan), who, today) : [];
  const sent = told.map((one) => ({ ...one, filled: letter(one.to.join(","), one.subject, one.text, words.ways.elsewhere) }));
  return { verdicts: found.map(({ state, says, loan, numbers, next }) => ({ state, says, loan, numbers, next })), messages: sent };
}

process.stdout.write(
  JSON.stringify({
    cases: cases.map(answered),
    searches: searches.map(asked),
    hashes: hashes.map((hash) => [linked(hash), link(linked(hash))]),
    stores: stores.map(kept),
    joined: stores.map((one) => stores.map((other) => joined(kept(one), kept(other)))),
  }),
);
