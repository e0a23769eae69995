import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { buildMandate, buildPerson } from "./build-person";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

/** Authorized after the organization was there, and before anything was said under it. */
const authorized = 530;

const zones: Record<string, string> = {
  AB: "America/Edmonton",
  BC: "America/Vancouver",
  MB: "America/Winnipeg",
  NB: "America/Moncton",
  NS: "America/Halifax",
  SK: "America/Regina",
};

/** A person in their organization, with the mandate they act under there. */
export type AssignedPerson = {
  email: string;
  personId: string;
  organization: string;
  signs: boolean;
  shownTo: "organization" | "network";
  mandate: Prisma.MandateCreateManyInput;
};

/** The demonstration's people, and on whose authority each acts. Those who are there keep their names and mandates. */
export async function loadPeople(tx: Tx, { people, organizations }: Demonstration, now: Date) {
  const provinces = new Map(organizations.map((it) => [it.slug, it.province]));
  const { count } = await tx.person.createMany({
    skipDuplicates: true,
    data: people.map((row) =>
      buildPerson({
        email: row.email,
        name: row.name,
        language: row.language,
        timeZone: zones[provinces.get(row.org_slug ?? "") ?? ""] ?? "America/Toronto",
        guest: row.part === "guest",
        administrator: row.part === "administrator",
        emailVerified: now,
      }),
    ),
  });
  const placed = await assignPeople(tx, people, now);
  await nameConveners(tx, people);
  return { added: count, placed };
}

async function assignPeople(tx: Tx, people: Demonstration["people"], now: Date): Promise<AssignedPerson[]> {
  const persons = new Map((await tx.person.findMany({ include: { mandates: true } })).map((it) => [it.email, it]));
  const ids = new Map(
    (await tx.organization.findMany({ select: { id: true, slug: true } })).map((it) => [it.slug, it.id]),
  );
  const fresh: Prisma.MandateCreateManyInput[] = [];
  const placed = people.flatMap((row): AssignedPerson[] => {
    const person = persons.get(row.email);
    const organizationId = ids.get(row.org_slug ?? "");
    if (!person || !organizationId || !row.org_slug || !row.authorized_by || !row.instrument) return [];
    const signs = row.part === "signatory" || row.part === "convener";
    const held = person.mandates.find((it) => it.organizationId === organizationId);
    const mandate =
      held ??
      buildMandate({
        personId: person.id,
        organizationId,
        as: signs ? "signatory" : "representative",
        from: daysBefore(now, authorized),
        authorizedBy: row.authorized_by,
        instrument: row.instrument,
        ...(row.ends_after && { expiresAt: daysBefore(now, -row.ends_after) }),
      });
    if (!held) fresh.push(mandate);
    return [
      { email: row.email, personId: person.id, organization: row.org_slug, signs, shownTo: row.shown_to, mandate },
    ];
  });
  await tx.representation.createMany({
    skipDuplicates: true,
    data: placed.map(({ personId, shownTo, mandate }) => ({
      personId,
      organizationId: mandate.organizationId,
      since: daysBefore(now, authorized),
      shownTo,
    })),
  });
  await tx.mandate.createMany({ data: fresh });
  return placed;
}

/** The convener's term is exercised by named persons. */
async function nameConveners(tx: Tx, people: Demonstration["people"]) {
  for (const row of people.filter((it) => it.part === "convener" && it.org_slug)) {
    const person = await tx.person.findUniqueOrThrow({ where: { email: row.email } });
    const term = await tx.convenerTerm.findFirst({
      where: { organization: { slug: row.org_slug ?? "" }, until: null },
    });
    if (term)
      await tx.convenerPerson.createMany({ skipDuplicates: true, data: [{ termId: term.id, personId: person.id }] });
  }
}
