import "server-only";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { db } from "../platform/db/client";
import { idleHours } from "../platform/session/durations";
import { noteAccount } from "../platform/session/note-account";
import { sha256 } from "../platform/text/digest";
import { type Viewer, visitor } from "./schema";

type Row = Omit<Viewer, "token" | "authenticatedAt" | "sessionId"> & {
  sessionId: string | null;
  authenticatedAt: Date | null;
  tokenId: string | null;
  scope: "read" | "draft" | "commit" | null;
  seenLately: boolean;
};

/** All that authorization needs, in one statement per request, so that a revoked mandate or session counts at once. */
const about = Prisma.sql`
  p."id" AS "personId", p."name", p."email", p."language", p."timeZone", p."hours", p."administrator", p."guest",
  COALESCE((SELECT json_agg(json_build_object('organizationId', o."id", 'slug', o."slug", 'code', o."code", 'nameEn', o."nameEn",
      'nameFr', o."nameFr", 'status', o."status", 'signOffKind', o."signOffKind") ORDER BY o."slug")
    FROM "Representation" r JOIN "Organization" o ON o."id" = r."organizationId"
    WHERE r."personId" = p."id" AND r."endedAt" IS NULL), '[]') AS "representations",
  COALESCE((SELECT json_agg(json_build_object('id', m."id", 'organizationId', m."organizationId", 'powers', m."powers",
      'themeIds', CASE WHEN m."allThemes" THEN NULL ELSE ARRAY(SELECT t."themeId" FROM "MandateTheme" t WHERE t."mandateId" = m."id") END,
      'authorizedBy', m."authorizedBy", 'instrument', m."instrument", 'instrumentDate', m."instrumentDate",
      'selfAuthorized', m."selfAuthorized") ORDER BY m."validFrom", m."id")
    FROM "Mandate" m
    WHERE m."personId" = p."id" AND m."revokedAt" IS NULL AND m."validFrom" <= now() AND (m."expiresAt" IS NULL OR m."expiresAt" > now())),
    '[]') AS "mandates",
  ARRAY(SELECT t."organizationId" FROM "ConvenerPerson" c JOIN "ConvenerTerm" t ON t."id" = c."termId"
    WHERE c."personId" = p."id" AND t."since" <= now() AND (t."until" IS NULL OR t."until" > now())
      AND EXISTS (SELECT FROM "Representation" r
        WHERE r."personId" = p."id" AND r."organizationId" = t."organizationId" AND r."endedAt" IS NULL)) AS "convenerFor"`;

function toViewer({ tokenId, scope, seenLately: _, ...row }: Row): Viewer {
  return { ...row, token: tokenId && scope ? { id: tokenId, scope } : null };
}

/** Who holds this session cookie now; a visitor when it is unknown, idle too long, or over. */
export async function findViewerBySession(cookie: string): Promise<Viewer> {
  const digest = sha256(cookie);
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${about}, s."id" AS "sessionId", s."authenticatedAt", NULL AS "tokenId", NULL AS "scope",
      s."lastSeenAt" > now() - interval '5 minutes' AS "seenLately"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."tokenHash" = ${digest} AND s."expiresAt" > now()
      AND s."lastSeenAt" > now() - make_interval(hours => ${idleHours}::int)`;
  const row = rows[0];
  noteAccount(digest, row?.personId ?? null);
  if (!row) return visitor;
  if (!row.seenLately)
    await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = now() WHERE "id" = ${row.sessionId}::uuid`;
  return toViewer(row);
}

/** Who holds this access token now, or null: an unknown, expired or revoked one is no visitor, it is refused. */
export async function findViewerByToken(bearer: string): Promise<Viewer | null> {
  const digest = sha256(bearer);
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${about}, NULL AS "sessionId", NULL AS "authenticatedAt", k."id" AS "tokenId", k."scope",
      COALESCE(k."lastUsedAt" > now() - interval '5 minutes', false) AS "seenLately"
    FROM "AccessToken" k JOIN "Person" p ON p."id" = k."personId"
    WHERE k."tokenHash" = ${digest} AND k."revokedAt" IS NULL AND k."expiresAt" > now()`;
  const row = rows[0];
  noteAccount(digest, row?.personId ?? null);
  if (!row) return null;
  if (!row.seenLately)
    await db.$executeRaw`UPDATE "AccessToken" SET "lastUsedAt" = now() WHERE "id" = ${row.tokenId}::uuid`;
  return toViewer(row);
}

/** Whose private calendar this is, with the rights they have now; null where the link opens nothing. It signs nobody in. */
export async function findViewerByCalendar(link: string): Promise<Viewer | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${about}, NULL AS "sessionId", NULL AS "authenticatedAt", NULL AS "tokenId", NULL AS "scope", true AS "seenLately"
    FROM "CalendarFeed" f JOIN "Person" p ON p."id" = f."personId" WHERE f."tokenHash" = ${sha256(link)}`;
  return rows[0] ? toViewer(rows[0]) : null;
}
