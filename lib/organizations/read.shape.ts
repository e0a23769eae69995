import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { belongsTo, type Viewer } from "@/lib/platform/viewer";
import type { Organization, OrganizationName } from "./schema";

/** What a name needs of the row. */
export const named = {
  slug: true,
  code: true,
  nameEn: true,
  nameFr: true,
  shortEn: true,
  shortFr: true,
} satisfies Prisma.OrganizationSelect;

type Named = Prisma.OrganizationGetPayload<{ select: typeof named }>;

export const toName = (row: Named): OrganizationName => ({
  slug: row.slug,
  code: row.code,
  name: { en: row.nameEn, fr: row.nameFr },
  short: { en: row.shortEn, fr: row.shortFr },
});

/** A convener's term that runs at this moment. */
export const currentTerm = (now: Date) =>
  ({ since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] }) satisfies Prisma.ConvenerTermWhereInput;

export const shown = (now: Date) =>
  ({
    ...named,
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

type Row = Prisma.OrganizationGetPayload<{ select: ReturnType<typeof shown> }>;

export const toOrganization = (row: Row, viewer: Viewer): Organization => ({
  ...toName(row),
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
