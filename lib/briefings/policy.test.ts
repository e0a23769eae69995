import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { mayAnswerFor, mayHost, mayNameAttendees, mayPlanFor, mayRead, mayReadLogistics, readableBy } from "./policy";

test("what the rule shows and what the filter finds are the same meetings, for every kind of viewer", async () => {
  const { host, invited, hosting } = await briefingWorld();
  await briefingWorld({ state: "cancelled" });
  const viewers: [Viewer, boolean][] = [
    [visitor, false],
    [{ ...visitor, guest: true }, false],
    [await as(await given.person()), false],
    [await as(await given.memberOf(await given.organization({ status: "applied" }))), false],
    [await as(await given.memberOf(await given.organization({ status: "suspended" }))), false],
    [await as(await given.memberOf(await given.organization({ status: "observer" }))), true],
    [await as(await given.memberOf(await given.organization())), true],
    [invited, true],
    [hosting, true],
    [await as(await given.convener(host)), true],
  ];
  const all = await db.briefing.count();
  for (const [viewer, reads] of viewers) {
    expect(mayRead(viewer)).toBe(reads);
    expect(await db.briefing.count({ where: readableBy(viewer) })).toBe(reads ? all : 0);
  }
});

test("whoever drafts for the host and the convener hold the meeting; only who drafts for an organization answers for it", async () => {
  const { host, other, hosting, invited } = await briefingWorld();
  const hosted = { hostId: host.id };
  const reader = await as(await given.memberOf(host));
  const convener = await as(await given.convener(await given.organization()));
  expect([hosting, invited, reader, convener].map((it) => mayHost(it, hosted))).toEqual([true, false, false, true]);
  expect([hosting, invited, reader, convener].map((it) => mayPlanFor(it, other.id))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect([hosting, invited, reader, convener].map((it) => mayAnswerFor(it, host.id))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([hosting, invited, reader, convener].map((it) => mayNameAttendees(it, host.id))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([hosting, invited, reader, convener].map((it) => mayReadLogistics(it, hosted))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(mayReadLogistics(await as(await given.convener(host)), hosted)).toBe(true);
});
