/** Read dates as the check does (contributions/when.py); its forms and words come with the data of the form. */

const ENOUGH = { day: ["day"], moment: ["day", "time"], when: ["year", "month", "day", "time"] };

const two = (number) => String(number).padStart(2, "0");

/** How many days a month has. */
function days(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The number of a month by its name, or by its beginning where only one begins so; 0 for no month. */
function monthNamed(name, months) {
  const plain = (word) => word.replace(/é/g, "e").replace(/û/g, "u");
  const found = months.filter((month) => month.startsWith(name) || plain(month).startsWith(name));
  return found.length === 1 ? months.indexOf(found[0]) + 1 : 0;
}

/** The ISO form of a date written another way, « AAAA » for a year that is not said; empty where it cannot be told. */
function isoForm(text, data) {
  const clock = new RegExp(data.clock).exec(text);
  const { hour, minute = "00" } = clock?.groups ?? {};
  if (clock && (Number(hour) > 23 || Number(minute) > 59)) return "";
  const hours = clock ? ` ${two(Number(hour))}:${minute}` : "";
  if (clock && !text.replace(clock[0], "").trim()) return `AAAA-MM-JJ${hours}`;
  const found = data.written.map((form) => new RegExp(form, "i").exec(text)).find(Boolean)?.groups;
  if (!found) return "";
  const month = /^\d/.test(found.month) ? Number(found.month) : monthNamed(found.month.toLowerCase(), data.months);
  const year = !found.year || found.year.length === 4 ? found.year : `20${found.year}`;
  const likely = Number(year ?? 2024) >= data.earliest && Number(year ?? 2024) <= data.latest;
  const day = Number(found.day);
  const right = likely && month >= 1 && month <= 12 && day >= 1 && day <= days(Number(year ?? 2024), month);
  return right ? `${year ?? "AAAA"}-${two(month)}-${two(day)}${hours}` : "";
}

/** What is said of a text that is no date: its message, with the way to write it where that can be guessed. */
function unreadable(text, data) {
  const iso = isoForm(text, data);
  return iso ? [data.meant, { iso }] : [data.unreadable, {}];
}

/** What is wrong with a date of a sort (day, moment, when): its message and what to put in it; nothing if it is right. */
export function wrongDate(text, sort, data) {
  const found = text.match(new RegExp(data.form));
  if (!found) return unreadable(text, data);
  const [year, month, day, hour, minute] = found.slice(1);
  if (Number(year) < data.earliest || Number(year) > data.latest) return [data.improbable, { year }];
  if (month && (Number(month) < 1 || Number(month) > 12)) return [data.month, { month }];
  const last = month ? days(Number(year), Number(month)) : 31;
  if (day && (Number(day) < 1 || Number(day) > last)) {
    const named = data.months[Number(month) - 1];
    return [data.days, { name: named[0].toUpperCase() + named.slice(1), year, last }];
  }
  if (hour && (Number(hour) > 23 || Number(minute) > 59)) return [data.unreadable, {}];
  const precision = ["time", "day", "month", "year"].find((_, index) => [hour, day, month, year][index]);
  return ENOUGH[sort].includes(precision) ? undefined : [data.imprecise[sort], {}];
}

/** A date as a number that can be compared; `end` is the first moment after it. */
export function moment(text, end = false) {
  const [day, hour] = text.split(" ");
  const [year, month, date] = day.split("-").map(Number);
  const [h, m] = (hour ?? "0:0").split(":").map(Number);
  return Date.UTC(year, (month ?? 1) - 1, (date ?? 1) + (end && !hour ? 1 : 0), h, m);
}
