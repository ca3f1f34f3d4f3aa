/**
 * The list below a field of the search: a combobox with a list that somebody chooses from (ARIA Authoring Practices, « Editable Combobox
 * With List Autocomplete »). The field keeps the focus and what is written in it; Enter goes where the chosen option leads.
 */

import { suggested } from "./finding.js";

const days = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", timeZone: "UTC" });

function daySaid(day) {
  const year = new Date().getFullYear() === Number(day.slice(0, 4)) ? "" : ` ${day.slice(0, 4)}`;
  return day && days.format(new Date(day)).replace(/^1 /, "1er ") + year;
}

/** The style sheet of the list, which pages do not have before. */
function style() {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("../../css/suggest.css", import.meta.url) });
  const loaded = new Promise((done, failed) => Object.assign(sheet, { onload: done, onerror: failed }));
  document.head.append(sheet);
  return loaded;
}

let styled;

const made = (name, textContent, className = "") => Object.assign(document.createElement(name), { textContent, className });

/** A line: what it is called, and behind that which kind of thing it is, when and where. */
function option(label, about, id) {
  const line = Object.assign(made("li", "", "suggestion"), { id });
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  line.append(made("span", label, "suggestion-name"), " ", made("span", about, "suggestion-kind"));
  return line;
}

/** Suggest from now on, and for what is written already. */
export function follow(field) {
  const list = Object.assign(made("ul", "", "suggestions"), { id: `${field.id}-suggestions`, hidden: true });
  const told = made("p", "", "said");
  list.setAttribute("role", "listbox");
  told.setAttribute("aria-live", "polite");
  field.parentElement.append(list, told);
  styled ??= style();
  field.setAttribute("aria-controls", list.id);
  let turn = 0;
  let chosen = -1;

  function choose(number) {
    chosen = number;
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", at === number));
    const line = list.children[number];
    if (line) field.setAttribute("aria-activedescendant", line.id);
    else field.removeAttribute("aria-activedescendant");
    line?.scrollIntoView({ block: "nearest" });
  }

  function show(open) {
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    choose(-1);
  }

  function close() {
    turn += 1;
    show(false);
    told.textContent = "";
  }

  /** Go where a line leads; the last one asks the search. */
  function go(line) {
    close();
    if (line.dataset.url) location.assign(line.dataset.url);
    else field.form.requestSubmit();
  }

  function fill({ rows, said }, text) {
    const lines = rows.map(({ label, name, beside, day, url }, at) => {
      const line = option(label, [name, daySaid(day), beside].filter(Boolean).join(", "), `${list.id}-${at}`);
      line.dataset.url = url;
      return line;
    });
    list.setAttribute("aria-label", said.list);
    list.replaceChildren(...lines, option(said.search.replace("{words}", () => text), "", `${list.id}-${rows.length}`));
    told.textContent = (rows.length === 1 ? said.one : said.many).replace("{n}", rows.length);
    show(true);
  }

  async function suggest() {
    const own = ++turn;
    const text = field.value.trim();
    if (!text) return close();
    const [found] = await Promise.all([suggested(text), styled]).catch(() => []); // without the network nothing is suggested
    if (found && own === turn && document.activeElement === field) fill(found, text);
  }

  function press(event) {
    const { key, altKey, isComposing } = event;
    if (isComposing) return;
    const count = list.children.length;
    const open = !list.hidden;
    if (key === "Enter" && open && chosen >= 0) go(list.children[chosen]);
    else if (key === "Escape" && open) close();
    else if (key === "ArrowUp" && altKey) close();
    else if (open && (key === "ArrowUp" || key === "ArrowDown")) {
      const step = key === "ArrowDown" ? 2 : count + 1;
      choose(((chosen + step) % (count + 1)) - 1); // from the last one into the field, which is -1
    } else if (key === "ArrowDown") suggest();
    else {
      if (open && /^(Home|End|ArrowLeft|ArrowRight)$/.test(key)) choose(-1);
      return;
    }
    event.preventDefault();
  }

  field.addEventListener("input", suggest);
  field.addEventListener("keydown", press);
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => {
    const line = target.closest("[role=option]");
    if (line) go(line);
  });
  return suggest();
}
