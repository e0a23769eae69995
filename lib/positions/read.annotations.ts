import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import type { Viewer } from "@/lib/viewer/schema";
import { authorityOf, authoritySelect } from "../mandates/read.authority";
import { replayEach, replaySignatures } from "../mandates/rules.signatures";
import { explanationsReadableBy, joinsReadableBy } from "./policy.annotations";
import type { AsOf } from "./read.as-of";
import { isReserved, isSameReservation, type ReservationText } from "./rules.annotations";
import type { Explanation, Join } from "./schema.annotations";

const signatureSelect = {
  positionId: true,
  revision: true,
  number: true,
  kind: true,
  visibility: true,
  at: true,
  actorId: true,
  byToken: true,
  ...authoritySelect,
} as const;

export const joinSelect = {
  ...signatureSelect,
  organizationId: true,
  organization: { select: organizationNameSelect },
  joined: { select: { propositionVersion: true, reservationEn: true, reservationFr: true } },
} satisfies Prisma.JoinStepSelect;
export type JoinRow = Prisma.JoinStepGetPayload<{ select: typeof joinSelect }>;

export const explanationSelect = {
  ...signatureSelect,
  textEn: true,
  textFr: true,
} satisfies Prisma.ExplanationStepSelect;
export type ExplanationRow = Prisma.ExplanationStepGetPayload<{ select: typeof explanationSelect }>;

type GivenRow = Pick<JoinRow, "at" | "visibility" | keyof typeof authoritySelect>;
const toGiven = (row: GivenRow, earlierText: boolean) => ({
  since: row.at.toISOString(),
  earlierText,
  visibility: row.visibility,
  authority: authorityOf(row),
});

export const toJoin = (row: JoinRow, standing: ReservationText | null): Join => ({
  organization: toOrganizationName(row.organization),
  ...toGiven(row, !isSameReservation(row.joined, standing)),
});

const toExplanation = (row: ExplanationRow, standing: number | null): Explanation => ({
  text: { en: row.textEn, fr: row.textFr },
  ...toGiven(row, row.revision !== standing),
});

/** What a join stands behind: the reservation's words, and the wording of the proposition that they qualify. */
export function digestOfReservation(proposition: string, text: ReservationText | null): string | null {
  if (!text || !isReserved(text)) return null;
  const { propositionVersion: version, reservationEn: en, reservationFr: fr } = text;
  return sha256(toCanonicalJson({ v: 1, proposition, version, reservation: { en, fr } }));
}

/** A position to look annotations up for: its id and the text that stands, if any. */
type AnnotatedPosition = { id: string; standing: (ReservationText & { number: number }) | null };
export type Annotations = { joins: Join[]; explanation: Explanation | null };

const bySlug = (a: Join, b: Join) => (a.organization.slug < b.organization.slug ? -1 : 1);

/**
 * Annotations of these positions that this viewer may read: joins of the reservation and the explanation; now, or at
 * the end of a day.
 */
export async function findAnnotations(
  viewer: Viewer,
  positions: readonly AnnotatedPosition[],
  past: AsOf | null = null,
) {
  const of = { in: positions.map(({ id }) => id) };
  const then = past ? { at: { lt: past.end } } : {};
  const members = past?.members;
  // Few positions have annotations: one statement reads those that have, with both kinds.
  const found =
    positions.length > 0
      ? await db.position.findMany({
          where: { id: of, OR: [{ joins: { some: {} } }, { explanations: { some: {} } }] },
          select: {
            joins: {
              where: { AND: [joinsReadableBy(viewer, members), then] },
              orderBy: { number: "asc" },
              select: joinSelect,
            },
            explanations: {
              where: { AND: [explanationsReadableBy(viewer, members), then] },
              orderBy: { number: "asc" },
              select: explanationSelect,
            },
          },
        })
      : [];
  const joins = found.flatMap((it) => it.joins);
  const explanations = found.flatMap((it) => it.explanations);
  const joined = groupByPosition(
    [...replayEach(joins, (it) => `${it.positionId} ${it.organizationId}`).values()].flatMap((it) => it.given ?? []),
  );
  const explained = groupByPosition(explanations);
  return new Map(
    positions.map(({ id, standing }): [string, Annotations] => {
      const joins = (joined.get(id) ?? []).map((it) => toJoin(it, standing));
      const { given } = replaySignatures(explained.get(id) ?? []);
      return [id, { joins: joins.sort(bySlug), explanation: given && toExplanation(given, standing?.number ?? null) }];
    }),
  );
}

export const noAnnotations: Annotations = { joins: [], explanation: null };

function groupByPosition<Row extends { positionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const group = found.get(row.positionId);
    if (group) group.push(row);
    else found.set(row.positionId, [row]);
  }
  return found;
}
