import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { mayRead, readableBy } from "./policy";

test("what the rule shows and what the filter finds are the same studies, for every kind of viewer", async () => {
  for (const listing of ["network", "public"] as const) await given.study({ listing });
  const organization = await given.organization();
  const viewers: Viewer[] = [
    visitor,
    { ...visitor, guest: true },
    { ...visitor, administrator: true },
    await as(await given.representative(organization)),
    await as(await given.convener(organization)),
  ];
  const all = await db.study.findMany({});
  expect(all.length).toBeGreaterThan(1);
  const counts = new Set<number>();
  for (const viewer of viewers) {
    const found = await db.study.findMany({ where: readableBy(viewer) });
    const predicted = all.filter((it) => mayRead(viewer, it));
    expect(found.map(({ id }) => id).sort()).toEqual(predicted.map(({ id }) => id).sort());
    counts.add(found.length);
  }
  expect(counts.size).toBe(2);
});
