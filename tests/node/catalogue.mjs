// What the modules of the catalogue answer, without a page: {files, source, known, today, questions} comes in, JSON goes out.
import { readFileSync } from "node:fs";

const folder = "../../themes/escale/static/js";
const { answer } = await import(`${folder}/catalogue/answering.js`);
const { counts } = await import(`${folder}/catalogue/counting.js`);
const { prepared, understood } = await import(`${folder}/catalogue/data.js`);
const { giveUp, loosened, months, nearest } = await import(`${folder}/catalogue/nearest.js`);
const { conditions, loans, write } = await import(`${folder}/catalogue/question.js`);
const { later, silent } = await import(`${folder}/catalogue/beside.js`);
const { ordered } = await import(`${folder}/catalogue/sorting.js`);
const { by, soonest } = await import(`${folder}/catalogue/windows.js`);
const { number, written } = await import(`${folder}/filtering/days.js`);

const { files, source, known: offered, today, questions } = JSON.parse(readFileSync(0, "utf-8"));
globalThis.fetch = async (path) => ({ ok: path in files, status: 404, json: async () => JSON.parse(files[path]) });

const choices = Object.entries(offered).flatMap(([name, values]) => values.map((value) => [name, value]));
const days = (loan) => loan && loan.map(written);

async function answered(search) {
  const now = number(today);
  const question = await understood(search, { ...offered, langue: source.languages.split(" ") }, now);
  const { asked } = question;
  const { known, help } = await prepared(source, question, now);
  const found = answer(known, asked, help);
  const wanted = loans(asked, now);
  const [order = "libre"] = asked.tri ?? [];
  const usual = () => by((at) => soonest(known, at, wanted, found.fits)?.[0], found.found);
  const listed = order === "libre" ? usual() : ordered(known, found.found, order, question, found.fits).numbers;
  const card = (at) => known.tools[at].card;
  return {
    found: listed.map(card),
    unconfirmed: found.unconfirmed.map(card),
    elsewhen: found.elsewhen.map(card),
    silent: silent(known, asked, help),
    windows: wanted ? found.found.map((at) => [card(at), days(soonest(known, at, wanted, found.fits))]) : [],
    later: wanted ? found.elsewhen.map((at) => [card(at), days(later(known, at, wanted, found.fits)) ?? null]) : [],
    notes: question.notes.map(({ name, value }) => [name, value]),
    address: write(asked),
    counts: counts(known, asked, choices, help),
    without: conditions(asked).length ? giveUp(known, asked, help) : [],
    wider: loosened(known, asked, help),
    months: months(known, asked, help).map(({ asked: moved, left }) => [write(moved), left]),
    nearest: nearest(known, asked, help).map(card),
  };
}

const answers = [];
for (const search of questions) answers.push(await answered(search));
process.stdout.write(JSON.stringify({ choices, answers }));
