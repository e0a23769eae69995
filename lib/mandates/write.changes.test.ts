import { beforeEach, expect, test } from "vitest";
import { listOrganizations } from "@/lib/organizations/read";
import { endRepresentation } from "@/lib/organizations/write.people";
import { changeOrganization } from "@/lib/organizations/write.profile";
import { db } from "@/lib/platform/db/client";
import { saveDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import { changeVisibility } from "@/lib/positions/write.visibility";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { listChanges } from "./read.changes";
import type { GrantInput } from "./schema";
import { revokeMandate } from "./write";
import { answerChange } from "./write.change-answers";
import { proposeGrant, proposeRevocation, proposeRule } from "./write.changes";
import { grantMandate } from "./write.grant";

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const conflict = (reason: string) => refusal("CONFLICT", reason);

let organization: Awaited<ReturnType<typeof given.organization>>;
let proposition: Awaited<ReturnType<typeof given.proposition>>;
let [oneId, otherId, someoneId] = ["", "", ""];
/** Read anew at every act, as every request does. */
const one = () => as({ id: oneId });
const other = () => as({ id: otherId });

beforeEach(async () => {
  organization = await given.organization({ signOffKind: "joint" });
  proposition = await given.proposition();
  oneId = (await given.signatory(organization)).id;
  otherId = (await given.signatory(organization)).id;
  someoneId = (await given.memberOf(organization)).id;
});

const at = () => ({ slug: organization.slug });
const kind = async () => (await db.organization.findUniqueOrThrow({ where: { id: organization.id } })).signOffKind;
const version = async () => (await db.organization.findUniqueOrThrow({ where: { id: organization.id } })).version;
const granting = (more: Partial<GrantInput> = {}): GrantInput => ({
  ...{ ...at(), person: someoneId, powers: ["draft", "sign_off"] },
  ...{ authorizedBy: { en: "Board" }, instrument: { fr: "Résolution 12" }, instrumentDate: "2026-01-15", ...more },
});
const answer = async (viewer: Promise<Viewer>, id: string, said: "confirmed" | "declined" | "withdrawn") =>
  answerChange(await viewer, { ...at(), id, answer: said });
const mandateOf = (personId: string) => db.mandate.findFirstOrThrow({ where: { personId } });
const position = () => ({ organization: organization.slug, proposition: proposition.slug });
const standing = async () =>
  (await db.position.findFirstOrThrow({ where: { organizationId: organization.id } })).standing;
const draft = async (expected: number | null = null, visibility: "organization" | "network" = "network") => {
  const text = { stance: "support" as const, rationale: { en: "Because.", fr: "" }, visibility };
  await saveDraft(await one(), { ...position(), ...text }, expected);
};
const sign = async (viewer: Promise<Viewer>, expected: number) =>
  signOff(await viewer, { ...position(), decision: "sign_off" }, expected);

test("one of two signatories cannot make the rule delegated, sign alone, and put it back", async () => {
  await draft();
  await expect(changeOrganization(await one(), { ...at(), signOffKind: "delegated" }, await version())).rejects.toEqual(
    conflict("ruleChangesByTwo"),
  );
  const { id } = await proposeRule(await one(), { ...at(), signOffKind: "delegated" });
  await expect(answer(one(), id, "confirmed")).rejects.toEqual(conflict("secondSignatory"));
  expect(await kind()).toBe("joint");
  await sign(one(), 1);
  expect(await standing()).toBeNull();
  await expect(sign(one(), 2)).rejects.toEqual(conflict("secondSignatory"));
  expect(await standing()).toBeNull();
});

test("nor can they by a second account: whoever is to sign beside them is let in by two", async () => {
  await expect(grantMandate(await one(), granting())).rejects.toEqual(conflict("mandatesByTwo"));
  await expect(grantMandate(await one(), granting({ powers: ["sign_publicly"] }))).rejects.toEqual(
    conflict("mandatesByTwo"),
  );
  const { id } = await proposeGrant(await one(), granting());
  await expect(answer(as({ id: someoneId }), id, "confirmed")).rejects.toEqual(refusal("FORBIDDEN", "notASignatory"));
  expect((await as({ id: someoneId })).mandates).toEqual([]);
  expect(await grantMandate(await one(), granting({ powers: ["draft"] }))).toMatchObject({ state: "in_force" });
});

test("nor by ending the other: neither their mandate nor their part is one signatory's to end", async () => {
  const { id: mandate } = await mandateOf(otherId);
  await expect(revokeMandate(await one(), { ...at(), id: mandate, withoutSuccessor: true })).rejects.toEqual(
    conflict("mandatesByTwo"),
  );
  await expect(endRepresentation(await one(), { ...at(), id: otherId, withoutSuccessor: true })).rejects.toEqual(
    conflict("signatoryEndsByTwo"),
  );
  const { id } = await proposeRevocation(await one(), { ...at(), mandate, withoutSuccessor: true });
  await expect(answer(one(), id, "confirmed")).rejects.toEqual(conflict("secondSignatory"));
  expect((await other()).mandates).toHaveLength(1);
});

test("a second signatory confirms a change of the rule, which is then in force, with the history of before", async () => {
  const { id } = await proposeRule(await one(), { ...at(), signOffKind: "vote" });
  expect(await answer(other(), id, "confirmed")).toEqual({ answer: "confirmed" });
  expect(await kind()).toBe("vote");
  const before = await db.organizationText.findFirstOrThrow({ where: { organizationId: organization.id } });
  expect([before.signOffKind, before.changedById]).toEqual(["joint", otherId]);
  await expect(answer(other(), id, "declined")).rejects.toEqual(conflict("changeAnswered"));
  const kinds = await db.activity.findMany({
    where: { subject: `organization/${organization.id}` },
    orderBy: { id: "asc" },
    select: { kind: true, actorId: true },
  });
  expect(kinds).toEqual([
    { kind: "signOffChange.proposed", actorId: oneId },
    { kind: "organization.changed", actorId: otherId },
    { kind: "signOffChange.answered", actorId: otherId },
  ]);
});

test("a confirmed mandate is in force in the words it was proposed with; a confirmed revocation ends one", async () => {
  const theme = await given.theme();
  const { id } = await proposeGrant(await one(), granting({ themes: [theme.slug] }));
  await answer(other(), id, "confirmed");
  const { mandates } = await as({ id: someoneId });
  expect(mandates).toMatchObject([
    { powers: ["draft", "sign_off"], themeIds: [theme.id], authorizedBy: "Board", selfAuthorized: false },
  ]);
  const { grantedById, instrument } = await mandateOf(someoneId);
  expect([grantedById, instrument]).toEqual([oneId, "Résolution 12"]);

  const { id: ending } = await proposeRevocation(await other(), { ...at(), mandate: (await mandateOf(someoneId)).id });
  await answer(one(), ending, "confirmed");
  expect((await as({ id: someoneId })).mandates).toEqual([]);
});

test("both signatories read what waits, with what each may answer; whoever proposed it takes it back", async () => {
  const { id } = await proposeRule(await one(), { ...at(), signOffKind: "delegated" });
  const seen = async (viewer: Promise<Viewer>) => (await listChanges(await viewer, organization.slug)).items;
  expect(await seen(one())).toMatchObject([
    { id, kind: "rule", signOffKind: "delegated", viewer: { mine: true, mayConfirm: false, mayDecline: false } },
  ]);
  expect(await seen(other())).toMatchObject([{ id, viewer: { mine: false, mayConfirm: true, mayDecline: true } }]);
  expect(await seen(as({ id: someoneId }))).toMatchObject([{ id, viewer: { mayConfirm: false, mayDecline: false } }]);
  await expect(proposeRule(await other(), { ...at(), signOffKind: "vote" })).rejects.toEqual(conflict("changeWaits"));
  await expect(answer(other(), id, "withdrawn")).rejects.toEqual(refusal("FORBIDDEN", "proposedByAnother"));
  await answer(one(), id, "withdrawn");
  expect(await seen(one())).toEqual([]);
  const { id: again } = await proposeRule(await one(), { ...at(), signOffKind: "delegated" });
  await answer(other(), again, "declined");
  expect([await seen(one()), await kind()]).toEqual([[], "joint"]);
});

test("what somebody proposed who signs no more is confirmed by nobody: two would not be behind it", async () => {
  const { id } = await proposeGrant(await one(), granting());
  const { id: own } = await mandateOf(oneId);
  await revokeMandate(await one(), { ...at(), id: own, withoutSuccessor: true });
  await expect(answer(other(), id, "confirmed")).rejects.toEqual(conflict("proposerSignsNoMore"));
  expect((await listChanges(await other(), organization.slug)).items).toMatchObject([
    { proposerGone: true, viewer: { mayConfirm: false, mayDecline: true } },
  ]);
  await answer(other(), id, "declined");
});

test("of sixteen who confirm at once one does, and one mandate comes of it", async () => {
  const { id } = await proposeGrant(await one(), granting());
  const viewer = await other();
  const tries = await Promise.allSettled(
    Array.from({ length: 16 }, () => answerChange(viewer, { ...at(), id, answer: "confirmed" })),
  );
  expect(tries.filter((it) => it.status === "fulfilled")).toHaveLength(1);
  expect(await db.mandate.count({ where: { personId: someoneId } })).toBe(1);
});

test("where one signs nothing is proposed, and a joint rule is not begun with one signatory", async () => {
  const delegated = await given.organization();
  const alone = await given.signatory(delegated);
  const slug = { slug: delegated.slug };
  await expect(proposeRule(await as(alone), { ...slug, signOffKind: "vote" })).rejects.toEqual(
    conflict("oneChangesIt"),
  );
  await expect(changeOrganization(await as(alone), { ...slug, signOffKind: "joint" }, 1)).rejects.toEqual(
    conflict("jointNeedsTwo"),
  );
  await given.signatory(delegated);
  await changeOrganization(await as(alone), { ...slug, signOffKind: "joint" }, 1);
  const { items } = await listOrganizations(await as(alone), { limit: 100, q: delegated.slug }, "en");
  expect(items.every((it) => it.signOffKind === "joint")).toBe(true);
});

test("a draft that was begun where two sign takes two, also after two made the rule delegated", async () => {
  await draft();
  const { id } = await proposeRule(await one(), { ...at(), signOffKind: "delegated" });
  await answer(other(), id, "confirmed");
  // Written anew it is the same draft still.
  await draft(1);
  await sign(one(), 2);
  expect(await standing()).toBeNull();
  await sign(other(), 3);
  expect(await standing()).toBe(2);
  // What is begun now is under the rule of now.
  await draft(4);
  await sign(one(), 5);
  expect(await standing()).toBe(3);
});

test("a draft that was begun where one signs takes two from the moment the rule asks for two", async () => {
  await db.organization.update({ where: { id: organization.id }, data: { signOffKind: "delegated" } });
  await draft();
  await changeOrganization(await one(), { ...at(), signOffKind: "joint" }, await version());
  await sign(one(), 1);
  expect(await standing()).toBeNull();
  await sign(other(), 2);
  expect(await standing()).toBe(1);
});

test("where two sign, one narrows alone, and neither widens alone: more readers take a draft that both sign", async () => {
  await draft(null, "network");
  await sign(one(), 1);
  await sign(other(), 2);
  await changeVisibility(await one(), { ...position(), visibility: "organization" }, null);
  await expect(changeVisibility(await one(), { ...position(), visibility: "network" }, null)).rejects.toEqual(
    conflict("wideningTakesTwo"),
  );
});

test("the database confirms nothing by the person who proposed it, and no answer twice", async () => {
  const { id } = await proposeRule(await one(), { ...at(), signOffKind: "delegated" });
  const answered = (by: string) =>
    db.signOffChange.update({ where: { id }, data: { answer: "confirmed", answeredAt: new Date(), answeredById: by } });
  await expect(answered(oneId)).rejects.toThrow(/two_confirm/);
  await answered(otherId);
  await expect(answered(otherId)).rejects.toThrow(/answered already/);
});
