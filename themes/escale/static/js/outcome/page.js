/** What is said of a loan becomes a message, while one says it. Nothing is kept, nothing leaves the browser. */

import { number, today } from "../filtering/days.js";
import { put } from "../proposal/said.js";
import { month } from "../request/dates.js";
import { read } from "../request/form.js";
import { known } from "../request/tools.js";
import { show } from "../request/ways.js";
import { message } from "./message.js";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 100;
const root = document.getElementById("bilan");
const part = (name) => root.querySelector(`[data-${name}]`);
const all = JSON.parse(part("words").textContent);
const form = part("said");

/** The tool of that name, or what is to be said of a name that no tool has. */
async function found(slug) {
  if (!slug) return {};
  if (!SLUG.test(slug) || slug.length > LONGEST) return { note: put(all.page.hostile, { slug: slug.slice(0, LONGEST) }) };
  const { tool, failed } = await known(slug);
  if (tool) return { tool };
  return { note: put(failed ? all.page.failed : all.page.unknown, { slug }) };
}

async function tell() {
  const said = read(form);
  said.tool = said.tool.toLowerCase();
  const { tool, note = "" } = await found(said.tool);
  if (form.elements.tool.value.trim().toLowerCase() !== said.tool) return; // whoever has typed on is answered later
  part("note").textContent = note;
  part("note").hidden = !note;
  part("title").textContent = tool?.title ?? "";
  part("sending").hidden = !tool;
  const when = month(all.dates, number(said.returned) || today(all.built));
  if (tool) show(part("messages"), part("message"), all.ways, [message(all, said, tool, when)], true);
}

const given = new URLSearchParams(location.search);
form.elements.tool.value ||= given.get("outil")?.slice(0, LONGEST) ?? "";
form.elements.loan.value ||= given.get("pret")?.slice(0, LONGEST) ?? "";
form.addEventListener("input", tell);
tell();
