import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, programOf } from "@/tests/support/identities";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { Subject } from "@/tests/support/matrix/subjects";
import type { MatrixWorld, Named } from "@/tests/support/matrix/world";

const authority = {
  authorizedBy: { en: "Board of directors" },
  instrument: { en: "Resolution 9" },
  instrumentDate: "2026-01-15",
};

/** An organization where two sign, made for this one request, with its own people in the parts that are theirs. */
async function joint({ playing }: MatrixWorld, subject: Subject) {
  const organization = await given.organization({ signOffKind: "joint", listing: "public" });
  // Where nobody ever signed, whoever came first would be its contact and might do more.
  await given.signatory(organization);
  return { organization, as: await playing(subject, organization) };
}

type Change = { kind: "rule" } | { kind: "grant"; themeIds: string[] };

/** Something that another signatory proposed there. */
async function proposed(world: MatrixWorld, subject: Subject, change: Change, answer: string): Promise<RequestSpec> {
  const { organization, as } = await joint(world, subject);
  const { id: proposedById } = await given.signatory(organization);
  const { id: personId } = await given.memberOf(organization);
  const by = { organizationId: organization.id, proposedById, proposedAt: new Date() };
  const words = { authorizedBy: "Board", instrument: "Resolution 9", instrumentDate: new Date("2026-01-15") };
  const { id } = await db.signOffChange.create({
    data:
      change.kind === "rule"
        ? { ...by, kind: "rule", signOffKind: "delegated" }
        : { ...by, ...change, ...words, personId, powers: ["draft", "sign_off"] },
  });
  return { params: { slug: organization.slug, id }, body: { answer }, as };
}

const insiders: readonly Subject[] = ["representative", "otherTheme", "notPublic", "expired"];
const contacts: readonly Subject[] = ["signatory", "program", "oldSignIn"];
const anHourAgo = () => new Date(Date.now() - 3_600_000);

async function enterAs(subject: Subject, person: { id: string }): Promise<Caller> {
  if (subject === "program") return programOf(person, "commit");
  const caller = await browserOf(person);
  if (subject === "oldSignIn")
    await db.session.updateMany({ where: { personId: person.id }, data: { authenticatedAt: anHourAgo() } });
  return caller;
}

/** An organization that somebody signed for once and nobody signs for now: with its contact, and others who only draft. */
async function unsigned({ who }: MatrixWorld, subject: Subject) {
  const organization = await given.organization({ listing: "network" });
  const contact = await given.memberOf(organization);
  await db.organization.update({ where: { id: organization.id }, data: { contactId: contact.id } });
  await given.signatory(organization, { revokedAt: anHourAgo() });
  const other = await given.representative(organization);
  const person = contacts.includes(subject) ? contact : insiders.includes(subject) ? other : null;
  const as = person ? await enterAs(subject, person) : who[subject].caller;
  return { organization, self: person?.id ?? randomUUID(), as };
}

type Requested = { announced?: boolean; administratorId?: string; convenerId?: string };

async function recovering(world: MatrixWorld, subject: Subject, { announced, ...agreed }: Requested = {}) {
  const { organization, as } = await unsigned(world, subject);
  const { id: nomineeId } = await given.memberOf(organization);
  const now = new Date();
  const days = announced ? { announcedAt: now, effectiveAt: new Date(now.getTime() + 7 * 86_400_000) } : {};
  const words = { authorizedBy: "Board", instrument: "Resolution 9", instrumentDate: new Date("2026-01-15") };
  const asked = { organizationId: organization.id, nomineeId, askedById: randomUUID(), askedAt: now };
  const { id } = await db.signatoryRecovery.create({
    data: { ...asked, ...words, ...days, ...agreed, byContact: Boolean(announced) },
  });
  return { params: { slug: organization.slug, id }, body: {}, as, organization };
}

const announcedNow = (it: unknown) => (it as { current: { state: string } | null }).current?.state === "announced";

async function together(world: MatrixWorld, subject: Subject, agreed: Requested): Promise<RequestSpec> {
  const { organization: _, ...asked } = await recovering(world, subject, agreed);
  return { ...asked, sees: announcedNow };
}

const begin = (organization: Named, person: string) => ({
  params: { slug: organization.slug },
  body: { person, ...authority },
});

