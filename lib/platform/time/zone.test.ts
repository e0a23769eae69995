import { expect, test } from "vitest";
import { isTimeZone } from "./zone";

test("every zone that the platform lists is one, and so are the names it knows besides", () => {
  for (const zone of [...Intl.supportedValuesOf("timeZone"), "UTC", "Asia/Kolkata", "Europe/Kyiv"])
    expect(isTimeZone(zone), zone).toBe(true);
});

test.each([
  "",
  "Toronto",
  "America/Nowhere",
  "america/toronto",
  "+05:00",
  "EST",
  "Etc/../passwd",
  "America/Toronto\n",
  "UTC; DROP TABLE",
  "constructor",
])("%j is no time zone", (name) => {
  expect(isTimeZone(name)).toBe(false);
});
