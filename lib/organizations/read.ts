import "server-only";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import { listBlackouts } from "@/lib/platform/network";
import { finds } from "@/lib/platform/search";
import { readToday } from "@/lib/platform/today";
import { inNetwork, type Viewer } from "@/lib/platform/viewer";
import {
  isSignatoryOf,
  mayListPublicly,
  mayReadAdmission,
  mayReadEarlierTexts,
  mayReadMandates,
  present,
  readableBy,
} from "./policy";
import { inForce } from "./read.admission";
import { named, shown, toOrganization } from "./read.shape";
import { suggestDeadline } from "./rules";
import type { OrganizationDetail, OrganizationsInput } from "./schema";

export { inForce } from "./read.admission";
export { findConveners } from "./read.convener";
export { memberOn, membersOn } from "./read.membership";
export { named, toName } from "./read.shape";

export async function listOrganizations(viewer: Viewer, { limit, cursor, status, q }: OrganizationsInput) {
  const offset = decodeCursor(cursor);
  const among: Prisma.OrganizationWhereInput = {
    AND: [readableBy(viewer), { status: status ?? { in: [...present] } }],
  };
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

const detailed = (now: Date) =>
  ({
    ...shown(now),
    website: true,
    signOffAlternateEn: true,
    signOffAlternateFr: true,
    version: true,
  }) satisfies Prisma.OrganizationSelect;

export async function getOrganization(viewer: Viewer, slug: string): Promise<OrganizationDetail> {
  const now = new Date();
  const where = { AND: [readableBy(viewer), { slug }] };
  const row = await db.organization.findFirst({ where, select: detailed(now) });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const [mandates, wouldDecideBy] = await Promise.all([
    mayReadMandates(viewer, row.id) ? listMandates(row.id, now) : null,
    inNetwork(viewer) ? findUsualDay(row) : null,
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
      mayReadAdmission: mayReadAdmission(viewer, row.id),
      mayReadEarlierTexts: mayReadEarlierTexts(viewer, row.id),
    },
    mandates,
  };
}

/** Blackout days are the network's own: whoever is outside it is told how many days it takes, and no day. */
async function findUsualDay(rule: Parameters<typeof suggestDeadline>[0]): Promise<string> {
  const { today } = await readToday(db);
  return suggestDeadline(rule, today, await listBlackouts(today));
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

/** A date without a time, as the database's `date` columns arrive. */
export const toDay = (date: Date) => date.toISOString().slice(0, 10);
