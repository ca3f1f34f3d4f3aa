/** Some tools as a table: a column each, a row a fact, and a mark where they differ. */

const made = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

/** Rows of facts, [label, values] each: every label once, in the order in which the tools name them. */
function rows(lists) {
  const values = lists.map((list) => new Map(list));
  const labels = [...new Set(lists.flat().map(([label]) => label))];
  return labels.map((label) => [label, values.map((of) => of.get(label) ?? null)]);
}

/** All that is found of some tools: sections, [title, rows] each. */
export function found(tools, say) {
  const brief = tools.map(({ when, chief }) => [[say("when"), when], ...chief]);
  const titles = [...new Set(tools.flatMap(({ groups }) => groups.map(([title]) => title)))];
  const groups = titles.map((title) => [title, rows(tools.map((tool) => new Map(tool.groups).get(title) ?? []))]);
  return [[say("brief"), rows(brief)], ...groups];
}

/** Whether two tools say different things; what one does not say is no difference. */
const differ = (values) => new Set(values.filter((value) => value !== null)).size > 1;

/** A tool's title, which leads to its page, and the way to do without it. */
function head({ slug, title }, say, without, alone) {
  const cell = Object.assign(made("th", ""), { scope: "col" });
  cell.append(Object.assign(made("a", title), { href: `/outils/${slug}/` }));
  const less = Object.assign(made("a", say("remove"), "compare-less"), { href: without(slug) });
  less.setAttribute("aria-label", `${say("remove")} «\u202f${title}\u202f»`);
  if (!alone) cell.append(less);
  return cell;
}

function line([label, values], say) {
  const row = made("tr", "", differ(values) ? "differs" : "");
  const name = Object.assign(made("th", ""), { scope: "row" });
  if (differ(values)) name.append(made("span", say("differs"), "said"), " ");
  name.append(label);
  row.append(name, ...values.map((value) => made("td", value ?? say("untold"), value === null ? "untold" : "")));
  return row;
}

/** The table. `without` gives the address of the comparison without a tool. */
export function table(sections, tools, say, without) {
  const whole = made("table", "", "compare");
  const top = made("tr", "");
  top.append(made("td", ""), ...tools.map((tool) => head(tool, say, without, tools.length === 1)));
  const heads = made("thead", "");
  heads.append(top);
  whole.append(made("caption", say("caption")), heads);
  for (const [title, facts] of sections) {
    const body = made("tbody", "", facts.some(([, values]) => differ(values)) ? "" : "compare-same");
    const name = made("tr", "", "compare-section");
    name.append(Object.assign(made("th", title), { scope: "rowgroup", colSpan: tools.length + 1 }));
    body.append(name, ...facts.map((fact) => line(fact, say)));
    whole.append(body);
  }
  const around = made("div", "", "scroll");
  around.tabIndex = 0;
  around.setAttribute("role", "region");
  around.setAttribute("aria-label", say("caption"));
  around.append(whole);
  return around;
}
