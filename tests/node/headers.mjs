// Reads a site's _headers and netlify.toml as Netlify does: node headers.mjs OUTPUT/_headers netlify.toml < addresses.json
// Prints {errors, rules: [[path, {name: value}]], fits: [[address, [paths of the rules that fit it]]]}.

import { readFileSync } from "node:fs";

import { parseAllHeaders } from "@netlify/headers-parser";

const [headersFile, netlifyConfigPath] = process.argv.slice(2);
const addresses = JSON.parse(readFileSync(0, "utf8"));
const { headers, errors } = await parseAllHeaders({ headersFiles: [headersFile], netlifyConfigPath, minimal: false });
const fitting = (address) => headers.filter((rule) => rule.forRegExp.test(address)).map((rule) => rule.for);

console.log(
  JSON.stringify({
    errors: errors.map((error) => error.message),
    rules: headers.map((rule) => [rule.for, rule.values]),
    fits: addresses.map((address) => [address, fitting(address)]),
  }),
);
