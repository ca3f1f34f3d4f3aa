// What the form says of single values, as [code, message, repair] each: {data, checks, sort, texts} comes in, JSON goes out.
import { readFileSync } from "node:fs";

import { wrong } from "../../themes/escale/static/js/proposal/check.js";

const { data, checks, sort, texts } = JSON.parse(readFileSync(0, "utf-8"));
const told = texts.map((text) => {
  const found = wrong(text, sort, checks, data);
  return found ? [found.code, found.message, found.repair] : null;
});
process.stdout.write(JSON.stringify(told));
