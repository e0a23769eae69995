import { profileSelect } from "@/lib/organizations/read.profile-history";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { type Canaries, inNetwork, nobody, type Observer } from "./canaries";

type Id = { id: string };

/** What was typed into the form and not confirmed yet: nobody but the applicant has seen it. */
export async function plantApplication(canaries: Canaries) {
  const word = (column: string) => canaries.for(nobody, "application", column);
  await db.application.create({
    data: {
      nameEn: word("nameEn"),
      nameFr: word("nameFr"),
      type: "other",
      province: word("province"),
      workingLanguage: word("workingLanguage"),
      mandateEn: word("mandateEn"),
      mandateFr: word("mandateFr"),
      website: word("website"),
      contactName: word("contactName"),
      contactEmail: `${word("contactEmail")}@canary.example`,
      why: word("why"),
      language: word("language"),
      tokenHash: word("tokenHash"),
      tokenExpiresAt: new Date(Date.now() + 3_600_000),
    },
  });
}

/** Why an organization is where it is: for its own people and the convener. */
export async function plantStep(canaries: Canaries, organization: Id, readers: readonly Observer[]) {
  const last = await db.organizationStep.count({ where: { organizationId: organization.id } });
  await db.organizationStep.create({
    data: {
      organizationId: organization.id,
      number: last + 1,
      decision: "admit",
      at: new Date(),
      from: "observer",
      to: "member",
      reason: canaries.for(readers, "step", "reason"),
    },
  });
}

/** What an organization said of itself before: for the network, though it is listed to everybody now. */
export async function plantEarlierText(canaries: Canaries, organization: Id, readers: readonly Observer[]) {
  const said = await db.organization.findUniqueOrThrow({ where: { id: organization.id }, select: profileSelect });
  const word = (column: string) => canaries.for(readers, "earlier", column);
  const words = Object.fromEntries(
    [...columns.slice(2), ...written, ...alternates].map((column) => [column, word(column)]),
  );
  const row = { ...said, ...words, organizationId: organization.id, version: 0, until: new Date() };
  await db.organizationText.create({ data: row });
}

/** An offer of the convener's term that waits for an answer. */
export async function plantOffer(
  canaries: Canaries,
  { from, to, by }: { from: Id; to: Id; by: Id },
  readers: Observer[],
) {
  const term = await db.convenerTerm.findFirstOrThrow({ where: { organizationId: from.id } });
  await db.convenerHandover.create({
    data: {
      termId: term.id,
      organizationId: to.id,
      scopeEn: canaries.for(readers, "offer", "scopeEn"),
      scopeFr: canaries.for(readers, "offer", "scopeFr"),
      offeredAt: new Date(),
      offeredById: by.id,
    },
  });
}

/** What somebody records, and when: for the network. */
export async function plantRapporteur(canaries: Canaries, organization: Id, person: Id) {
  const word = (column: string) => canaries.for(inNetwork, "rapporteur", column);
  const occasion = { occasionEn: word("occasionEn"), occasionFr: word("occasionFr") };
  await given.rapporteur(person, organization, occasion);
}

const columns = ["slug", "code", "nameEn", "nameFr", "shortEn", "shortFr", "province", "workingLanguage"];
const written = ["mandateEn", "mandateFr", "signOffRuleEn", "signOffRuleFr", "website"];
const alternates = ["signOffAlternateEn", "signOffAlternateFr"];

/** An organization that asks to be admitted. */
export async function plantApplied(canaries: Canaries, readers: readonly Observer[]) {
  const organization = await given.organization({ status: "applied", listing: "public" });
  const word = (column: string) => canaries.for(readers, "applied", column);
  const data = Object.fromEntries([...columns, ...written, ...alternates].map((column) => [column, word(column)]));
  const formerSlug = canaries.for(nobody, "applied", "formerSlug");
  await db.organization.update({ where: { id: organization.id }, data: { ...data, formerSlug } });
}
