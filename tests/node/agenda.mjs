// What the modules of the agenda answer, without a page: {files, parts, known, today, questions: [{search, here}]} comes in, JSON goes out.
import { readFileSync } from "node:fs";

const folder = "../../themes/escale/static/js/agenda";
const { answer, counts } = await import(`${folder}/answering.js`);
const { prepared, understood } = await import(`${folder}/asking.js`);
const { number } = await import(`${folder}/../filtering/days.js`);
const { giveUp, nearest } = await import(`${folder}/nearest.js`);
const { conditions, write } = await import(`${folder}/question.js`);

const { files, parts, known: offered, today, questions } = JSON.parse(readFileSync(0, "utf-8"));
const asked = [];
globalThis.fetch = async (path) => {
  asked.push(path);
  return { ok: path in files, status: 404, json: async () => JSON.parse(files[path]) };
};

const told = ({ event, start }) => [event.slug, start];
const choices = Object.entries(offered).flatMap(([name, values]) => values.map((value) => [name, value]));

async function answered({ search, here }) {
  const now = number(today);
  const question = await understood(search, offered, now, here);
  const { known, help } = await prepared(parts, question, now);
  const found = answer(known, question.asked, help);
  const { q } = question.asked;
  const whole = await prepared(parts, { asked: { q }, centres: question.centres }, now);
  const { later, closer } = nearest(whole.known, question.asked, whole.help);
  return {
    entries: found.map(told),
    notes: question.notes.map(({ name, value }) => [name, value]),
    address: write(question.asked),
    conditions: conditions(question.asked),
    counts: counts(known, question.asked, choices, help),
    without: giveUp(whole.known, question.asked, whole.help),
    later: later.map(told),
    closer: closer.map(told),
  };
}

const answers = [];
for (const question of questions) answers.push(await answered(question));
process.stdout.write(JSON.stringify({ choices, answers, asked }));
