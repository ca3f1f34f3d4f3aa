// How the filters read the document of a region's towns, and which of them names mean: {document, names} comes in, JSON goes out.
import { readFileSync } from "node:fs";

import { decode, find } from "../../themes/escale/static/js/filtering/near.js";

const { document, names } = JSON.parse(readFileSync(0, "utf-8"));
const towns = decode(JSON.parse(document));
process.stdout.write(JSON.stringify({
  towns: towns.map(({ code, name, point }) => [code, name, ...point]),
  found: names.map((name) => find(towns, name)?.code ?? null),
}));
