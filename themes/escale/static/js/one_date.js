/** Cut one date out of an event's calendar, and hand it over as a file. copy.js loads this when its button is pressed. */

const ENTRY = /^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm;
const LINE = (names) => new RegExp(`^(?:${names})[;:].*\\r\\n(?:[ \\t].*\\r\\n)*`, "gm");
const unfolded = (text) => text.replace(/\r\n[ \t]/g, "");

/** The value of a text property, as it was before it was escaped (RFC 5545, 3.3.11). */
function value(entry, name) {
  const found = unfolded(entry).match(new RegExp(`^${name}(?:;[^:]*)?:(.*)\\r$`, "m"));
  return found ? found[1].replace(/\\([\\;,])/g, "$1") : "";
}

/** The same entry of a repetition as one date: its own name and times, and no rule. */
function single(entry, { only, start, end }) {
  const day = start.length === 8;
  return entry
    .replace(LINE("RRULE|EXDATE|RDATE"), "")
    .replace(LINE("UID"), `UID:${only}\r\n`)
    .replace(/^(DT(?:START|END))((?:;[^:\r\n]*)?):.*\r\n/gm, (line, name, parameters) =>
      `${name}${day ? ";VALUE=DATE" : parameters}:${name === "DTSTART" ? start : end}\r\n`);
}

/** The calendar with nothing but the date that `wanted` (a button's data-) names. */
export function cut(calendar, wanted) {
  const entries = calendar.match(ENTRY) ?? [];
  const entry = entries.find((text) => value(text, "UID") === wanted.uid);
  if (!entry) return null;
  const kept = wanted.only ? single(entry, wanted) : entry;
  const [head] = calendar.split(entries[0]);
  return `${head}${kept}END:VCALENDAR\r\n`;
}

/** Hand over the date that a button names; all of the calendar where it is not there any more. */
export async function hand(button) {
  const answer = await fetch(button.dataset.file).catch(() => null);
  const file = answer?.ok && cut(await answer.text(), button.dataset);
  const link = document.createElement("a");
  link.href = file ? URL.createObjectURL(new Blob([file], { type: "text/calendar" })) : button.dataset.file;
  link.download = button.dataset.name;
  link.click();
  if (file) setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
