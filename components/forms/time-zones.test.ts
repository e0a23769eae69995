import { expect, test } from "vitest";
import { isTimeZone } from "@/lib/platform/time/zone";
import { canadianZones, listZones } from "./time-zones";

const values = (chosen: string) => listZones(chosen, "en").flatMap(({ zones }) => zones.map(({ value }) => value));

test("every zone that is offered can be chosen, and is offered once", () => {
  const offered = [...canadianZones, ...values("Europe/Kyiv")];
  expect(offered.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toContain("UTC");
});

test("cities go by their names of today", () => {
  const offered = values("America/Toronto");
  expect(offered).toEqual(expect.arrayContaining(["Europe/Kyiv", "Asia/Kolkata", "Asia/Yangon"]));
  expect(offered).not.toContain("Europe/Kiev");
});

test("what was chosen is among what is offered, also where the platform no longer lists it", () => {
  expect(values("America/Yellowknife")).toContain("America/Yellowknife");
  expect(values("America/Toronto")).not.toContain("America/Toronto");
});

test("a city inside a country or a state is named with it", () => {
  const america = listZones("UTC", "en").find(({ region }) => region === "America")?.zones ?? [];
  expect(america.map(({ label }) => label)).toContain("Knox, Indiana");
});
