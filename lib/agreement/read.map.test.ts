import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { viewerOf } from "@/tests/support/agreement-world";
import { refreshConcealed } from "./jobs";
import { readDifferences } from "./read.differences";
import { readMap, writeMap } from "./read.map";

let member: Viewer;
const plain = { reservation: "half" } as const;

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), readReport());
  member = await viewerOf("red-cedar");
});

describe("the map of the demonstration network", () => {
  test("has a mark for every member, what pulls, and no groups that are not there", async () => {
    const map = await readMap(member, plain);
    expect(map.marks).toHaveLength(14);
    expect(map.pulls).toHaveLength(40);
    expect(map.groups).toMatchObject({ letters: [], reason: "asInChance" });
    expect(map.marks.every((it) => it.group === null)).toBe(true);
    expect(map.pulls.slice(0, 4).map((it) => it.number)).toEqual([29, 27, 31, 23]);
  });

  test("is the same every time, and every day that is over is turned towards it", async () => {
    const [now, again, before] = await Promise.all([
      readMap(member, plain),
      readMap(member, plain),
      readMap(member, { ...plain, asOf: new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10) }),
    ]);
    expect(again).toEqual(now);
    const at = (map: typeof now, slug: string) => map.marks.find((it) => it.slug === slug)?.x ?? 0;
    for (const slug of ["still-waters", "kettle-rapids"]) expect(at(before, slug) * at(now, slug)).toBeGreaterThan(0);
  });

  test("gives somebody who may not read all of it no verdict on groups and no measure", async () => {
    const map = await readMap(visitor, plain);
    expect(map).toMatchObject({
      notShown: "some",
      alpha: null,
      groups: { letters: [], reason: "notShown", figures: null },
    });
  });

  test("leaves as a file with the same numbers", async () => {
    const [map, { text }] = await Promise.all([
      readMap(member, plain),
      writeMap(member, { ...plain, format: "csv", language: "fr" }),
    ]);
    for (const { slug } of map.marks) expect(text).toContain(`organization,${slug}`);
    expect(text.split("\r\n").filter(Boolean)).toHaveLength(55);
    expect(text).toContain(String(map.marks[0]?.x));
  });
});

describe("the comparison of two", () => {
  test("lists every proposition once, with the reservations in full", async () => {
    const told = await readDifferences(member, { organization: "red-cedar", other: "kettle-rapids" });
    expect(told).toMatchObject({ comparable: true, common: 38 });
    expect(new Set(told.items.map((it) => it.slug)).size).toBe(40);
    const narrow = told.items.find((it) => it.slug === "narrow-definition");
    expect(narrow).toMatchObject({ apart: "qualified", one: { stance: "support_with_reservation" } });
    expect(narrow?.one.reservation?.en).toMatch(/sexual violence/);
  });

  test("is not made where both answered fewer than three", async () => {
    const input = { organization: "red-cedar", other: "lac-aux-brumes", theme: "messaging" } as const;
    expect(await readDifferences(member, input)).toMatchObject({ comparable: false, items: [] });
  });

  test("with somebody who is not listed to the reader is with nobody", async () => {
    await db.organization.update({ where: { slug: "driftwood" }, data: { listing: "network" } });
    await refreshConcealed();
    await expect(readDifferences(visitor, { organization: "driftwood", other: "red-cedar" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
