import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { personColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { readDay, readToday } from "@/lib/platform/time/today";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { grantsAs, mandatesReadableBy, mayRevokeMandate } from "./policy";
import { readGrantContext } from "./read.grant-context";
import { mandateStateOf } from "./rules";
import type { GrantedMandate, MandateList, MandatesInput } from "./schema";

export const mandateSelect = {
  id: true,
  personId: true,
  organizationId: true,
  person: { select: { name: true, nameInFrench: true } },
  powers: true,
  allThemes: true,
  themes: {
    orderBy: { theme: { sort: "asc" } },
    select: { themeId: true, theme: { select: { slug: true, titleEn: true, titleFr: true } } },
  },
  authorizedBy: true,
  authorizedByFr: true,
  instrument: true,
  instrumentFr: true,
  instrumentDate: true,
  validFrom: true,
  expiresAt: true,
  revokedAt: true,
  selfAuthorized: true,
} satisfies Prisma.MandateSelect;
type Row = Prisma.MandateGetPayload<{ select: typeof mandateSelect }>;

export const scopeOf = ({ powers, allThemes, themes }: Pick<Row, "powers" | "allThemes" | "themes">) => ({
  powers,
  themeIds: allThemes ? null : themes.map(({ themeId }) => themeId),
});

export function toGrantedMandate(row: Row, viewer: Viewer, now: Date): GrantedMandate {
  const state = mandateStateOf(row, now);
  return {
    id: row.id,
    person: { id: row.personId, name: row.person.name },
    powers: row.powers,
    themes: row.allThemes
      ? null
      : row.themes.map(({ theme }) => ({ slug: theme.slug, title: { en: theme.titleEn, fr: theme.titleFr } })),
    authorizedBy: { en: row.authorizedBy, fr: row.authorizedByFr },
    instrument: { en: row.instrument, fr: row.instrumentFr },
    instrumentDate: toDay(row.instrumentDate),
    validFrom: row.validFrom.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    state,
    selfAuthorized: row.selfAuthorized,
    viewer: {
      self: row.personId === viewer.personId,
      mayRevoke: state === "in_force" && mayRevokeMandate(viewer, { ...row, scope: scopeOf(row) }),
    },
  };
}

/** In force at some moment of that day, so that one that was given and taken back within it is not lost. */
const inForceWithin = ({ begins, ends }: { begins: Date; ends: Date }): Prisma.MandateWhereInput => ({
  validFrom: { lt: ends },
  AND: [
    { OR: [{ revokedAt: null }, { revokedAt: { gte: begins } }] },
    { OR: [{ expiresAt: null }, { expiresAt: { gt: begins } }] },
  ],
});

const byPerson = (language: Locale, slug: string) =>
  keyset<Prisma.MandateWhereInput, Prisma.MandateOrderByWithRelationInput>(
    `mandates of ${slug}`,
    asc(`person.${personColumn[language]}`, { nullable: true }),
    asc("validFrom"),
    asc("id"),
  );

/** Who may do what for an organization, and on whose authority: now, or on any day. */
export async function listMandates(
  viewer: Viewer,
  { slug, on, ...page }: MandatesInput,
  language: Locale,
): Promise<MandateList> {
  const { id: organizationId, status } = await findOwnOrganization(db, viewer, slug);
  const { now, today } = await readToday(db);
  const inForceThen = on ? inForceWithin(await readDay(db, on)) : inForce(now);
  const where = { AND: [mandatesReadableBy(viewer), { organizationId }, inForceThen] };
  const order = byPerson(language, slug);
  const [rows, total, grantContext] = await Promise.all([
    db.mandate.findMany({ ...order.page(where, page), select: mandateSelect }),
    db.mandate.count({ where }),
    readGrantContext(db, organizationId),
  ]);
  const mayGrant = status === "member" ? grantsAs(viewer, grantContext) : null;
  return {
    ...order.toPage(rows, page, total, (row) => toGrantedMandate(row, viewer, now)),
    on: on ?? null,
    today,
    viewer: {
      mayGrant,
      commitNow: mayCommitNow(viewer, now),
    },
    requests: mayGrant === null ? [] : await listRequests(organizationId),
  };
}

/** Who asks for a mandate, the longest first; whoever left the organization asks no more. */
async function listRequests(organizationId: string): Promise<MandateList["requests"]> {
  const rows = await db.mandateRequest.findMany({
    where: { organizationId, person: { representations: { some: { organizationId, endedAt: null } } } },
    orderBy: [{ at: "asc" }, { personId: "asc" }],
    take: 50,
    select: { at: true, person: { select: { name: true } } },
  });
  return rows.map(({ at, person }) => ({ person: person.name, at: at.toISOString() }));
}
