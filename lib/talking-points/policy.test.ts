import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { mayEndorse, mayRead, mayWrite, readableBy } from "./policy";

test("what the rule shows and what the filter finds are the same talking points, for every kind of viewer", async () => {
  const [organization, other] = [await given.organization(), await given.organization()];
  for (const status of ["draft", "in_discussion", "usable", "retired"] as const)
    for (const lead of [organization, other]) await buildPoint({ organization: lead, status });
  // Proposed by one, led by another.
  const handed = await buildPoint({ organization, status: "draft" });
  await db.talkingPointLead.create({ data: { talkingPointId: handed.id, organizationId: other.id } });
  const applied = await given.organization({ status: "applied" });
  const viewers: Viewer[] = [
    visitor,
    { ...visitor, guest: true },
    await as(await given.person()),
    await as(await given.memberOf(applied)),
    await as(await given.memberOf(await given.organization({ status: "observer" }))),
    await as(await given.memberOf(organization)),
    await as(await given.memberOf(other)),
    await as(await given.convener(await given.organization())),
  ];
  const all = await db.talkingPoint.findMany({ include: { leads: true } });
  const counts = new Set<number>();
  for (const viewer of viewers) {
    const found = await db.talkingPoint.findMany({ where: readableBy(viewer) });
    const predicted = all.filter((it) => mayRead(viewer, it));
    expect(found.map(({ id }) => id).sort()).toEqual(predicted.map(({ id }) => id).sort());
    counts.add(found.length);
  }
  expect(counts.size).toBeGreaterThan(2);
});

test("a mandate covers a text when it covers all its themes; a text on none asks for one over every theme", async () => {
  const organization = await given.organization();
  const [one, two] = [await given.theme(), await given.theme()];
  const both = await as(await given.signatory(organization, { themes: [one, two] }));
  const half = await as(await given.signatory(organization, { themes: [one] }));
  const whole = await as(await given.signatory(organization));
  const quiet = await as(await given.signatory(organization, { powers: ["draft", "endorse"] }));
  const on = (...themes: { id: string }[]) => ({
    organizationId: organization.id,
    themeIds: themes.map(({ id }) => id),
  });
  const may = (viewer: Viewer, ...themes: { id: string }[]) => [
    mayWrite(viewer, on(...themes)),
    mayEndorse(viewer, on(...themes)),
  ];
  expect(may(both, one, two)).toEqual([true, true]);
  expect(may(half, one)).toEqual([true, true]);
  expect(may(half, one, two)).toEqual([false, false]);
  expect(may(both)).toEqual([false, false]);
  expect(may(whole)).toEqual([true, true]);
  expect(mayEndorse(quiet, on(one))).toBe(true);
  expect(mayEndorse(quiet, on(one), true)).toBe(false);
  expect(mayEndorse(whole, on(one), true)).toBe(true);
});
