/** What the buttons of a line do. */

function remove(item, take, last) {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  take();
  (next?.querySelector("[data-remove]") ?? last).focus();
}

/** A line more of the same tool: of the first version that no line has yet. */
function more(item, tools, draw, take) {
  const { slug } = item.dataset;
  const { units } = tools.get(slug);
  const lines = [...item.parentElement.children].filter((one) => one.dataset.slug === slug);
  const used = new Set(lines.map((one) => one.querySelector("[data-version]").value));
  const { version } = units.find((unit) => !used.has(unit.version)) ?? units[0];
  item.after(draw({ slug, version, copies: 1, from: "", to: "" }));
  take();
  item.nextElementSibling.querySelector("[data-version]").focus();
}

/** Give a line the days of all others. */
function common(item, take) {
  for (const name of ["from", "to"]) item.querySelector(`[data-${name}]`).value = "";
  item.querySelector("[data-own]").open = false;
  take();
  item.querySelector("[data-own] summary").focus();
}

/** The acts by the names of their buttons, each a function of the line. `last` has the focus once no line is left. */
export function acts({ tools, draw, take, next, last }) {
  return {
    next,
    remove: (item) => remove(item, take, last),
    more: (item) => more(item, tools, draw, take),
    common: (item) => common(item, take),
  };
}
