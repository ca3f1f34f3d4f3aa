/** Draw the card and the page as they will show: the site's own components, filled with what the form says. */

import { blocks } from "./markdown.js";
import { put } from "./said.js";

const NARROW = "\u202f";
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/;

const ordinal = (day) => (day === 1 ? "1er" : String(day));
const clock = (hour, minute) => `${Number(hour)}${NARROW}h${minute === "00" ? "" : `${NARROW}${minute}`}`;

/** A written date in parts; nothing if it is not one. */
function parts(text) {
  const found = WRITTEN.exec(text ?? "");
  if (!found) return undefined;
  const [, year, month, day, hour, minute] = found;
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return { year, month: month - 1, day: Number(day), weekday, hour, minute };
}

function dayMonth(date, phrases) {
  return `${ordinal(date.day)} ${phrases.months[date.month]} ${date.year}`;
}

/** When an event is: the day for the sign, and the words beside it. */
function whenEvent(value, phrases) {
  const slot = value.slots?.[0] ?? value.recurrence;
  const [start, end] = [parts(slot?.start), parts(slot?.end)];
  if (!start) return { words: "" };
  const several = end && (end.day !== start.day || end.month !== start.month || end.year !== start.year);
  const hours = [start, end].filter((date) => date?.hour).map((date) => clock(date.hour, date.minute)).join(" – ");
  return { sign: start, words: several ? put(phrases.until, { day: dayMonth(end, phrases) }) : hours };
}

/** The words that tell when, as the cards of each kind do. */
function when(kind, value, phrases) {
  if (kind === "event") return whenEvent(value, phrases);
  const told = { announcement: value.expires, programme: value.start, article: value.date, resource: value.date }[kind];
  const day = parts(told);
  if (!day) return { words: "" };
  const words = dayMonth(day, phrases);
  return { words: kind === "announcement" ? put(phrases.until, { day: words }) : words };
}

function where(value, phrases) {
  if (value.mode === "en-ligne") return phrases.online;
  const place = value.slots?.[0].place ?? value.place ?? value.places?.[0];
  return [place?.city, place?.name].filter(Boolean).join(", ");
}

function chosen(form, key) {
  const list = form.querySelector(`[data-field="${key}"] select`);
  return list?.value ? list.selectedOptions[0].textContent : "";
}

function line(card, icon, words) {
  const item = card.querySelector(`li:has(use[href$="#${icon}"])`);
  if (!item) return;
  item.hidden = !words;
  item.querySelector("time, span:not(.said)").textContent = words;
}

function sign(card, date, phrases) {
  const shown = card.querySelector(".card-day");
  if (!shown) return;
  shown.hidden = !date;
  if (!date) return;
  const [weekday, day, month] = shown.querySelectorAll("time > *");
  weekday.textContent = `${phrases.weekdays[date.weekday].slice(0, 3)}.`;
  day.textContent = ordinal(date.day);
  month.textContent = phrases.short_months[date.month];
}

function drawCard(card, shown, phrases) {
  const title = card.querySelector(".card-title a");
  title.removeAttribute("href");
  title.textContent = shown.title;
  card.querySelector(".kicker").textContent = shown.category;
  card.querySelector(".kicker").hidden = !shown.category;
  card.querySelector(".card-summary").textContent = shown.summary;
  card.querySelector(".said")?.remove();
  line(card, "calendar", shown.when);
  line(card, "pin", shown.where);
  line(card, "house", shown.where.includes(shown.publisher) ? "" : shown.publisher);
  sign(card, shown.sign, phrases);
  const use = card.querySelector(".card-picture use");
  if (use && shown.theme) use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${shown.theme}`);
}

function drawPage(head, shown, phrases) {
  head.querySelector(".kicker").textContent = shown.category;
  head.querySelector(".preview-title").textContent = shown.title;
  head.querySelector(".lede").textContent = shown.summary;
  const date = shown.sign && `${phrases.weekdays[shown.sign.weekday]} ${dayMonth(shown.sign, phrases)}`;
  const facts = [[date, shown.when].filter(Boolean).join(", "), shown.where, shown.publisher].filter(Boolean);
  head.querySelector(".card-meta").replaceChildren(...facts.map((fact) => {
    const item = document.createElement("li");
    item.textContent = fact;
    return item;
  }));
}

/** The card, which stands on the page from the first time that it is drawn: its pictures are not fetched for who only looks. */
function theCard() {
  const aside = document.querySelector(".proposal-aside > div");
  const pattern = aside.querySelector("[data-card]");
  if (pattern) {
    aside.querySelector("[data-no-card]").remove();
    pattern.replaceWith(pattern.content);
  }
  return aside.querySelector(".card");
}

/** Draw both. */
export function draw(form, tree, body, phrases) {
  const { value } = tree;
  const { sign: day, words } = when(form.dataset.kind, value, phrases);
  const shown = {
    title: value.title ?? phrases.title,
    summary: value.summary ?? phrases.summary,
    category: chosen(form, "category"),
    when: words,
    sign: day,
    where: where(value, phrases),
    publisher: chosen(form, "organisation") || (value.publisher?.name ?? ""),
    theme: value.themes?.[0],
  };
  drawCard(theCard(), shown, phrases);
  drawPage(document.querySelector("[data-head]"), shown, phrases);
  document.querySelector("[data-text]").replaceChildren(...blocks(body || phrases.body));
}
