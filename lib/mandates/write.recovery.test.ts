import { beforeEach, expect, test } from "vitest";
import { invite } from "@/lib/organizations/write.invitations";
import { decideMembership } from "@/lib/organizations/write.membership";
import { endRepresentation } from "@/lib/organizations/write.people";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { completeRecoveries, completeRecovery } from "./jobs.recovery";
import { getRecovery } from "./read.recovery";
import { revokeMandate } from "./write";
import { grantMandate } from "./write.grant";
import { agreeToRecovery, beginRecovery, objectToRecovery, withdrawRecovery } from "./write.recovery";

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const conflict = (reason: string) => refusal("CONFLICT", reason);
const forbidden = (reason: string) => refusal("FORBIDDEN", reason);

type Id = { id: string };
let organization: Awaited<ReturnType<typeof given.organization>>;
let [contact, someone, signatory]: Id[] = [];
let administrator: Id;
let convener: Id;

const the = (person: Id | undefined): Id => {
  if (!person) throw new Error("the world has no such person");
  return person;
};
const at = () => ({ slug: organization.slug });
const input = (person: Id) => ({
  ...{ ...at(), person: person.id, authorizedBy: { en: "General assembly" }, instrument: { en: "Minute 3" } },
  instrumentDate: "2026-01-15",
});
const authority = { authorizedBy: { en: "Board" }, instrument: { en: "Resolution 9" }, instrumentDate: "2026-01-15" };
const begin = async (by: Id, nominee: Id) => beginRecovery(await as(by), input(nominee));
const key = (id: string) => ({ ...at(), id });
const rowOf = (id: string) => db.signatoryRecovery.findUniqueOrThrow({ where: { id } });
const signs = async (person: Id) => (await as(person)).mandates.some((it) => it.powers.includes("sign_off"));
const kindsOf = async () =>
  (
    await db.activity.findMany({
      where: { subject: `organization/${organization.id}` },
      orderBy: { id: "asc" },
      select: { kind: true },
    })
  ).map((it) => it.kind);

/** So many days later, as the recovery sees it. */
async function passDays(id: string, days: number) {
  const { announcedAt, effectiveAt } = await rowOf(id);
  const earlier = (date: Date | null) => new Date((date?.getTime() ?? 0) - days * 86_400_000);
  await db.signatoryRecovery.update({
    where: { id },
    data: { announcedAt: earlier(announcedAt), effectiveAt: earlier(effectiveAt) },
  });
}

async function loseSignatory() {
  await endRepresentation(await as(the(signatory)), { ...at(), id: the(signatory).id, withoutSuccessor: true });
}

beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  organization = await given.organization();
  contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  signatory = await given.signatory(organization);
  someone = await given.representative(organization);
  administrator = await given.person({ administrator: true });
  convener = await given.convener(await given.organization());
});

test("who is the last to sign is asked for a successor before their mandate or their part ends, and may insist", async () => {
  const viewer = await as(the(signatory));
  const { id } = await db.mandate.findFirstOrThrow({ where: { personId: the(signatory).id } });
  const asked = expect.objectContaining({ reason: "lastSignatory", facts: { needed: 1, left: 0 } });
  await expect(revokeMandate(viewer, { ...at(), id })).rejects.toEqual(asked);
  await expect(endRepresentation(viewer, { ...at(), id: viewer.personId ?? "" })).rejects.toEqual(asked);
  await grantMandate(viewer, { ...at(), person: the(someone).id, powers: ["sign_off"], ...authority });
  expect(await revokeMandate(viewer, { ...at(), id })).toMatchObject({ state: "revoked" });
  const successor = await as(the(someone));
  expect(await endRepresentation(successor, { ...at(), id: the(someone).id, withoutSuccessor: true })).toMatchObject({
    ended: true,
  });
});

test("with its last signatory gone the contact invites and can take the organization out; nobody else of it can", async () => {
  await loseSignatory();
  const invitation = { ...at(), email: "friend@test.example", language: "en" as const };
  await expect(invite(await as(the(someone)), invitation)).rejects.toEqual(forbidden("mayNotInvite"));
  expect(await invite(await as(the(contact)), invitation)).toMatchObject({ state: "waiting" });
  const leaving = { ...at(), decision: "leave" as const };
  await expect(decideMembership(await as(the(someone)), leaving)).rejects.toEqual(forbidden("notASignatory"));
  expect(await decideMembership(await as(the(contact)), leaving)).toMatchObject({ status: "left" });
});

