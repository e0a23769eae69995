import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { applicationIn } from "./rules.naming";
import type { Organization, OrganizationName } from "./schema";

/** An organization by its address; links mailed before it was admitted, or under its former address, lead to it still. */
export function addressedBy(slug: string): Prisma.OrganizationWhereInput {
  const application = applicationIn(slug);
  return application ? { application: { id: application } } : { OR: [{ slug }, { formerSlug: slug }] };
}

/** What a name needs of the row. */
export const organizationNameSelect = {
  slug: true,
  code: true,
  nameEn: true,
  nameFr: true,
  shortEn: true,
  shortFr: true,
} satisfies Prisma.OrganizationSelect;

export type OrganizationNameRow = Prisma.OrganizationGetPayload<{ select: typeof organizationNameSelect }>;

export const toOrganizationName = (row: OrganizationNameRow): OrganizationName => ({
  slug: row.slug,
  code: row.code,
  name: { en: row.nameEn, fr: row.nameFr },
  short: { en: row.shortEn, fr: row.shortFr },
});

/** A convener's term that runs at this moment. */
export const currentTerm = (now: Date) =>
  ({ since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] }) satisfies Prisma.ConvenerTermWhereInput;

export const organizationSelect = (now: Date) =>
  ({
    ...organizationNameSelect,
    id: true,
    type: true,
    province: true,
    workingLanguage: true,
    mandateEn: true,
    mandateFr: true,
    signOffRuleEn: true,
    signOffRuleFr: true,
    signOffKind: true,
    signOffTypicalDays: true,
    status: true,
    listing: true,
    fictional: true,
    convenerTerms: { where: currentTerm(now), take: 1, select: { id: true } },
  }) satisfies Prisma.OrganizationSelect;

type Row = Prisma.OrganizationGetPayload<{ select: ReturnType<typeof organizationSelect> }>;

export const toOrganization = (row: Row, viewer: Viewer): Organization => ({
  ...toOrganizationName(row),
  type: row.type,
  province: row.province,
  workingLanguage: row.workingLanguage,
  mandate: { en: row.mandateEn, fr: row.mandateFr },
  signOffRule: { en: row.signOffRuleEn, fr: row.signOffRuleFr },
  signOffKind: row.signOffKind,
  signOffTypicalDays: row.signOffTypicalDays,
  status: row.status,
  listing: row.listing,
  fictional: row.fictional,
  convener: row.convenerTerms.length > 0,
  viewer: { belongs: belongsTo(viewer, row.id) },
});
