import type { Prisma } from "@/lib/platform/generated/prisma/client";

type Given = Partial<Prisma.OrganizationCreateManyInput> & { slug: string };

/** A plausible member, fictional as everything in tests and demonstrations. What matters to the case is given. */
export function buildOrganization(given: Given) {
  const name = given.slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  return {
    code: given.slug.slice(0, 2).toUpperCase(),
    shortEn: name,
    shortFr: name,
    nameEn: name,
    nameFr: name,
    type: "peacebuilding",
    province: "ON",
    workingLanguage: "en",
    mandateEn: "Prevention of conflict.",
    mandateFr: "Prévention des conflits.",
    signOffRuleEn: "Executive director signs.",
    signOffRuleFr: "La direction générale signe.",
    signOffKind: "delegated",
    signOffTypicalDays: 5,
    status: "member",
    listing: "network",
    fictional: true,
    ...given,
  } satisfies Prisma.OrganizationCreateManyInput;
}