test("a contact who left is replaced by whoever has belonged longest", async () => {
  await endRepresentation(await as(the(contact)), { ...at(), id: the(contact).id });
  await loseSignatory();
  const longest = new Date(Date.now() - 9_000_000);
  const other = await given.memberOf(organization);
  await db.representation.updateMany({ where: { personId: the(someone).id }, data: { since: longest } });
  expect((await getRecovery(await as(the(someone)), organization.slug, "en")).viewer.mayBegin).toBe("contact");
  expect((await getRecovery(await as(other), organization.slug, "en")).viewer.mayBegin).toBe("candidate");
});

test("the contact restores it: everybody is told at once, and seven days later one of its people signs", async () => {
  await loseSignatory();
  const { id } = await begin(the(contact), the(someone));
  const { announcedAt, effectiveAt } = await rowOf(id);
  expect((effectiveAt?.getTime() ?? 0) - (announcedAt?.getTime() ?? 0)).toBe(7 * 86_400_000);
  await completeRecovery({ recovery: id });
  await passDays(id, 6);
  await completeRecoveries();
  expect([(await rowOf(id)).outcome, await signs(the(someone))]).toEqual([null, false]);
  await passDays(id, 1);
  await Promise.all(Array.from({ length: 8 }, () => completeRecoveries()));
  expect([(await rowOf(id)).outcome, await signs(the(someone))]).toEqual(["restored", true]);
  const restored = await as(the(someone));
  const given_ = restored.mandates.filter((it) => it.powers.includes("sign_off"));
  expect(given_).toMatchObject([{ authorizedBy: "General assembly", themeIds: null, selfAuthorized: false }]);
  // They sign as anybody who signs: to give a mandate, for one.
  const friend = await given.memberOf(organization);
  const mandate = { ...at(), person: friend.id, powers: ["sign_publicly" as const], ...authority };
  expect(await grantMandate(restored, mandate)).toMatchObject({ state: "in_force" });
  expect((await kindsOf()).filter((it) => it !== "representation.ended")).toEqual([
    "recovery.announced",
    "mandate.granted",
    "recovery.ended",
    "mandate.granted",
  ]);
});

test("where the contact is alone they name themselves, and the mandate says so", async () => {
  await loseSignatory();
  await endRepresentation(await as(the(someone)), { ...at(), id: the(someone).id });
  const { id } = await begin(the(contact), the(contact));
  await passDays(id, 7);
  await completeRecoveries();
  expect((await as(the(contact))).mandates).toMatchObject([{ selfAuthorized: true }]);
});

test("one word of any of its people ends it, until it is in effect; of nobody else's", async () => {
  await loseSignatory();
  const bystander = await given.memberOf(organization);
  const { id } = await begin(the(contact), the(contact));
  await passDays(id, 6);
  await expect(objectToRecovery(await as(convener), key(id))).rejects.toEqual(forbidden("onlyItsOwnPeople"));
  await objectToRecovery(await as(bystander), key(id));
  await completeRecoveries();
  expect([(await rowOf(id)).outcome, await signs(the(contact))]).toEqual(["objected", false]);
  await expect(objectToRecovery(await as(bystander), key(id))).rejects.toEqual(conflict("recoveryMovedOn"));
});

test("anybody else of it puts themselves forward alone, and an administrator and the convener agree together", async () => {
  await loseSignatory();
  await expect(begin(the(someone), the(contact))).rejects.toEqual(forbidden("onlyTheContactNames"));
  const { id } = await begin(the(someone), the(someone));
  expect((await rowOf(id)).announcedAt).toBeNull();
  await agreeToRecovery(await as(administrator), key(id));
  await expect(agreeToRecovery(await as(administrator), key(id))).rejects.toEqual(
    forbidden("administratorAndConvener"),
  );
  expect((await rowOf(id)).announcedAt).toBeNull();
  await agreeToRecovery(await as(convener), key(id));
  expect((await rowOf(id)).announcedAt).not.toBeNull();
  await passDays(id, 7);
  await completeRecoveries();
  expect(await signs(the(someone))).toBe(true);
});

