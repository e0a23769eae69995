import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { officeRow } from "@/tests/support/office-row";
import { mayClose, mayErase, mayRead, mayWrite, readableBy, wroteTitle } from "./policy";

afterAll(() => db.$disconnect());

test("offices are for the network: predicate and filter agree for everybody", async () => {
  const [member, observer, applicant] = [
    await given.organization(),
    await given.organization({ status: "observer" }),
    await given.organization({ status: "applied" }),
  ];
  const { id } = await db.office.create({ data: officeRow("policy-office") });
  const viewers = [
    visitor,
    await as(await given.person()),
    await as(await given.representative(member)),
    await as(await given.memberOf(observer)),
    await as(await given.memberOf(applicant)),
    await as(await given.person({ guest: true })),
    await as(await given.person({ administrator: true })),
  ];
  for (const viewer of viewers)
    expect(await db.office.count({ where: { AND: [readableBy(viewer), { id }] } })).toBe(Number(mayRead(viewer)));
  expect(viewers.map(mayRead)).toEqual([false, false, true, true, false, false, false]);
});

test("members’ drafters write and check, the author does not check, and the convener closes and erases", async () => {
  const organization = await given.organization();
  const drafter = await as(await given.representative(organization));
  const bystander = await as(await given.memberOf(organization));
  const convener = await as(await given.convener(organization));
  expect([drafter, bystander, convener].map(mayWrite)).toEqual([true, false, true]);
  expect([drafter, convener].map(mayClose)).toEqual([false, true]);
  expect([drafter, convener].map(mayErase)).toEqual([false, true]);
  expect(wroteTitle(drafter, { writtenByPersonId: drafter.personId })).toBe(true);
  // What came with the first data was written by nobody who is here.
  expect(wroteTitle(visitor, { writtenByPersonId: null })).toBe(false);
});
