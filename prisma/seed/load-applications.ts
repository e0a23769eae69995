import { randomInt, randomUUID } from "node:crypto";
import { drawCode, slugOfApplication, suggestShort } from "@/lib/organizations/rules.naming";
import type { Tx } from "@/lib/platform/db/client";
import { buildOrganization } from "./build-organization";
import { buildPerson } from "./build-person";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

/** Applications that wait for the convener, as if they had been typed, confirmed and not yet decided. */
export async function loadApplications(tx: Tx, { applications }: Demonstration, now: Date) {
  for (const row of applications) {
    const before = await tx.organization.findFirst({ where: { nameEn: row.name_en }, select: { id: true } });
    if (before) continue;
    const at = daysBefore(now, row.days_ago);
    const taken = await tx.organization.findMany({ select: { code: true } });
    const person = buildPerson({
      email: row.contact_email,
      name: row.contact_name,
      language: row.language,
      emailVerified: at,
    });
    await tx.person.createMany({ data: [person], skipDuplicates: true });
    const { id: contactId } = await tx.person.findUniqueOrThrow({ where: { email: row.contact_email } });
    const told = {
      nameEn: row.name_en,
      nameFr: row.name_fr,
      type: row.type,
      province: row.province,
      workingLanguage: row.working_language,
      mandateEn: row.mandate_en,
      mandateFr: row.mandate_fr,
      website: row.website,
    };
    const application = randomUUID();
    const slug = slugOfApplication(application);
    const rest = { code: drawCode(new Set(taken.map((it) => it.code)), randomInt), status: "applied" } as const;
    const unsaid = { signOffRuleEn: "", signOffRuleFr: "", signOffTypicalDays: 10 };
    const organization = await tx.organization.create({
      data: {
        ...buildOrganization({ slug, ...rest, ...told, ...unsaid, createdAt: at, contactId }),
        shortEn: suggestShort(row.name_en),
        shortFr: suggestShort(row.name_fr),
        representations: { create: { personId: contactId, since: at } },
        steps: { create: { number: 1, decision: "apply", at, to: "applied", actorId: contactId } },
      },
    });
    await tx.application.create({
      data: {
        ...told,
        id: application,
        contactName: row.contact_name,
        contactEmail: row.contact_email,
        why: row.why,
        language: row.language,
        createdAt: at,
        confirmedAt: at,
        organizationId: organization.id,
      },
    });
  }
}