test("whoever is administrator and convener in one is one of the two; a token is no administrator", async () => {
  await loseSignatory();
  const { id } = await begin(the(someone), the(someone));
  await db.person.update({ where: { id: convener.id }, data: { administrator: true } });
  await agreeToRecovery(await as(convener), key(id));
  await expect(agreeToRecovery(await as(convener), key(id))).rejects.toEqual(forbidden("administratorAndConvener"));
  const second = await given.person({ administrator: true });
  await expect(agreeToRecovery(await as(second, { token: "commit" }), key(id))).rejects.toMatchObject({
    name: "Refusal",
  });
  expect((await rowOf(id)).announcedAt).toBeNull();
});

test("the contact takes the place of who put themselves forward; an announced one is waited for", async () => {
  await loseSignatory();
  const { id: first } = await begin(the(someone), the(someone));
  const { id } = await begin(the(contact), the(someone));
  expect((await rowOf(first)).outcome).toBe("lapsed");
  await expect(begin(the(contact), the(contact))).rejects.toEqual(conflict("recoveryOpen"));
  await expect(withdrawRecovery(await as(the(someone)), key(id))).rejects.toEqual(forbidden("notYoursToWithdraw"));
  await withdrawRecovery(await as(the(contact)), key(id));
  expect((await rowOf(id)).outcome).toBe("withdrawn");
});

test("nothing is restored where enough sign, nor to somebody who left meanwhile", async () => {
  await expect(begin(the(contact), the(someone))).rejects.toEqual(conflict("enoughSign"));
  await loseSignatory();
  const { id } = await begin(the(contact), the(someone));
  await endRepresentation(await as(the(someone)), { ...at(), id: the(someone).id });
  await passDays(id, 7);
  await completeRecoveries();
  expect((await rowOf(id)).outcome).toBe("lapsed");
});

test("an organization with a joint rule and one signatory is restored to two", async () => {
  await db.organization.update({ where: { id: organization.id }, data: { signOffKind: "joint" } });
  const second = await given.signatory(organization);
  const leaving = { ...at(), id: second.id };
  await expect(endRepresentation(await as(second), leaving)).rejects.toEqual(
    expect.objectContaining({ reason: "lastSignatory", facts: { needed: 2, left: 1 } }),
  );
  await endRepresentation(await as(second), { ...leaving, withoutSuccessor: true });
  await expect(begin(the(contact), the(signatory))).rejects.toEqual(conflict("signsAlready"));
  const { id } = await begin(the(contact), the(someone));
  await passDays(id, 7);
  await completeRecoveries();
  expect([await signs(the(signatory)), await signs(the(someone))]).toEqual([true, true]);
});

test("the network reads that too few sign and when that ends, and no name; a visitor's and an outsider's answer is 404", async () => {
  await loseSignatory();
  await begin(the(contact), the(someone));
  const member = await as(await given.memberOf(await given.organization()));
  const state = await getRecovery(member, organization.slug, "en");
  expect(state).toMatchObject({ missing: true, contact: null, current: { state: "announced", about: null } });
  const own = await getRecovery(await as(the(someone)), organization.slug, "en");
  expect(own.current).toMatchObject({ about: { authorizedBy: { en: "General assembly" } }, viewer: { self: true } });
  const outsider = await as(await given.person());
  await expect(getRecovery(outsider, organization.slug, "en")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the database takes no shorter time than seven days, and one person for both who agree", async () => {
  await loseSignatory();
  const { id } = await begin(the(contact), the(someone));
  await expect(db.signatoryRecovery.update({ where: { id }, data: { effectiveAt: new Date() } })).rejects.toThrow(
    /seven_days_to_object/,
  );
  const both = { administratorId: convener.id, convenerId: convener.id };
  await expect(db.signatoryRecovery.update({ where: { id }, data: both })).rejects.toThrow(/two_agree/);
});
