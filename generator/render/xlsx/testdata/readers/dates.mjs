// Prints every event of files for calendars as another program reads it, one
// JSON object a line: node dates.mjs FILE...
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import ICAL from "ical.js";

for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  const value = (name) => calendar.getFirstPropertyValue(name);
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const alarm = component.getFirstSubcomponent("valarm");
    process.stdout.write(JSON.stringify({
      file: basename(file), calendar: value("x-wr-calname"), product: value("prodid"), method: value("method"),
      uid: event.uid, date: event.startDate.toString(), wholeDay: event.startDate.isDate, days: event.duration.toSeconds() / 86400,
      made: component.getFirstPropertyValue("dtstamp").toString(), summary: event.summary, description: event.description,
      remind: alarm ? -alarm.getFirstPropertyValue("trigger").toSeconds() / 86400 : 0,
    }) + "\n");
  }
}
