// What ical.js shows of a calendar on standard input: [local start, title, status] of each time of each event, as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOST = 2000;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const found = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const times = event.iterator();
  for (let time = times.next(), count = 0; time && count < MOST; time = times.next(), count += 1) {
    found.push([time.toString().slice(0, time.isDate ? 10 : 16), event.summary, component.getFirstPropertyValue("status")]);
  }
}
process.stdout.write(JSON.stringify(found));
