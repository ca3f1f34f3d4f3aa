/** Read dates as the check does (contributions/when.py); its forms and words come with the data of the form. */

const ENOUGH = { day: ["day"], moment: ["day", "time"], when: ["year", "month", "day", "time"] };

const two = (number) => String(number).padStart(2, "0");
const four = (number) => String(number).padStart(4, "0");

/** How many days a month has. */
function days(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** What is said of a text that is no date: its message, with the way to write it where that can be guessed. */
function unreadable(text, data) {
  const numeric = text.match(new RegExp(data.numeric));
  if (numeric) {
    const [day, month, year] = numeric.slice(1).map(Number);
    if (month >= 1 && month <= 12 && day >= 1 && day <= days(year, month)) {
      return [data.readable.numeric, { iso: `${four(year)}-${two(month)}-${two(day)}` }];
    }
  }
  const french = text.match(new RegExp(data.french, "i"));
  const name = french?.[2].toLowerCase();
  const month = name?.length > 2 ? data.months.findIndex((known) => known.startsWith(name)) + 1 : 0;
  if (month) return [data.readable.french, { iso: `${french[3] ?? "AAAA"}-${two(month)}-${two(Number(french[1]))}` }];
  const hour = text.match(/^(\d{4}-\d\d-\d\d)[ T](\d{1,2})\s*[:hH]\s*(\d\d)?$/);
  if (hour) return [data.readable.hour, { iso: `${hour[1]} ${two(Number(hour[2]))}:${hour[3] ?? "00"}` }];
  return [data.unreadable, {}];
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
