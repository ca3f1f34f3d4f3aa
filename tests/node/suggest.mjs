// What is suggested for texts, in order, and which documents are asked for: {files, texts} comes in, JSON goes out.
import { readFileSync } from "node:fs";

const { suggested } = await import("../../themes/escale/static/js/suggest/finding.js");

const { files, texts } = JSON.parse(readFileSync(0, "utf-8"));
const asked = [];
globalThis.fetch = async (path) => {
  asked.push(path);
  return { ok: path in files, status: 404, json: async () => JSON.parse(files[path]) };
};

const answers = [];
for (const text of texts) {
  const before = asked.length;
  const { rows } = await suggested(text);
  answers.push({ rows: rows.map(({ label, url }) => [label, url]), asked: asked.slice(before) });
}
process.stdout.write(JSON.stringify(answers));
