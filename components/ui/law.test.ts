import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { dayAt, offsetAt } from "@/lib/platform/time/offset-at";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";
import { longDay, timeOfDay } from "./format-moment";

/** The law as it stands since 2026, in hours ahead of UTC: [December 2026, July 2027]. Platforms that are older say otherwise. */
const law: [zone: string, winter: number, summer: number][] = [
  ["America/Vancouver", -7, -7],
  ["America/Edmonton", -6, -6],
  ["America/Yellowknife", -6, -6],
  ["America/Inuvik", -6, -6],
  ["America/Winnipeg", -5, -5],
  ["America/Rainy_River", -5, -5],
  ["America/Regina", -6, -6],
  ["America/Whitehorse", -7, -7],
  ["America/Toronto", -5, -4],
  ["America/Halifax", -4, -3],
  ["America/St_Johns", -3.5, -2.5],
];

const hoursAt = (zone: string, iso: string) => offsetAt(zone, new Date(iso)) / 3_600_000;

test("the data is the copy that carries the laws of 2026", () => {
  expect(zoneDataVersion).toBe("2026f");
});

test.each(law)("%s is %d hours from UTC in December 2026, and %d in July 2027", (zone, winter, summer) => {
  expect([hoursAt(zone, "2026-12-15T06:30Z"), hoursAt(zone, "2027-07-15T06:30Z")]).toEqual([winter, summer]);
});

test("what was before 2026 stays as it was", () => {
  expect(hoursAt("America/Vancouver", "2026-01-15T12:00Z")).toBe(-8);
  expect(hoursAt("America/Edmonton", "2025-12-15T12:00Z")).toBe(-7);
  expect(hoursAt("America/Winnipeg", "2025-12-15T12:00Z")).toBe(-6);
  expect(hoursAt("America/Regina", "1970-07-01T12:00Z")).toBe(-6);
});

test("a moment of December is written by the clocks of that law, with the day they show", () => {
  const at = new Date("2026-12-15T06:30Z");
  const written = (zone: string) => `${longDay(at, "en", zone)}, ${timeOfDay(at, "en", zone)}`;
  expect(written("America/Vancouver")).toBe("14 December 2026, 23:30");
  expect(written("America/Edmonton")).toBe("15 December 2026, 00:30");
  expect(written("America/Winnipeg")).toBe("15 December 2026, 01:30");
  expect(timeOfDay(at, "fr", "America/Vancouver")).toBe("23\u00a0h\u00a030");
  expect(dayAt("America/Vancouver", at)).toBe("2026-12-14");
});

const seasons = ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"];

/** Everything that is said of these zones by a process in another zone, with the clock in winter and in summer. */
function writeIn(zone: string): string[] {
  const root = path.resolve(import.meta.dirname, "../..");
  const script = path.join(import.meta.dirname, "law-texts.ts");
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    script,
    seasons.join(","),
    ...law.map(([name]) => name),
  ];
  const written = execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, TZ: zone } });
  return written.toString().trim().split("\n");
}

test.each([
  "UTC",
  "America/Vancouver",
  "Asia/Tokyo",
])("a machine in %s says the same in January and in July", (zone) => {
  const always = [
    ...law.map(([name, winter, summer]) => `${name} ${winter} ${summer}`),
    "14 December 2026, 23:30, Vancouver (UTC\u22127)",
    "14 décembre 2026, 23\u00a0h\u00a030, Vancouver (UTC\u22127)",
    "2026-03-08T03:00 2026-11-01T05:30:00.000Z 2026-11-01T06:30:00.000Z",
    "2027-05-25",
  ];
  // The first line of each season shows that the process really ran in that zone and at that time.
  const hours = { UTC: [12, 12], "America/Vancouver": [4, 5], "Asia/Tokyo": [21, 21] }[zone] ?? [];
  const expected = seasons.flatMap((clock, index) => [`${clock} ${String(hours[index])}`, ...always]);
  expect(writeIn(zone)).toEqual(expected);
});
