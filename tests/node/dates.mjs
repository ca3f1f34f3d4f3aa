// What the form says of texts that should be dates, as [message, repair] each: {data, texts, sort} comes in, JSON goes out.
import { readFileSync } from "node:fs";

import { wrongDate } from "../../themes/escale/static/js/proposal/dates.js";
import { said } from "../../themes/escale/static/js/proposal/said.js";

const { data, texts, sort } = JSON.parse(readFileSync(0, "utf-8"));
const told = texts.map((text) => {
  const [sentence, marks] = wrongDate(text, sort, data) ?? [];
  if (!sentence) return null;
  const { message, repair } = said(sentence, { ...marks, value: text });
  return [message, repair];
});
process.stdout.write(JSON.stringify(told));
