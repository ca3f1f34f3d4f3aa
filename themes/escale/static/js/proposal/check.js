/** Check a read form with the data of its kind: every problem with its path, code, message and repair, in the order of the form. */

import { wrongMail, wrongWeb } from "./addresses.js";
import { wrongDate } from "./dates.js";
import { wrongLanguage } from "./languages.js";
import { plainNumber, wrongNumber } from "./measures.js";
import { said } from "./said.js";
import { tooEarly, wrongTimes } from "./times.js";

const FAILS = {
  unlike: (check, text) => !new RegExp(check.pattern, check.flags).test(text),
  long: (check, text) => [...text].length > check.most,
  short: (check, text) => [...text].length < check.least,
  below: (check, text) => Number(text) < check.bound,
  above: (check, text) => Number(text) > check.bound,
};

/** Sorts whose values tell what is said of them: each gives the message, and what to put in it. */
const TOLD = {
  date: (check, text, data) => wrongDate(text, check.sort, data.dates),
  web: (check, text, { meant }) => wrongWeb(text, check, meant.web),
  mail: (check, text, { meant }) => wrongMail(text, check, meant.mail),
  number: (check, text, { meant }) => wrongNumber(text, check, meant.number, meant.folding),
  language: (check, text, { meant }) => wrongLanguage(text, check, meant.language, meant.folding),
};

/** What is wrong with one value, if anything. */
export function wrong(value, sort, checks, data, index = 0) {
  const text = sort === "integer" || sort === "number" ? plainNumber(value) : value;
  for (const check of checks) {
    if (TOLD[check.if]) {
      const [told, marks] = TOLD[check.if](check, value, data) ?? [];
      if (told) return said(told, { ...marks, value, index });
    } else if (FAILS[check.if]?.(check, text)) {
      const size = [...text].length;
      const told = check.one && size === 1 ? { ...check, message: check.one } : check;
      return said(told, { value, size, index });
    }
  }
  return undefined;
}

function* ofList(node, data) {
  const many = data.checks[node.pattern]?.find((check) => check.if === "many");
  if (many && node.value?.length > many.most) yield { path: node.path, ...said(many, { number: node.value.length }) };
  const checks = data.checks[`${node.pattern}.*`];
  if (node.control !== "words" || !checks) return;
  for (const [index, word] of (node.value ?? []).entries()) {
    const told = wrong(word, node.sort, checks, data, index);
    if (told) yield { path: node.path, ...told };
  }
}

function* ofGroup(node, data) {
  for (const rule of data.either.filter((found) => found.path === node.pattern)) {
    if (rule.keys.every((key) => node.value[key] === undefined)) yield { path: node.path, ...said(rule) };
  }
  for (const rule of data.swapped.filter((found) => found.path === node.pattern)) {
    const [least, most] = [rule.least, rule.most].map((key) => Number(plainNumber(node.value[key] ?? "-")));
    if (most < least) yield { path: `${node.path}.${rule.most}`, ...said(rule) };
  }
}

function* walk(node, data) {
  if (node.value === undefined) return;
  if (node.control === "group" || node.control === "fold") {
    if (node.path) yield* ofGroup(node, data);
    for (const inner of node.nodes) {
      if (inner.value === undefined && inner.required) yield { path: inner.path, missing: true, ...said(data.missing[inner.pattern]) };
      yield* walk(inner, data);
    }
  } else if (node.nodes) {
    yield* ofList(node, data);
    for (const inner of node.nodes) yield* walk(inner, data);
  } else if (Array.isArray(node.value)) {
    yield* ofList(node, data);
  } else {
    const told = wrong(node.value, node.sort, data.checks[node.pattern] ?? [], data);
    if (told) yield { path: node.path, ...told };
  }
}

function state(node) {
  if (node?.value === undefined) return null;
  return node.field.querySelector("select") && typeof node.value === "string" && !node.sort.includes("slug") ? node.value : true;
}

/** What one key asks of others, as the tables of the data say. */
function* conditions(tree, data) {
  const nodes = Object.fromEntries(tree.nodes.map((node) => [node.key, node]));
  for (const rule of data.conditions) {
    const states = rule.keys.map((key) => state(nodes[key]));
    if (rule.states.some((told) => told.every((one, index) => one === states[index]))) {
      yield { path: rule.at, missing: nodes[rule.at]?.value === undefined, ...said(rule) };
    }
  }
}

const at = (tree, path) => path.split(".").reduce((node, key) => node?.nodes?.find((inner) => inner.key === key), tree);

/** Keys that do not go together. */
function* exclusions(tree, data) {
  for (const rule of data.excluded) {
    if (rule.keys.every((path) => at(tree, path)?.value !== undefined)) yield { path: rule.at, ...said(rule) };
  }
}

/** Every problem of a form. */
export function problems(tree, data) {
  const times = [...wrongTimes(tree, data.times), ...tooEarly(tree, data)];
  const found = [...walk(tree, data), ...conditions(tree, data), ...exclusions(tree, data), ...times];
  const refused = found.filter(({ code }) => !code.startsWith("E4")).map(({ path }) => path);
  const already = (place) => refused.some((path) => path === place || path.startsWith(`${place}.`));
  return found.filter(({ code, path }) => !code.startsWith("E4") || !already(path));
}
