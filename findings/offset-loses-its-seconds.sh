#!/usr/bin/env bash
# RFC 5545 (3.3.14) lets the offset of a clock have seconds, and clocks had them: Monrovia was 44 minutes and 30 seconds behind
# UTC until January 1972. ical.js 2.2.1 keeps such an offset as text and drops its seconds when it reckons with it: a time in that
# zone is half a minute off, nothing is thrown, and the calendar that it writes again still has all the digits. Seen on Node 20:
# noon in Monrovia on 1 June 1971 becomes 12:44:00Z instead of 12:44:30Z.
# Concerted begins the zones that it writes in 1970, unless a meeting is older (lib/platform/calendar/zone-component.ts).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact ical.js@2.2.1
cat > seen.mjs <<'JS'
import ICAL from "ical.js";

const file = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Example//Example//EN",
  "BEGIN:VTIMEZONE",
  "TZID:Africa/Monrovia",
  "BEGIN:STANDARD",
  "DTSTART:19190301T000000",
  "TZOFFSETFROM:-004308",
  "TZOFFSETTO:-004430",
  "END:STANDARD",
  "END:VTIMEZONE",
  "BEGIN:VEVENT",
  "UID:noon@example.org",
  "DTSTAMP:20260101T000000Z",
  "DTSTART;TZID=Africa/Monrovia:19710601T120000",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const calendar = new ICAL.Component(ICAL.parse(file));
const starts = calendar.getFirstSubcomponent("vevent").getFirstPropertyValue("dtstart").toJSDate().toISOString();
const offset = calendar.getFirstSubcomponent("vtimezone").getFirstSubcomponent("standard").getFirstPropertyValue("tzoffsetto");
const written = calendar.toString().includes("TZOFFSETTO:-004430");
console.log({ starts, seconds: offset.toSeconds(), written });
process.exitCode = starts === "1971-06-01T12:44:00.000Z" && offset.toSeconds() === -2640 && written ? 0 : 1;
JS
node seen.mjs
echo "as described: an offset loses its seconds, and the time half a minute"
