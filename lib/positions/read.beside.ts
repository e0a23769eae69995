import "server-only";
import { named, toDay, toName } from "@/lib/organizations/read";
import { db } from "@/lib/platform/db";
import { sha256, toCanonicalJson } from "@/lib/platform/digest";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/platform/viewer";
import { explanationsReadableBy, joinsReadableBy } from "./policy.beside";
import type { PastDay } from "./read.past";
import { isReserved, isSameReservation, type Reserved, replayBeside, replayEach } from "./rules.beside";
import type { Explanation, Join } from "./schema.beside";

const signed = {
  positionId: true,
  revision: true,
  number: true,
  kind: true,
  visibility: true,
  at: true,
  actorId: true,
  byToken: true,
  authorizedBy: true,
  instrument: true,
  instrumentDate: true,
  selfAuthorized: true,
} as const;

export const joinRow = {
  ...signed,
  organizationId: true,
  organization: { select: named },
  joined: { select: { propositionVersion: true, reservationEn: true, reservationFr: true } },
} satisfies Prisma.JoinStepSelect;
export type JoinRow = Prisma.JoinStepGetPayload<{ select: typeof joinRow }>;

export const explanationRow = { ...signed, textEn: true, textFr: true } satisfies Prisma.ExplanationStepSelect;
export type ExplanationRow = Prisma.ExplanationStepGetPayload<{ select: typeof explanationRow }>;

type Signed = Pick<JoinRow, "authorizedBy" | "instrument" | "instrumentDate" | "selfAuthorized">;
export const authorityOf = ({ authorizedBy, instrument, instrumentDate, selfAuthorized }: Signed) => ({
  authorizedBy,
  instrument,
  instrumentDate: toDay(instrumentDate),
  selfAuthorized,
});

type Given = Pick<JoinRow, "at" | "visibility"> & Signed;
const toGiven = (row: Given, earlierText: boolean) => ({
  since: row.at.toISOString(),
  earlierText,
  visibility: row.visibility,
  authority: authorityOf(row),
});

export const toJoin = (row: JoinRow, standing: Reserved | null): Join => ({
  organization: toName(row.organization),
  ...toGiven(row, !isSameReservation(row.joined, standing)),
});

const toExplanation = (row: ExplanationRow, standing: number | null): Explanation => ({
  text: { en: row.textEn, fr: row.textFr },
  ...toGiven(row, row.revision !== standing),
});

/** What a join stands behind: the reservation's words, and the wording of the proposition that they qualify. */
export function digestOfReservation(proposition: string, text: Reserved | null): string | null {
  if (!text || !isReserved(text)) return null;
  const { propositionVersion: version, reservationEn: en, reservationFr: fr } = text;
  return sha256(toCanonicalJson({ v: 1, proposition, version, reservation: { en, fr } }));
}

/** A position as far as what is said beside it goes: the text that stands, if any. */
export type Beside = { id: string; standing: (Reserved & { number: number }) | null };
export type SaidBeside = { joins: Join[]; explanation: Explanation | null };

const bySlug = (a: Join, b: Join) => (a.organization.slug < b.organization.slug ? -1 : 1);

/** What others joined and the organization explained, as far as this viewer may read it: now, or at the end of a day. */
export async function findBeside(viewer: Viewer, positions: readonly Beside[], past: PastDay | null = null) {
  const of = { in: positions.map(({ id }) => id) };
  const then = past ? { at: { lt: past.end } } : {};
  const members = past?.members;
  // Few positions have anything beside them: those that have are asked for, with both, in one statement.
  const found =
    positions.length > 0
      ? await db.position.findMany({
          where: { id: of, OR: [{ joins: { some: {} } }, { explanations: { some: {} } }] },
          select: {
            joins: {
              where: { AND: [joinsReadableBy(viewer, members), then] },
              orderBy: { number: "asc" },
              select: joinRow,
            },
            explanations: {
              where: { AND: [explanationsReadableBy(viewer, members), then] },
              orderBy: { number: "asc" },
              select: explanationRow,
            },
          },
        })
      : [];
  const joins = found.flatMap((it) => it.joins);
  const explanations = found.flatMap((it) => it.explanations);
  const joined = byPosition(
    [...replayEach(joins, (it) => `${it.positionId} ${it.organizationId}`).values()].flatMap((it) => it.given ?? []),
  );
  const explained = byPosition(explanations);
  return new Map(
    positions.map(({ id, standing }): [string, SaidBeside] => {
      const said = (joined.get(id) ?? []).map((it) => toJoin(it, standing));
      const { given } = replayBeside(explained.get(id) ?? []);
      return [id, { joins: said.sort(bySlug), explanation: given && toExplanation(given, standing?.number ?? null) }];
    }),
  );
}

export const nothingBeside: SaidBeside = { joins: [], explanation: null };

function byPosition<Row extends { positionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const held = found.get(row.positionId);
    if (held) held.push(row);
    else found.set(row.positionId, [row]);
  }
  return found;
}
