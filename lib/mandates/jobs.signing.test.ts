import { afterAll, beforeEach, expect, test } from "vitest";
import { notices } from "@/bin/server/worker/job-handlers";
import { findActivity } from "@/lib/activity/read.stored";
import { readHome } from "@/lib/home/read";
import { db } from "@/lib/platform/db/client";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { as, given } from "@/tests/support/builders";
import { remindOfExpiringMandates } from "./jobs.expiry";
import { proposeRule } from "./write.changes";
import { agreeToRecovery, beginRecovery } from "./write.recovery";

type Id = { id: string };
let organization: Awaited<ReturnType<typeof given.organization>>;

beforeEach(async () => {
  organization = await given.organization();
});
afterAll(() => db.$disconnect());

/** The last that was recorded of a kind about this organization, and whom it concerns. */
async function noticed(kind: string) {
  const subject = `organization/${organization.id}`;
  const row = await db.activity.findFirst({ where: { kind, subject }, orderBy: { id: "desc" } });
  const activity = row && (await findActivity(row.id));
  const notice = notices[kind];
  if (!activity || !notice || "leave" in notice) throw new Error(`nothing of ${kind} was recorded`);
  const links = { page: (path: string) => `https://concerted.example/en${path}`, origin: "https://concerted.example" };
  const mail = async (locale: "en" | "fr") => notice.mail(activity, await translatorIn(locale), links);
  return { activity, mail, people: (await notice.recipients(activity)).sort() };
}

const ids = (...people: Id[]) => people.map((it) => it.id).sort();
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const longAgo = new Date(Date.now() - 200 * 86_400_000);
const remindersOf = (mandateId: string) =>
  db.mandateReminder.findMany({ where: { mandateId }, orderBy: { daysBefore: "desc" } });

/** Somebody whose mandate to sign off ends in so many days; what was entered long ago. */
async function signsFor(count: number) {
  const person = await given.signatory(organization, { validFrom: longAgo, expiresAt: days(count) });
  const mandate = await db.mandate.findFirstOrThrow({ where: { personId: person.id } });
  return { person, mandate };
}

test.each([
  [29, [30]],
  [6, [30, 7]],
  [0.5, [30, 7, 1]],
  [40, []],
])("a mandate to sign off that ends in %s days is reminded of once for each day that came: %j", async (count, due) => {
  const person = await given.memberOf(organization);
  const { id } = await given.mandate(person, organization, {
    ...{ powers: ["draft", "sign_off"], validFrom: longAgo, expiresAt: days(count) },
  });
  await Promise.all(Array.from({ length: 4 }, () => remindOfExpiringMandates()));
  await remindOfExpiringMandates();
  expect((await remindersOf(id)).map((it) => it.daysBefore)).toEqual(due);
  const subject = `organization/${organization.id}`;
  expect(await db.activity.count({ where: { kind: "mandate.expiryNear", subject } })).toBe(due.length > 0 ? 1 : 0);
});

test("of the last mandate the contact is told too, in other words; of another those who sign", async () => {
  const contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  const { person } = await signsFor(6);
  await db.mandateReminder.deleteMany({});
  await remindOfExpiringMandates();
  const last = await noticed("mandate.expiryNear");
  expect(last.people).toEqual(ids(contact, person));
  expect((await last.mail("en")).subject).toBe("Soon too few will sign for your organization");
  expect((await last.mail("fr")).subject).toMatch(/trop peu de signataires/);
  const home = await readHome(await as(contact), "en");
  expect(home.organizations[0]?.signing.ending.items).toMatchObject([{ person: person.name, last: true }]);

  const other = await given.signatory(organization);
  const now = await noticed("mandate.expiryNear");
  expect(now.people).toEqual(ids(person, other));
  expect((await now.mail("en")).subject).toBe("A mandate ends soon");
  expect((await readHome(await as(contact), "en")).organizations[0]?.signing.ending.items).toEqual([]);
  expect((await readHome(await as(other), "en")).organizations[0]?.signing.ending.items).toMatchObject([
    { last: false },
  ]);
});

test("what waits for a second signatory is mailed to those who sign, and is a task of the other alone", async () => {
  await db.organization.update({ where: { id: organization.id }, data: { signOffKind: "joint" } });
  const [one, other] = [await given.signatory(organization), await given.signatory(organization)];
  const bystander = await given.representative(organization);
  const { id } = await proposeRule(await as(one), { slug: organization.slug, signOffKind: "delegated" });
  const { people, mail } = await noticed("signOffChange.proposed");
  expect(people).toEqual(ids(one, other));
  for (const secret of [organization.nameEn, "delegated"]) expect((await mail("en")).subject).not.toContain(secret);
  const tasks = async (person: Id) => (await readHome(await as(person), "en")).organizations[0]?.signing.changes.items;
  expect(await tasks(other)).toMatchObject([{ kind: "rule", proposedBy: one.name }]);
  expect([await tasks(one), await tasks(bystander)]).toEqual([[], []]);
  expect((await tasks(other))?.[0]?.key).toBe(`mandates:change:${organization.slug}:${id}:1`);
});

test("a recovery is mailed to all its people, and before that to an administrator and the convener", async () => {
  const contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  await given.signatory(organization, { validFrom: longAgo, revokedAt: longAgo });
  const someone = await given.representative(organization);
  const [administrator, convener] = [
    await given.person({ administrator: true }),
    await given.convener(await given.organization()),
  ];
  expect((await readHome(await as(contact), "en")).organizations[0]?.signing.missing).toMatchObject({ needed: 1 });
  const words = { authorizedBy: { en: "Assembly" }, instrument: { en: "Minute 3" }, instrumentDate: "2026-01-15" };
  const { id } = await beginRecovery(await as(someone), { slug: organization.slug, person: someone.id, ...words });
  const { people: agreeing } = await noticed("recovery.requested");
  expect(agreeing).toEqual(expect.arrayContaining(ids(administrator, convener)));
  expect(agreeing).not.toContain(contact.id);
  for (const person of [administrator, convener]) {
    const { convening } = await readHome(await as(person), "en");
    expect(convening.recoveries.items.map((it) => it.organization.slug)).toContain(organization.slug);
    await agreeToRecovery(await as(person), { slug: organization.slug, id });
  }
  const { people, mail } = await noticed("recovery.announced");
  const belong = await db.representation.findMany({ where: { organizationId: organization.id } });
  expect(people).toEqual(belong.map((it) => it.personId).sort());
  expect((await mail("en")).text).toMatch(/In 7 days that person can commit the organization/);
  expect((await mail("fr")).text).not.toContain(someone.name ?? "-");
  const { signing } = (await readHome(await as(contact), "en")).organizations[0] ?? {};
  expect(signing?.recovery).toMatchObject({ nominee: someone.name, state: "announced" });
});
