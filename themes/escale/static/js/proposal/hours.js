/** Written days and hours as the check writes them, in the hub's time (contributions/fields/local_hours.py, date_rows.py). */

const WEST = -12 * 60;
const EAST = 14 * 60;
const MOST = 366; // days from one to another
const DAY = 86400000;
const two = (value) => String(value).padStart(2, "0");

/** Minutes that a time zone is ahead of universal time at a moment. */
function ahead(moment, zone) {
  const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  const parts = new Intl.DateTimeFormat("en-US", options).formatToParts(moment);
  const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map((type) => Number(parts.find((part) => part.type === type).value));
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - moment) / 60000);
}

/** A local time of a zone in the hub's, both as if they were universal. */
function moved(local, offset, { here, zone }) {
  if (offset === here) return local;
  if (typeof offset === "number" && (offset < WEST || offset > EAST)) return undefined;
  const guess = typeof offset === "number" ? offset : ahead(local - ahead(local, offset) * 60000, offset);
  const universal = local - guess * 60000;
  return universal + ahead(universal, zone) * 60000;
}

export function isoOf({ year, month, day }) {
  return day === undefined || month === undefined ? "AAAA-MM-JJ" : `${year ?? "AAAA"}-${two(month)}-${two(day)}`;
}

/** A day and an hour in the hub's time; nothing where zones are not of one mind. */
export function resolved(day, clock, data) {
  if (!(day.year && day.month && day.day)) {
    return clock.hour < 24 && !clock.zones.length ? `${isoOf(day)} ${two(clock.hour)}:${two(clock.minute)}` : undefined;
  }
  const local = Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute);
  const found = new Set(clock.zones.length ? clock.zones.map(({ offset }) => moved(local, offset, data)) : [local]);
  const [moment] = found;
  return found.size === 1 && moment !== undefined ? new Date(moment).toISOString().slice(0, 16).replace("T", " ") : undefined;
}

/** The end a day later, where it is on the day of its start, before it, and in the small hours. */
export function overnight(start, end, before) {
  const [[day, hour], [other, last]] = [start.split(" "), end.split(" ")];
  if (!hour || !last || day !== other || last >= hour || last >= before) return undefined;
  return `${new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)} ${last}`;
}

/** Every day from one to another; none where they are too many, or of no year. */
function each([first, last]) {
  if (!first.year || !last.year) return [];
  const [begin, end] = [first, last].map(({ year, month, day }) => Date.UTC(year, month - 1, day));
  const number = Math.round((end - begin) / DAY) + 1;
  const days = Array.from({ length: number <= MOST ? number : 0 }, (_, at) => new Date(begin + at * DAY));
  return days.map((day) => ({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }));
}

function ended(day, [first, last], data) {
  const clock = last.midnight ? { ...last, hour: 24 } : last;
  if ((clock.hour - first.hour || clock.minute - first.minute) > 0) return resolved(day, clock, data);
  const [start, end] = [first, clock].map((one) => resolved(day, one, data));
  return start && end && day.year ? overnight(start, end, data.smallHours) : undefined;
}

/** Every start and end that several days and hours make, in their order; none where one of them is not sure. */
export function moments({ days, clocks, daysRange, clocksRange, paired }, data) {
  const sure = (day, clock) => (clock.midnight ? undefined : resolved(day, clock, data));
  let found;
  if (paired) {
    found = days.map((day, at) => sure(day, clocks[at]));
    if (found.some((moment, at) => at && !(moment > found[at - 1]))) return [];
  } else if (!clocks.length) found = days.map(isoOf);
  else {
    const shown = daysRange ? each(days) : days.length ? days : [{}];
    const ofDay = (day) => (clocksRange ? [sure(day, clocks[0]), ended(day, clocks, data)] : clocks.map((clock) => sure(day, clock)));
    found = shown.flatMap(ofDay);
  }
  return found.includes(undefined) ? [] : found;
}
