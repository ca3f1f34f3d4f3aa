/** When something is, as a result says it: « samedi 28 novembre », « jusqu’au 19 décembre », « clos le 5 octobre ». */

const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;

/** Days since 1 January 2000, as the index counts them (search/rows.py), of a moment where the visitor is. */
export function dayOf(moment) {
  return (Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) - EPOCH) / DAY;
}

/** The date of such a day, in universal time; null for none. */
export function dateOf(day) {
  return day ? new Date(EPOCH + day * DAY) : null;
}

const lang = document.documentElement.lang;
const format = (options) => new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" });
const whole = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const plain = format({ day: "numeric", month: "long", year: "numeric" });
const short = format({ day: "numeric", month: "long" });

/** In French, the first of a month is « 1er ». */
function written(form, day) {
  const text = form.format(dateOf(day));
  return lang.startsWith("fr") ? text.replace(/(?<!\d)1 /, "1er ") : text;
}

/** The words for the days of a row, and whether it is over. `strings` are those of the page; kinds without days give "". */
export function when({ genre, first, last, shown }, strings, now = new Date()) {
  const today = dayOf(now);
  const over = last > 0 && last < today;
  const say = (name, a, b) => strings[name].replace("{a}", a).replace("{b}", b);
  if (genre === strings.announcements) {
    return { over, text: say(over ? "closed" : "open", written(plain, last)) };
  }
  if (genre === strings.articles) return { over, text: written(plain, shown) };
  if (!last) return { over, text: "" };
  if (first === last) return { over, text: written(whole, first) };
  if (first < today && !over) return { over, text: say("until", written(plain, last)) };
  const same = dateOf(first).getUTCFullYear() === dateOf(last).getUTCFullYear();
  return { over, text: say("between", written(same ? short : plain, first), written(plain, last)) };
}
