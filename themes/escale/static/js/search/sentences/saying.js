/** How an offer says what it asks: « samedi 5 décembre », « près d’Amiens », « gratuit ». */

import { DAY } from "../../filtering/days.js";

const NBSP = "\u00a0";
const ORDER = ["categorie", "groupe", "theme", "public", "scolaires", "niveau", "age"];
/** Names that say nothing of their own. */
const SILENT = ["tri"];

const dateOf = (day) => new Date(day * DAY);
const format = (options) => new Intl.DateTimeFormat("fr", { timeZone: "UTC", ...options });
const first = (text) => text.replace(/(^|\D )1(?= |$)/, (_, before) => `${before}1er`); // French says « 1er » for the first of a month

const same = (part, one, other) => dateOf(one)[part]() === dateOf(other)[part]();

/** A day, with its year where that is not the one of `now`. */
function daySaid(day, now, weekday) {
  const year = same("getUTCFullYear", day, now) ? undefined : "numeric";
  return first(format({ weekday, day: "numeric", month: "long", year }).format(dateOf(day)));
}

/** The first day of a span: without the month that its last one has too. */
function startSaid(from, until, weekday) {
  if (!same("getUTCMonth", from, until)) return daySaid(from, until, weekday);
  return first(format({ weekday, day: "numeric" }).format(dateOf(from)));
}

/** « samedi 5 décembre », « samedi 5 et dimanche 6 décembre », « du 5 au 12 décembre », « mars 2027 », « à partir du 5 décembre ». */
function daysSaid([from, until], now, say) {
  if (until === undefined) return say("from", { day: daySaid(from, now) });
  if (from === undefined) return say("until", { day: daySaid(until, now) });
  if (from === until) return daySaid(from, now, "long");
  if (until - from === 1) return say("both", { first: startSaid(from, until, "long"), last: daySaid(until, now, "long") });
  const whole = same("getUTCMonth", from, until) && dateOf(from).getUTCDate() === 1 && dateOf(until + 1).getUTCDate() === 1;
  if (whole) return format({ month: "long", year: same("getUTCFullYear", from, now) ? undefined : "numeric" }).format(dateOf(from));
  return say("span", { first: startSaid(from, until), last: daySaid(until, now) });
}

/** « près d’Amiens », « près du Touquet », « près des Attaques ». */
function nearSaid(name, say) {
  const [, article, rest] = /^(Les? )(.*)$/.exec(name) ?? [];
  const elided = /^[aeéèêiîoœuyh]/i.test(name) ? `d’${name}` : `de ${name}`;
  return say("near", { town: article ? `${article === "Le " ? "du" : "des"} ${rest}` : elided });
}

/** A label inside a sentence; names of places keep their capital. */
const inside = (label, name) => (name !== "departement" && /^\p{Lu}\p{Ll}/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label);

/** What the values of some names are called: « CM1 », « 6 ou 8 ans »; several of one list by the words that meant them, « enfants ». */
function valuesSaid({ words }, pairs, list, { labels, say }) {
  const names = [...new Set(pairs.map(([name]) => name))].filter((name) => !SILENT.includes(name));
  return names.map((name) => {
    const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
    const known = name === "categorie" ? labels[list] : labels[name];
    if (known && values.length > 1) return words.toLowerCase();
    const value = values.map((one) => (known ? inside(known[one], name) : one)).join(say("or"));
    return say(name, { value }) ?? value;
  }).join(", ");
}

/** All that an offer asks, and the words that are looked for: « samedi 5 décembre · près d’Amiens · gratuit ». */
export function said(meanings, list, sought, known, now) {
  const rank = ({ days, town, [list]: pairs }) => (days ? -2 : town ? -1 : (ORDER.indexOf(pairs[0]?.[0]) + 1 || ORDER.length + 1));
  const one = (meaning) => {
    if (meaning.days) return daysSaid(meaning.days, now, known.say);
    return meaning.town ? nearSaid(meaning.town.name, known.say) : valuesSaid(meaning, meaning[list], list, known);
  };
  const parts = [...meanings].sort((a, b) => rank(a) - rank(b)).map(one).filter(Boolean);
  return [...new Set([...parts, ...(sought ? [`«${NBSP}${sought}${NBSP}»`] : [])])].join(" · ");
}
