/** Rows that are added and removed: dates, links, partners. Each gets the next number, so that its names stay its own. */

const WEEK = 7;
const NAMED = ["id", "name", "for", "data-field", "data-row", "aria-labelledby", "aria-describedby"];

/** Put a number in the place of the first `*` of every name inside a row, patterns of rows within it included. */
function name(root, number) {
  for (const element of [root, ...root.querySelectorAll("*")]) {
    for (const attribute of NAMED) {
      const value = element.getAttribute(attribute);
      if (value?.includes("*")) element.setAttribute(attribute, value.split(" ").map((word) => word.replace("*", number)).join(" "));
    }
    if (element.tagName === "TEMPLATE") for (const child of element.content.children) name(child, number);
  }
}

/** Say of each row which one it is: « date 1 », « date 2 ». */
export function number(rows) {
  const one = rows.dataset.one.split(" ").at(-1);
  [...rows.children].forEach((row, index) => {
    const said = `${one} ${index + 1}`;
    for (const place of row.querySelectorAll(":scope > .row-head [data-name]")) {
      place.textContent = place.tagName === "SPAN" ? ` ${said}` : said;
    }
  });
}

/** Let the buttons be pressed, which the page holds back until a script answers them. */
export function ready(root) {
  for (const button of root.querySelectorAll("button")) button.disabled = false;
}

function add(field) {
  const rows = field.querySelector(":scope > [data-rows]");
  const row = field.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  const last = Math.max(-1, ...[...rows.children].map((other) => Number(other.dataset.row)));
  name(row, String(last + 1));
  ready(row);
  rows.append(row);
  number(rows);
  return row;
}

/** A day, so many days later; as the contract writes it. */
function later(day, days) {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Copy the last row, its days a week later. */
function repeat(field) {
  const before = field.querySelector(":scope > [data-rows]").lastElementChild;
  const row = add(field);
  const controls = (of) => [...of.querySelectorAll("input, select, textarea")];
  const copied = before ? controls(before) : [];
  controls(row).forEach((control, index) => {
    const value = copied[index]?.value ?? control.value;
    control.value = control.type === "date" && value ? later(value, WEEK) : value;
  });
  return row;
}

function remove(row) {
  const rows = row.parentElement;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  number(rows);
  (next?.querySelector("[data-remove]") ?? rows.closest("[data-field]").querySelector(":scope > .buttons [data-add]")).focus();
}

/** Follow the buttons of a form; `grown` is called with each new row. */
export function watch(form, grown) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add], [data-again], [data-remove]");
    if (!button) return;
    if (button.matches("[data-remove]")) {
      remove(button.closest("[data-row]"));
    } else {
      const field = button.closest("[data-field]");
      const row = button.matches("[data-again]") ? repeat(field) : add(field);
      row.querySelector("input, select, textarea").focus();
      grown(row);
    }
    form.dispatchEvent(new CustomEvent("rows"));
  });
}
