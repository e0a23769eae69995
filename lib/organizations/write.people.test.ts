import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { belongsTo, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { listPeople } from "./read.people";
import { invite } from "./write.invitations";
import { changeAudience, endRepresentation } from "./write.people";

let organization: Awaited<ReturnType<typeof given.organization>>;
let signer: Viewer;
let someone: { id: string; email: string };

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const keyOf = (id: string) => ({ slug: organization.slug, id });

beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  organization = await given.organization();
  signer = await as(await given.signatory(organization));
  someone = await given.representative(organization);
});

test("who leaves loses the organization, its mandates and nothing else, from the next request on", async () => {
  const other = await given.organization();
  await db.representation.create({ data: { personId: someone.id, organizationId: other.id } });
  await given.mandate(someone, other, {});
  expect(await endRepresentation(await as(someone), keyOf(someone.id))).toEqual({ ended: true, mandates: 1 });
  const after = await as(someone);
  expect([belongsTo(after, organization.id), belongsTo(after, other.id)]).toEqual([false, true]);
  expect(after.mandates.map((it) => it.organizationId)).toEqual([other.id]);
});

test("the record tells that a part ended, by whom, and knows the person by a random id", async () => {
  await endRepresentation(signer, keyOf(someone.id));
  const told = await db.activity.findMany({ where: { kind: "representation.ended", actorId: signer.personId } });
  expect(told.map(({ subject, facts }) => ({ subject, facts }))).toEqual([
    { subject: `organization/${organization.id}`, facts: { person: someone.id, mandates: 1, left: false } },
  ]);
});

test("a signatory ends somebody's part after a fresh sign-in; a representative ends only their own", async () => {
  const stale = await as({ id: signer.personId ?? "" }, { fresh: false });
  await expect(endRepresentation(stale, keyOf(someone.id))).rejects.toEqual(refusal("FORBIDDEN", "signInAgain"));
  await expect(endRepresentation(await as(someone), keyOf(signer.personId ?? ""))).rejects.toEqual(
    refusal("FORBIDDEN", "notASignatory"),
  );
  await expect(endRepresentation(await as(someone, { token: "draft" }), keyOf(someone.id))).rejects.toEqual(
    refusal("FORBIDDEN", "leavingByPerson"),
  );
  const staleSelf = await as(someone, { fresh: false });
  expect(await endRepresentation(staleSelf, keyOf(someone.id))).toMatchObject({ ended: true });
});

test("the invitations that somebody sent end with their part, so that they do not come back by one", async () => {
  const leaving = await given.signatory(organization);
  await invite(await as(leaving), { slug: organization.slug, email: "friend@test.example", language: "en" });
  await invite(signer, { slug: organization.slug, email: "colleague@test.example", language: "en" });
  await endRepresentation(signer, keyOf(leaving.id));
  const left = await db.invitation.findMany({ where: { organizationId: organization.id } });
  expect(left.map((it) => it.email)).toEqual(["colleague@test.example"]);
});

test("whoever leaves no longer exercises its convener's term", async () => {
  const convener = await given.convener(organization);
  expect(isConvener(await as(convener))).toBe(true);
  await endRepresentation(signer, keyOf(convener.id));
  expect(isConvener(await as(convener))).toBe(false);
});

test("of another organization nobody is ended, and whoever left is not there any more", async () => {
  const elsewhere = await given.representative(await given.organization());
  await expect(endRepresentation(signer, keyOf(elsewhere.id))).rejects.toEqual(refusal("NOT_FOUND", "noSuchPerson"));
  await endRepresentation(signer, keyOf(someone.id));
  await expect(endRepresentation(signer, keyOf(someone.id))).rejects.toEqual(refusal("NOT_FOUND", "noSuchPerson"));
});

test("who is told of a person is their own choice, made in person", async () => {
  const shown = { ...keyOf(someone.id), shownTo: "network" as const };
  await expect(changeAudience(signer, shown)).rejects.toEqual(refusal("FORBIDDEN", "shownByThemselves"));
  await expect(changeAudience(await as(someone, { token: "commit" }), shown)).rejects.toEqual(
    refusal("FORBIDDEN", "shownByThemselves"),
  );
  expect(await changeAudience(await as(someone), shown)).toEqual({ shownTo: "network" });
  const other = await as(await given.representative(await given.organization()));
  expect((await listPeople(other, { slug: organization.slug, limit: 10 }, "en")).items).toHaveLength(1);
});