export const part: RequestSpecs = {
  "organizations.changes.list ours": ({ ours: { slug } }) => ({ params: { slug } }),
  "organizations.changes.proposeRule joint": async (world, subject) => {
    const { organization, as } = await joint(world, subject);
    return { params: { slug: organization.slug }, body: { signOffKind: "delegated" }, as };
  },
  "organizations.changes.proposeGrant joint": async (world, subject) => {
    const { organization, as } = await joint(world, subject);
    const { id: person } = await given.memberOf(organization);
    const body = { person, powers: ["draft", "sign_off"], themes: [world.writing.slug], ...authority };
    return { params: { slug: organization.slug }, body, as };
  },
  "organizations.changes.proposeRevocation joint": async (world, subject) => {
    const { organization, as } = await joint(world, subject);
    const powers = ["draft" as const, "sign_off" as const];
    const other = await given.memberOf(organization);
    const { id: mandate } = await given.mandate(other, organization, { powers, themes: [world.writing] });
    return { params: { slug: organization.slug }, body: { mandate, withoutSuccessor: true }, as };
  },
  "organizations.changes.answer confirming-rule": (world, subject) =>
    proposed(world, subject, { kind: "rule" }, "confirmed"),
  "organizations.changes.answer confirming-grant": (world, subject) =>
    proposed(world, subject, { kind: "grant", themeIds: [world.writing.id] }, "confirmed"),
  "organizations.changes.answer declining": (world, subject) => proposed(world, subject, { kind: "rule" }, "declined"),
  "organizations.changes.answer another's": (world, subject) => proposed(world, subject, { kind: "rule" }, "withdrawn"),
  "organizations.change joint-rule": async (world, subject) => {
    const { organization, as } = await joint(world, subject);
    return {
      params: { slug: organization.slug },
      body: { signOffKind: "delegated" },
      headers: { "if-match": '"1"' },
      as,
    };
  },
  "organizations.mandates.grant joint": async (world, subject) => {
    const { organization, as } = await joint(world, subject);
    const { id: person } = await given.memberOf(organization);
    const body = { person, powers: ["sign_off"], themes: [world.writing.slug], ...authority };
    return { params: { slug: organization.slug }, body, as };
  },
  "organizations.people.invite contact-without-signatory": async (world, subject) => {
    const { organization, as } = await unsigned(world, subject);
    return { params: { slug: organization.slug }, body: { email: `${randomUUID()}@matrix.example` }, as };
  },
  "organizations.decide contact-without-signatory": async (world, subject) => {
    const { organization, as } = await unsigned(world, subject);
    return { params: { slug: organization.slug }, body: { decision: "leave" }, as };
  },
  "organizations.recovery.get ours": ({ ours: { slug } }) => ({ params: { slug } }),
  "organizations.recovery.get named": async (world, subject) => {
    const { organization, as } = await recovering(world, subject);
    const sees = (it: unknown) => (it as { current: { about: object | null } }).current.about !== null;
    return { params: { slug: organization.slug }, as, sees };
  },
  "organizations.recovery.begin contact-without-signatory": async (world, subject) => {
    const { organization, as } = await unsigned(world, subject);
    return { ...begin(organization, (await given.memberOf(organization)).id), as };
  },
  "organizations.recovery.begin for-themselves": async (world, subject) => {
    const { organization, self, as } = await unsigned(world, subject);
    return { ...begin(organization, self), as };
  },
  "organizations.recovery.object announced": async (world, subject) => {
    const { organization: _, ...asked } = await recovering(world, subject, { announced: true });
    return asked;
  },
  "organizations.recovery.withdraw agreed-to": async (world, subject) => {
    const { administrator, convener } = world.who;
    const agreed = { announced: true, administratorId: administrator.id, convenerId: convener.id };
    const { organization: _, ...asked } = await recovering(world, subject, agreed);
    return asked;
  },
  "organizations.recovery.agree requested": async (world, subject) => {
    const { organization: _, ...asked } = await recovering(world, subject);
    return asked;
  },
  "organizations.recovery.agree administrator-and-convener-together": async (world, subject) =>
    together(world, subject, { administratorId: (await given.person({ administrator: true })).id }),
  "organizations.recovery.agree convener-and-administrator-together": (world, subject) =>
    together(world, subject, { convenerId: randomUUID() }),
};
