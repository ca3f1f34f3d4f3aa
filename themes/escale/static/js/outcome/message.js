/** What a borrower sends back: lines for the loan, rows for the year's evaluation table. Rows do not say who answered. */

import { put } from "../proposal/said.js";

const BEGIN = "--- bilan escale ---";
const END = "--- fin du bilan ---";
const IDENTIFIER = /^[A-Za-z0-9_-]+$/;

/** A whole number as the contract writes it; nothing where a text is none. */
const whole = (text) => (/^\d{1,7}$/.test(text.replace(/\s/g, "")) ? String(Number(text.replace(/\s/g, ""))) : "");

/** How many came: two numbers in order, and how they are known. */
function visitors({ visitors: least, visitors_max: most, visitors_method: method }) {
  const [low, high] = [whole(least), whole(most)];
  if (method === "inconnu") return { visitors_method: method };
  return { visitors: low, visitors_max: low && Number(high) > Number(low) ? high : "", visitors_method: low ? method : "" };
}

/** The lines to add to the loan, which is known by its id or by its first day. */
export function block(said) {
  const id = IDENTIFIER.test(said.loan) ? said.loan : "";
  const lines = { tool: said.tool, id, returned: said.returned, ...visitors(said), audiences: said.audiences.join(", ") };
  const told = Object.entries(lines).filter(([, value]) => value);
  return [BEGIN, ...told.map(([key, value]) => `${key}: ${value}`), END].join("\n");
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** The rows of the table: of each question that was answered all rows, with 100 % for the answer. */
export function rows({ questions, received, rating, row: words }, said, month) {
  const source = (text) => put(text, { month });
  const percent = (title, yes) => [title, yes ? "100" : "0", "%", source(yes ? words.counts : words.counts_not)];
  const answered = questions.filter(({ name }) => said[name]);
  const found = answered.flatMap(({ name, answers }) => answers.filter(([, title]) => title).map(([value, title]) => percent(title, said[name] === value)));
  const note = said.note ? [[rating, said.note, words.marks, source(words.rated)]] : [];
  if (!found.length && !note.length) return "";
  return [["title", "value", "unit", "source"], [received, "1", words.received, source(words.one)], ...found, ...note]
    .map((cells) => cells.map(cell).join(","))
    .join("\n");
}

/** The message {owner, to, subject, text} for the owner of a tool, and whoever keeps the table. */
export function message(all, said, tool, month) {
  const { message: words, ways } = all;
  const title = tool?.title ?? said.tool;
  const table = rows(all, said, month);
  const text = [
    words.hello,
    put(words.told, { title }),
    said.word,
    [words.loan, block(said)].join("\n\n"),
    table && [words.table, table].join("\n\n"),
    words.thanks,
  ].filter(Boolean).join("\n\n");
  const to = [...new Set([tool?.owner.email, ways.contact].filter(Boolean))];
  return { owner: tool?.owner ?? { name: ways.contact }, to, subject: put(words.subject, { title }), text: text.replace(/[\u00a0\u202f]/g, " ") };
}
