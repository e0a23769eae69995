import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const script = `
  import "@/lib/platform/time/zone-data";
  import { writeCalendar } from "@/lib/platform/calendar/calendar";
  const time = (zone, wall, minutes = 90) => ({ zone, starts: new Date(wall), ends: new Date(Date.parse(wall) + minutes * 60000) });
  const event = { uid: "u", sequence: 2, stampedAt: new Date("2026-12-01T10:00:00.500Z"), status: "CONFIRMED", summary: "Réunion" };
  process.stdout.write(writeCalendar({ method: "PUBLISH", language: "fr", events: [
    { ...event, time: time("America/Vancouver", "2026-12-15T17:00Z") },
    { ...event, time: time("America/St_Johns", "2026-03-08T05:00Z") },
    { ...event, time: time("Asia/Tokyo", "2027-01-01T14:30Z") },
    { ...event, time: { firstDay: "2026-12-31", lastDay: "2027-01-01" } },
  ] }));`;

const writeUnder = async (TZ: string) => {
  const given = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: root, env: { ...process.env, TZ } });
  return stdout;
};

test("a calendar has the same bytes on machines of three zones", async () => {
  const [here, west, east] = await Promise.all(["UTC", "America/Vancouver", "Asia/Tokyo"].map(writeUnder));
  expect(here).toContain("DTSTART;TZID=America/Vancouver:20261215T100000\r\n");
  expect([west, east]).toEqual([here, here]);
});
