// The message that tells of a loan: {words, cases: [{said, tool, month}]} comes in, the messages go out.
import { readFileSync } from "node:fs";

import { message } from "../../themes/escale/static/js/outcome/message.js";

const { words, cases } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(cases.map(({ said, tool, month }) => message(words, said, tool, month))));
