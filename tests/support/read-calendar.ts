import ICAL from "ical.js";

const partyOf = (property: ICAL.Property) => ({
  name: String(property.getParameter("cn")),
  address: decodeURI(String(property.getFirstValue()).replace(/^mailto:/, "")),
});

function readEvent(component: ICAL.Component) {
  const value = (name: string) => component.getFirstPropertyValue(name);
  const timeOf = (name: string) => {
    const time = value(name) as ICAL.Time;
    const tzid = component.getFirstProperty(name)?.getParameter("tzid") ?? null;
    return time.isDate
      ? { day: time.toString() }
      : {
          instant: time.toJSDate().toISOString(),
          wall: time.toString().slice(0, 19),
          tzid,
          utc: time.zone?.tzid === "UTC",
        };
  };
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    stampedAt: (value("dtstamp") as ICAL.Time).toJSDate().toISOString(),
    status: value("status"),
    starts: timeOf("dtstart"),
    ends: timeOf("dtend"),
    summary: value("summary"),
    description: value("description"),
    location: value("location"),
    url: value("url"),
    organizer: component.getAllProperties("organizer").map(partyOf),
    attendees: component.getAllProperties("attendee").map(partyOf),
  };
}

/** What a reader that is not ours makes of a calendar, by the clocks that the file brings along and no others. */
export function readCalendar(text: string) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue("method"),
    name: calendar.getFirstPropertyValue("name"),
    shownName: calendar.getFirstPropertyValue("x-wr-calname"),
    zones: calendar.getAllSubcomponents("vtimezone").map((it) => String(it.getFirstPropertyValue("tzid"))),
    events: calendar.getAllSubcomponents("vevent").map(readEvent),
    others: calendar.getAllSubcomponents().filter(({ name }) => name !== "vevent" && name !== "vtimezone").length,
  };
}

/** Every observance of a file's zones: when it begins on the clock before it, and how far that clock and the next are from UTC. */
export const readObservances = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vtimezone").flatMap((zone) =>
    zone.getAllSubcomponents().map((it) => {
      const seconds = (name: string) => (it.getFirstPropertyValue(name) as ICAL.UtcOffset).toSeconds();
      const begins = Date.parse(`${it.getFirstPropertyValue("dtstart")}Z`);
      const [from, to] = [seconds("tzoffsetfrom"), seconds("tzoffsetto")];
      return { zone: String(zone.getFirstPropertyValue("tzid")), at: begins - from * 1000, from, to };
    }),
  );
