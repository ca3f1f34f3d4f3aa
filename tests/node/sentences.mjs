// What is offered for sentences, each on a day, and whether the lists read it as it is meant: {names, sentences: [[text, day]], known} comes in, JSON goes out.
import { readFileSync } from "node:fs";

const folder = "../../themes/escale/static/js";
const { number } = await import(`${folder}/filtering/days.js`);
const { lexicon } = await import(`${folder}/search/sentences/lexicon.js`);
const { offers } = await import(`${folder}/search/sentences/offers.js`);
const lists = { agenda: await import(`${folder}/agenda/question.js`), tools: await import(`${folder}/catalogue/question.js`) };

const { names, sentences, known = {} } = JSON.parse(readFileSync(0, "utf-8"));
const lexiconOf = lexicon(names);

/** An offer, and what its list's own page reads of it: what it would write again, and what means nothing to it. */
function told({ list, href, said, without }, today) {
  const search = href.slice(href.indexOf("?"));
  const { read, write } = lists[list];
  const { asked, notes } = read(search, known[list] ?? {}, number(today));
  return { list, href, said, without, again: write(asked), notes };
}

process.stdout.write(JSON.stringify(sentences.map(([text, day]) => offers(text, lexiconOf, number(day)).map((one) => told(one, day)))));
