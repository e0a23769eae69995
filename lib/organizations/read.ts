import "server-only";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import { finds } from "@/lib/platform/search";
import { belongsTo, type Viewer } from "@/lib/platform/viewer";
import { mayReadMandates, readableBy } from "./policy";
import type { Organization, OrganizationDetail, OrganizationName, OrganizationsInput } from "./schema";

export { memberOn, membersOn } from "./read.membership";

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

const currentTerm = (now: Date) => ({ since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] });

const shown = (now: Date) =>
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

const toOrganization = (row: Row, viewer: Viewer): Organization => ({
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

export async function listOrganizations(viewer: Viewer, { limit, cursor, status, q }: OrganizationsInput) {
  const offset = decodeCursor(cursor);
  const among: Prisma.OrganizationWhereInput = { AND: [readableBy(viewer), status ? { status } : {}] };
  const where = q ? { id: { in: await findNamed(among, q) } } : among;
  const select = shown(new Date());
  const [rows, total] = await Promise.all([
    db.organization.findMany({ where, orderBy: { slug: "asc" }, skip: offset, take: limit, select }),
    db.organization.count({ where }),
  ]);
  return toPage(
    rows.map((row) => toOrganization(row, viewer)),
    offset,
    limit,
    total,
  );
}

/** Looked through here, since the database minds accents; only names that the viewer may see are read. */
async function findNamed(among: Prisma.OrganizationWhereInput, q: string): Promise<string[]> {
  const rows = await db.organization.findMany({ where: among, select: { id: true, ...named } });
  return rows.filter((it) => finds(q, [it.code, it.nameEn, it.nameFr, it.shortEn, it.shortFr])).map(({ id }) => id);
}

export async function getOrganization(viewer: Viewer, slug: string): Promise<OrganizationDetail> {
  const now = new Date();
  const row = await db.organization.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select: shown(now) });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const mandates = mayReadMandates(viewer, row.id) ? await listMandates(row.id, now) : null;
  return { ...toOrganization(row, viewer), mandates };
}

async function listMandates(organizationId: string, now: Date) {
  const rows = await db.mandate.findMany({
    where: { organizationId, ...inForce(now) },
    orderBy: [{ person: { name: "asc" } }, { validFrom: "asc" }, { id: "asc" }],
    select: {
      powers: true,
      allThemes: true,
      themes: { orderBy: { theme: { sort: "asc" } }, select: { theme: { select: { slug: true } } } },
      authorizedBy: true,
      instrument: true,
      instrumentDate: true,
      expiresAt: true,
      person: { select: { name: true } },
    },
  });
  return rows.map((row) => ({
    person: row.person.name,
    powers: row.powers,
    themes: row.allThemes ? null : row.themes.map((it) => it.theme.slug),
    authorizedBy: row.authorizedBy,
    instrument: row.instrument,
    instrumentDate: toDay(row.instrumentDate),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}

/** A mandate that someone may act under at this moment: begun, not revoked, not over. */
export const inForce = (now: Date): Prisma.MandateWhereInput => ({
  revokedAt: null,
  validFrom: { lte: now },
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
});

/** A date without a time, as the database's `date` columns arrive. */
export const toDay = (date: Date) => date.toISOString().slice(0, 10);
