import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { readToday } from "@/lib/platform/time/today";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { findAnnotations, noAnnotations } from "./read.annotations";
import { isStale } from "./rules";
import { type FileRow, fileColumns } from "./rules.columns";
import type { DraftState, Stance, Visibility } from "./schema";
import type { Join } from "./schema.annotations";
import type { ExportInput } from "./schema.files";

/** What one file holds; more is asked for theme by theme, or organization by organization. */
const maxExported = 20_000;

type Text = {
  stance: Stance;
  wording: number;
  rationaleEn: string | null;
  rationaleFr: string | null;
  reservationEn: string | null;
  reservationFr: string | null;
  visibility: Visibility;
  undecidedSince: string | null;
  decideBy: string | null;
  revision: number;
};

type ExportedText = Text & {
  id: string;
  organization: string;
  nameEn: string;
  nameFr: string;
  proposition: string;
  number: number;
  currentWording: number;
  titleEn: string;
  titleFr: string;
  draftState: DraftState | null;
  since: Date;
  reviewBy: string | null;
  authorizedBy: string | null;
  instrument: string | null;
  instrumentDate: string | null;
};

const text = (of: string) =>
  Prisma.raw(`
  ${of}."stance"::text AS "stance", ${of}."propositionVersion" AS "wording", ${of}."rationaleEn", ${of}."rationaleFr",
  ${of}."reservationEn", ${of}."reservationFr", ${of}."visibility"::text AS "visibility",
  ${of}."undecidedSince"::text AS "undecidedSince", ${of}."decideBy"::text AS "decideBy", ${of}."number" AS "revision"`);

/** Every text of these positions that stands, and of the viewer's own organizations those that do not yet. */
const readTexts = (tx: Prisma.TransactionClient, ids: string[], own: string[]) => tx.$queryRaw<ExportedText[]>`
  SELECT p."id", o."slug" AS "organization", o."nameEn", o."nameFr", q."slug" AS "proposition", q."number",
    q."currentVersion" AS "currentWording", w."titleEn", w."titleFr", texts.*
  FROM "Position" p
  JOIN "Organization" o ON o."id" = p."organizationId"
  JOIN "Proposition" q ON q."id" = p."propositionId"
  JOIN "PropositionVersion" w ON w."propositionId" = q."id" AND w."number" = q."currentVersion"
  CROSS JOIN LATERAL (
    SELECT ${text("r")}, NULL AS "draftState", p."standingSince" AS "since", p."reviewBy"::text AS "reviewBy",
      s."authorizedBy", s."instrument", s."instrumentDate"::text AS "instrumentDate", 0 AS "order"
    FROM "PositionRevision" r LEFT JOIN LATERAL (
      SELECT * FROM "PositionStep" s WHERE s."positionId" = p."id" AND s."kind" IN ('signed_off', 'confirmed') ORDER BY s."number" DESC LIMIT 1
    ) s ON true
    WHERE r."positionId" = p."id" AND r."number" = p."standing"
    UNION ALL
    SELECT ${text("r")}, p."draftState"::text, r."createdAt", r."reviewBy"::text, NULL, NULL, NULL, 1
    FROM "PositionRevision" r
    WHERE r."positionId" = p."id" AND r."number" = p."draft" AND p."organizationId" = ANY (${own}::uuid[])
  ) texts
  WHERE p."id" = ANY (${ids}::uuid[])
  ORDER BY q."number", o."slug", texts."order"`;

function toFilter({ organization, proposition, theme, stance, stale }: ExportInput, today: Date) {
  const past: Prisma.PositionWhereInput = { standing: { not: null }, reviewBy: { lt: today } };
  return {
    OR: [{ standing: { not: null } }, { draft: { not: null } }],
    AND: [
      organization ? { organization: { slug: organization } } : {},
      proposition ? { proposition: { slug: proposition } } : {},
      theme ? { proposition: { theme: { slug: theme } } } : {},
      stance ? { standingRevision: { stance } } : {},
      stale === "true" ? past : stale === "false" ? { NOT: past } : {},
    ],
  } satisfies Prisma.PositionWhereInput;
}

const toFileRow = (text: ExportedText, today: string, { joins, explanation } = noAnnotations): FileRow => ({
  ...text,
  joinedBy: { en: namesOf(joins, "en"), fr: namesOf(joins, "fr") },
  explanationEn: explanation?.text.en ?? null,
  explanationFr: explanation?.text.fr ?? null,
  organizationName: { en: text.nameEn, fr: text.nameFr },
  title: { en: text.titleEn, fr: text.titleFr },
  state: text.draftState ?? "standing",
  since: text.since.toISOString(),
  stale: text.draftState === null && isStale(text.reviewBy, today),
});

/** Joins are not carried over to a new text: joins of earlier ones are in the history only. */
const namesOf = (joins: readonly Join[], language: Locale) =>
  joins.flatMap(({ earlierText, organization }) => (earlierText ? [] : [organization.name[language]])).join("; ");

/** What the viewer may read of positions, as rows of a file: which and their words in one snapshot. */
export async function readExport(viewer: Viewer, input: ExportInput): Promise<FileRow[]> {
  const { today } = await readToday(db);
  const where = { AND: [readableBy(viewer), toFilter(input, new Date(today))] };
  const rows = await db.$transaction(
    async (tx) => {
      const found = await tx.position.findMany({ where, take: maxExported + 1, select: { id: true } });
      if (found.length > maxExported) throw new Refusal("CONFLICT", "exportTooLarge");
      return readTexts(
        tx,
        found.map(({ id }) => id),
        organizationsOf(viewer),
      );
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  const standing = rows.filter(({ draftState }) => draftState === null);
  const annotations = await findAnnotations(
    viewer,
    standing.map((it) => ({ id: it.id, standing: { ...it, number: it.revision, propositionVersion: it.wording } })),
  );
  return rows.map((it) => toFileRow(it, today, it.draftState === null ? annotations.get(it.id) : undefined));
}

export async function writeExport(viewer: Viewer, input: ExportInput & { language: Locale }) {
  const [t, rows] = await Promise.all([translatorIn(input.language), readExport(viewer, input)]);
  const name = await nameFile(t, "positions");
  return {
    name,
    sheet: t("positions.files.sheet.positions"),
    columns: fileColumns({ t, language: input.language }),
    rows,
  };
}

/** Fictional data is marked in the file's name, since a file has no banner. */
export async function nameFile(t: Translator, kind: "positions" | "template", organization = ""): Promise<string> {
  const { kind: network } = await db.network.findUniqueOrThrow({ where: { id: 1 }, select: { kind: true } });
  const key = network === "demonstration" ? (`${kind}Illustrative` as const) : kind;
  return t(`positions.files.file.${key}`, { organization });
}
