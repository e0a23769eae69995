import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { foldTerms, toPattern } from "@/lib/platform/text/fold";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import {
  isSignatoryOf,
  mayListPublicly,
  mayReadMandates,
  mayReadMembership,
  mayReadProfileHistory,
  present,
  readableBy,
} from "./policy";
import { addressedBy, organizationSelect, toOrganization } from "./read.select";
import { suggestDeadline } from "./rules";
import type { OrganizationDetail, OrganizationsInput } from "./schema";

/** By name in the order of the reader's language. */
export const byName = (language: Locale, list = "organizations") =>
  keyset<Prisma.OrganizationWhereInput, Prisma.OrganizationOrderByWithRelationInput>(
    list,
    asc(nameColumn[language]),
    asc("slug"),
  );

export async function listOrganizations(viewer: Viewer, { q, status, ...page }: OrganizationsInput, language: Locale) {
  const named = foldTerms(q).map((word) => ({ folded: { contains: toPattern(word) } }));
  const where = { AND: [readableBy(viewer), { status: status ?? { in: [...present] } }, ...named] };
  const order = byName(language);
  const [rows, total] = await Promise.all([
    db.organization.findMany({ ...order.page(where, page), select: organizationSelect(new Date()) }),
    db.organization.count({ where }),
  ]);
  return order.toPage(rows, page, total, (row) => toOrganization(row, viewer));
}

const detailSelect = (now: Date) =>
  ({
    ...organizationSelect(now),
    website: true,
    signOffAlternateEn: true,
    signOffAlternateFr: true,
    version: true,
  }) satisfies Prisma.OrganizationSelect;

export async function getOrganization(viewer: Viewer, slug: string): Promise<OrganizationDetail> {
  const now = new Date();
  const where = { AND: [readableBy(viewer), addressedBy(slug)] };
  const row = await db.organization.findFirst({ where, select: detailSelect(now) });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const [mandates, wouldDecideBy] = await Promise.all([
    mayReadMandates(viewer, row.id) ? listMandatesInForce(row.id, now) : null,
    inNetwork(viewer) ? suggestDecisionDay(row) : null,
  ]);
  const organization = toOrganization(row, viewer);
  return {
    ...organization,
    website: row.website,
    signOffAlternate: { en: row.signOffAlternateEn ?? "", fr: row.signOffAlternateFr ?? "" },
    wouldDecideBy,
    version: row.version,
    viewer: {
      ...organization.viewer,
      mayChange: isSignatoryOf(viewer, row.id),
      mayListPublicly: mayListPublicly(viewer, row.id),
      mayReadAdmission: mayReadMembership(viewer, row.id),
      mayReadEarlierTexts: mayReadProfileHistory(viewer, row.id),
    },
    mandates,
  };
}

/** Uses the network's blackout days, which outsiders may not infer: they get the number of days, and no date. */
async function suggestDecisionDay(rule: Parameters<typeof suggestDeadline>[0]): Promise<string> {
  const { today, closing } = await readToday(db);
  return suggestDeadline(rule, today, await listBlackouts(today), closing);
}

async function listMandatesInForce(organizationId: string, now: Date) {
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
      selfAuthorized: true,
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
    selfAuthorized: row.selfAuthorized,
  }));
}
