/** Write a read form as a contribution's file: front matter that nobody can misread, then the text. */

import { plainNumber } from "./measures.js";

const UNSAFE = /^$|^[\s\-?:,[\]{}#&*!|>'"%@`=<.]|: |:$|\s#|[\s]$/;
const MISTAKEN = /^(?:true|false|yes|no|on|off|y|n|null|~|oui|non)$|^[-+]?[\d.][\d_,.:eExX+-]*$/i;
const NUMBER = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/ };
const TYPED = new Set(["day", "moment", "when", "integer", "number", "bool"]);

/** A text between double quotes, or as it is where no reader takes it for something else. */
export function scalar(text, sort = "text") {
  if (sort === "integer" || sort === "number") return quoted(NUMBER[sort].test(plainNumber(text)) ? plainNumber(text) : text, false);
  return quoted(text, !TYPED.has(sort) && MISTAKEN.test(text));
}

function quoted(text, anyway) {
  if (!anyway && !UNSAFE.test(text)) return text;
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}"`;
}

/** A word of a list in brackets, where commas and brackets part. */
function word(text, sort) {
  return /[,[\]{}]/.test(text) && !text.startsWith('"') ? quoted(text, true) : scalar(text, sort);
}

function* lines(node, indent) {
  if (node.value === undefined) return;
  const start = `${indent}${node.key}:`;
  if (node.control === "rows") {
    yield start;
    for (const row of node.nodes) {
      const held = [...group(row, `${indent}    `)];
      yield* held.map((line, index) => (index ? line : `${indent}  - ${line.trimStart()}`));
    }
  } else if (node.control === "list") {
    yield `${start} [${node.value.map((item) => word(item, node.nodes[0].sort)).join(", ")}]`;
  } else if (node.nodes) {
    yield start;
    yield* group(node, `${indent}  `);
  } else if (Array.isArray(node.value)) {
    yield `${start} [${node.value.map((item) => word(item, node.sort)).join(", ")}]`;
  } else {
    yield `${start} ${scalar(node.value, node.sort)}`;
  }
}

function* group(node, indent) {
  for (const inner of node.nodes) yield* lines(inner, indent);
}

/** The whole file. */
export function write(tree, body) {
  const text = body.trim();
  return `---\n${[...group(tree, "")].join("\n")}\n---\n${text ? `\n${text}\n` : ""}`;
}
