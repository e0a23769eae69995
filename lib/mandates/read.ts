import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
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
  person: { select: { name: true } },
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

/** A day of the coalition, as the two moments that it lies between. */
async function readDay(day: string): Promise<{ begins: Date; ends: Date }> {
  const rows = await db.$queryRaw<{ begins: Date; ends: Date }[]>`
    SELECT (${day}::date)::timestamp AT TIME ZONE "timeZone" AS "begins",
      (${day}::date + 1)::timestamp AT TIME ZONE "timeZone" AS "ends" FROM "Network" WHERE "id" = 1`;
  const row = rows[0];
  if (!row) throw new Error("the database has no network");
  return row;
}

/** In force at some moment of that day, so that one that was given and taken back within it is not lost. */
const inForceWithin = ({ begins, ends }: { begins: Date; ends: Date }): Prisma.MandateWhereInput => ({
  validFrom: { lt: ends },
  AND: [
    { OR: [{ revokedAt: null }, { revokedAt: { gte: begins } }] },
    { OR: [{ expiresAt: null }, { expiresAt: { gt: begins } }] },
  ],
});

/** Who may do what for an organization, and on whose authority: now, or on any day. */
export async function listMandates(viewer: Viewer, input: MandatesInput): Promise<MandateList> {
  const { slug, on, limit, cursor } = input;
  const { id: organizationId, status } = await findOwnOrganization(db, viewer, slug);
  const { now, today } = await readToday(db);
  const inForceThen = on ? inForceWithin(await readDay(on)) : inForce(now);
  const where = { AND: [mandatesReadableBy(viewer), { organizationId }, inForceThen] };
  const offset = decodeCursor(cursor);
  const orderBy = [{ person: { name: "asc" } }, { validFrom: "asc" }, { id: "asc" }] as const;
  const [rows, total, grantContext] = await Promise.all([
    db.mandate.findMany({ where, orderBy: [...orderBy], skip: offset, take: limit, select: mandateSelect }),
    db.mandate.count({ where }),
    readGrantContext(db, organizationId),
  ]);
  return {
    ...toPage(
      rows.map((row) => toGrantedMandate(row, viewer, now)),
      offset,
      limit,
      total,
    ),
    on: on ?? null,
    today,
    viewer: {
      mayGrant: status === "member" ? grantsAs(viewer, grantContext) : null,
      commitNow: mayCommitNow(viewer, now),
    },
  };
}
