// What caniemail.com's data says of what a mail uses, for the programs that subscribers have: [feature, program, support] each, as JSON.
// {elements, attributes, styles, pictures} comes in; support is the newest version's: « y », « a » (in part), « n », « u » (unknown).

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const PROGRAMS = ["gmail", "outlook", "sfr", "laposte", "orange", "apple-mail", "thunderbird"];
const { data } = createRequire(import.meta.url)("caniemail/caniemail.json");
const features = new Map(data.map((feature) => [feature.slug, feature]));
const { elements, attributes, styles, pictures } = JSON.parse(readFileSync(0, "utf-8"));

const asked = [
  ...[...elements, ...attributes].map((name) => `html-${name}`),
  ...styles.flatMap(([name, value]) => [`css-${name}`, `css-${name}-${value}`]),
  ...pictures.map((ending) => `image-${ending}`),
];
const told = [];
for (const slug of new Set(asked)) {
  for (const program of features.has(slug) ? PROGRAMS : []) {
    for (const [platform, versions] of Object.entries(features.get(slug).stats[program] ?? {})) {
      told.push([slug, `${program}.${platform}`, Object.values(versions).at(-1).slice(0, 1)]);
    }
  }
}
process.stdout.write(JSON.stringify(told));
