/** The calendars of some events as one (RFC 5545): the head and the zone of the first, the showings of all. */

const EVENTS = /BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g;

export async function calendar(paths) {
  const texts = await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${path.replace(/\/$/, "")}.ics`).catch(() => null);
      return answer?.ok ? answer.text() : "";
    }),
  );
  const found = texts.filter((text) => text.startsWith("BEGIN:VCALENDAR"));
  const zoned = found.find((text) => text.includes("BEGIN:VTIMEZONE")) ?? found[0] ?? "";
  const head = zoned.split("BEGIN:VEVENT")[0].replace(/^(NAME|X-WR-CALNAME|DESCRIPTION)[:;].*\r\n(?: .*\r\n)*/gm, "");
  return `${head}${found.flatMap((text) => text.match(EVENTS) ?? []).join("")}END:VCALENDAR\r\n`;
}
