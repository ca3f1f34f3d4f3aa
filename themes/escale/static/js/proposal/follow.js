/** Follow the form as it is filled: check what was left, draw the preview, propose a name, and offer the ways out once all is right. */

import { problems } from "./check.js";
import { draw } from "./preview.js";
import { clean, read } from "./read.js";
import { offer, watchCopy } from "./send.js";
import { showProblems, summarise } from "./show.js";
import { proposed, wrongName } from "./slug.js";
import { write } from "./yaml.js";

const PAUSE = 150; // milliseconds without a key, before the preview is drawn

/** Follow a form, with what its visitor has done in it so far (visit.js); returns what its last button does. */
export async function follow(form, visit) {
  const data = await (await fetch(form.dataset.source)).json();
  const send = document.querySelector("[data-send]");
  const body = form.querySelector("[data-body] textarea");
  const name = form.querySelector("[data-slug] input");
  let asked = false; // whether one wanted to go on
  let timer;

  /** Show only the fields that the chosen mode or category asks for. */
  function follows() {
    for (const rule of data.conditions) {
      if (!rule.hides) continue;
      const list = form.querySelector(`[data-field="${rule.keys[0]}"] > select`);
      const chosen = list.value === list.parentElement.dataset.default ? null : list.value || null;
      const states = rule.states.map((state) => state[0]);
      form.querySelector(`[data-field="${rule.at}"]`).hidden = !states.includes(chosen);
    }
  }

  function found(tree) {
    const told = wrongName(name.value, data.slug);
    const all = [...problems(tree, data), ...(told ? [{ path: "slug", missing: !name.value, ...told }] : [])];
    const order = [...form.querySelectorAll("[data-field], [data-row], [data-slug]")];
    const position = ({ path }) => order.findIndex((field) => field.dataset.field === path || (path === "slug" && "slug" in field.dataset));
    return all.sort((one, two) => position(one) - position(two));
  }

  function update() {
    follows();
    const tree = read(form);
    if (!visit.own) name.value = proposed(tree);
    const all = found(tree);
    showProblems(form, all.filter((problem) => asked || (!problem.missing && visit.left.has(problem.path))));
    const text = clean(body.value);
    draw(form, tree, text, data.words);
    offer(send, { folder: form.dataset.folder, slug: name.value, text: write(tree, text), tree, phrases: data.words });
    if (asked) {
      send.hidden = all.length > 0;
      form.querySelector("[data-status]").textContent = all.length ? "" : data.words.sound;
      summarise(form, all, data.words);
    }
    return all;
  }

  const settle = () => visit.calmly(update);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  });
  form.addEventListener("change", settle);
  form.addEventListener("focusout", ({ target }) => {
    if (!target.closest("[data-summary]")) settle(); // it would be written anew while the focus is on its way
  });
  form.addEventListener("rows", settle);
  watchCopy(send, data.words);
  settle();
  return {
    /** Show all that is wrong, or the ways out; `go` there too. */
    finish(go) {
      asked = true;
      const all = update();
      if (!go) return;
      const goal = all.length ? form.querySelector("[data-summary]") : send;
      goal.focus();
      goal.scrollIntoView({ block: "start" });
    },
  };
}
