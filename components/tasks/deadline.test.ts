import { expect, test } from "vitest";
import { briefDay, longDay, shortDay, timeOfDay, workingDaysUntil } from "../ui/format-moment";
import { shareGone, urgencyOf } from "./deadline";

const at = (iso: string) => new Date(iso);
const due = at("2026-11-27T22:00:00Z");

test("a deadline is red only on its own day in Toronto", () => {
  expect(urgencyOf(due, at("2026-11-27T05:30:00Z"))).toBe("today");
  expect(urgencyOf(due, at("2026-11-27T04:30:00Z"))).toBe("soon");
});

test("amber begins five working days before, weekends left out", () => {
  expect(urgencyOf(due, at("2026-11-20T15:00:00Z"))).toBe("soon");
  expect(urgencyOf(due, at("2026-11-19T15:00:00Z"))).toBe("later");
  expect(workingDaysUntil(at("2026-11-20T15:00:00Z"), at("2026-11-23T15:00:00Z"))).toBe(1);
});

test("the moment itself is past, and the dial is then full", () => {
  expect(urgencyOf(due, due)).toBe("past");
  expect(shareGone(due, due)).toBe(1);
  expect(shareGone(due, at("2026-11-01T00:00:00Z"), at("2026-11-02T00:00:00Z"))).toBe(0);
});

test("days and hours are said as each language says them", () => {
  expect([shortDay(due, "en"), timeOfDay(due, "en")]).toEqual(["Fri 27 Nov", "17:00"]);
  expect([shortDay(due, "fr"), timeOfDay(due, "fr")]).toEqual(["ven. 27 nov.", "17\u00a0h"]);
  expect(timeOfDay(at("2026-12-03T15:30:00Z"), "fr")).toBe("10\u00a0h\u00a030");
  expect(timeOfDay(at("2026-12-03T05:05:00Z"), "en")).toBe("00:05");
  expect(shortDay(at("2026-11-01T15:00:00Z"), "fr")).toBe("dim. 1er nov.");
  expect(briefDay(at("2026-09-01T15:00:00Z"), due, "fr")).toBe("1er sept.");
  expect(briefDay(at("2025-11-02T15:00:00Z"), due, "en")).toBe("2 Nov 2025");
  expect(longDay(at("2026-12-01T15:00:00Z"), "fr")).toBe("1er décembre 2026");
  expect(longDay(at("2026-12-01T15:00:00Z"), "en")).toBe("1 December 2026");
});

test("hours are said in halves of the day where a reader chose so, as each language says them", () => {
  const hourIn = (iso: string, locale: "en" | "fr") =>
    timeOfDay(at(iso), locale, "UTC", "h12").replaceAll("\u00a0", " ");
  const moments = ["00:05", "09:30", "12:00", "17:00", "18:05", "23:59"].map((it) => `2026-12-03T${it}:00Z`);
  expect(moments.map((it) => hourIn(it, "en"))).toEqual([
    "12:05 a.m.",
    "9:30 a.m.",
    "12:00 p.m.",
    "5:00 p.m.",
    "6:05 p.m.",
    "11:59 p.m.",
  ]);
  expect(moments.map((it) => hourIn(it, "fr"))).toEqual([
    "12 h 05 du matin",
    "9 h 30 du matin",
    "12 h de l’après-midi",
    "5 h de l’après-midi",
    "6 h 05 du soir",
    "11 h 59 du soir",
  ]);
});
