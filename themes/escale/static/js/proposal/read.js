/** What the form says, as a tree: each node has its path, its pattern (`*` for numbers of rows), its value, and its field on the page. */

const HIDDEN = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const BREAKS = /[\t\n\r\x85\u2028\u2029]+/g;

/** A text without what neither YAML nor a feed may hold. */
export function clean(text) {
  return text.replace(/\r\n?/g, "\n").replace(HIDDEN, "");
}

/** A text on one line. */
function line(control) {
  return clean(control.value).replace(BREAKS, " ").trim();
}

function own(field, selector) {
  return [...field.querySelectorAll(selector)].filter((found) => found.closest("[data-field]") === field);
}

/** The nodes of the fields that stand directly in a group, a row or the form. */
function inside(root, holder) {
  const found = [...root.querySelectorAll("[data-field]")].filter((field) => field.parentElement.closest("[data-field]") === holder);
  return found.filter((field) => !field.closest("[hidden]")).map(node);
}

function rows(field) {
  const list = field.querySelector(":scope > [data-rows]");
  return [...list.children].map((row) => {
    const path = `${field.dataset.field}.${row.dataset.row}`;
    const nodes = inside(row, field);
    return { path, pattern: pattern(path), control: "group", field: row, nodes, value: held(nodes) };
  });
}

/** The values of nodes by their keys; undefined where all are empty. */
function held(nodes) {
  const there = nodes.filter((found) => found.value !== undefined);
  return there.length ? Object.fromEntries(there.map((found) => [found.key, found.value])) : undefined;
}

function pattern(path) {
  return path.replace(/\.\d+(?=\.|$)/g, ".*");
}

function node(field) {
  const { field: path, control, sort } = field.dataset;
  const read = { path, pattern: pattern(path), key: path.split(".").at(-1), control, sort, field, required: "required" in field.dataset };
  if (control === "group" || control === "fold") {
    const nodes = inside(field, field);
    return { ...read, nodes, value: held(nodes) };
  }
  if (control === "rows") {
    const nodes = rows(field);
    const there = nodes.filter((row) => row.value !== undefined);
    return { ...read, nodes, value: there.length ? there.map((row) => row.value) : undefined };
  }
  if (control === "list") {
    const nodes = rows(field).flatMap((row) => row.nodes);
    const there = nodes.filter((item) => item.value !== undefined);
    return { ...read, nodes, value: there.length ? there.map((item) => item.value) : undefined };
  }
  return { ...read, value: value(field, control) };
}

/** The value of a single field: a text, a list of texts, or undefined. */
function value(field, control) {
  if (control === "checks") {
    const chosen = own(field, "input:checked").map((box) => box.value);
    return chosen.length ? chosen : undefined;
  }
  if (control === "words") {
    const words = clean(own(field, "textarea")[0].value).split("\n").map((word) => word.trim()).filter(Boolean);
    return words.length ? words : undefined;
  }
  const text = own(field, "input, select, textarea").map(line).filter(Boolean).join(" ");
  return text === "" || text === field.dataset.default ? undefined : text;
}

/** The whole form. */
export function read(form) {
  const nodes = inside(form, null);
  return { path: "", pattern: "", control: "group", nodes, value: held(nodes) ?? {} };
}
