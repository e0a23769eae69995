import "server-only";
import { memberOn, named, toDay, toName } from "@/lib/organizations/read";
import { db, type Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import type { Viewer } from "@/lib/platform/viewer";
import { belongsTo } from "@/lib/platform/viewer";
import { audienceOf, revisionsReadableBy } from "./policy";
import { findBeside, nothingBeside } from "./read.beside";
import { stoodIn } from "./read.search";
import { authorized, toAuthority, toPropositionName, toText, worded, written } from "./read.shape";
import { addMonths, isStale, reviewMonths } from "./rules";
import type { Position, PositionSort, PositionsInput } from "./schema";
import { noRights } from "./schema.rights";

/** A day that is over, as the coalition counts days, the moment at which it was, and who was a member then. */
export type PastDay = { day: string; end: Date; members: Prisma.OrganizationWhereInput };

/**
 * Null where none is asked for, or where the day is not over yet: then it is the present that is read. Finer than a
 * day nothing is ever told, so that no single change can be read off the difference between two moments.
 */
export async function findPastDay(tx: Tx, day: string | undefined): Promise<PastDay | null> {
  if (!day) return null;
  const rows = await tx.$queryRaw<{ end: Date }[]>`
    SELECT "end" FROM (SELECT (${day}::date + 1)::timestamp AT TIME ZONE "timeZone" AS "end"
      FROM "Network" WHERE "id" = 1) AS asked WHERE "end" <= now()`;
  const end = rows[0]?.end;
  return end ? { day, end, members: await memberOn(end, tx) } : null;
}

/** What stood at the end of a day, each revision from its signature until it was replaced or withdrawn. */
export const standingOn = ({ end }: PastDay): Prisma.PositionRevisionWhereInput => ({
  signedOffAt: { lt: end },
  OR: [{ stoodUntil: null }, { stoodUntil: { gte: end } }],
});

/** What stood that day and this viewer may read today: narrowing reaches back. Whoever left stands where it stood. */
export const readableOn = (viewer: Viewer, past: PastDay): Prisma.PositionRevisionWhereInput => ({
  AND: [revisionsReadableBy(viewer, past.members), standingOn(past)],
});

/** The words in force at the end of a day. The first ones are held to be older than anything that was said of them. */
export const wordsOn = ({ end }: PastDay) =>
  ({
    where: { OR: [{ number: 1 }, { createdAt: { lt: end } }] },
    orderBy: { number: "desc" },
    take: 1,
  }) satisfies Prisma.PropositionVersionFindManyArgs;

/** The propositions on which something stood that day that this viewer may not read. */
export const concealedOn = (viewer: Viewer, past: PastDay): Prisma.PropositionWhereInput => ({
  positions: {
    some: {
      organization: past.members,
      revisions: { some: { AND: [standingOn(past), { NOT: revisionsReadableBy(viewer, past.members) }] } },
    },
  },
});

const shown = (past: PastDay) =>
  ({
    ...written,
    reviewBy: true,
    signedOffAt: true,
    position: {
      select: {
        id: true,
        organizationId: true,
        organization: { select: named },
        proposition: { select: { ...worded, versions: wordsOn(past) } },
        revisions: {
          where: { signedOffAt: { not: null } },
          orderBy: { number: "asc" },
          select: { number: true, visibility: true },
        },
        steps: {
          where: { kind: { in: ["signed_off", "confirmed"] }, at: { lt: past.end } },
          orderBy: { number: "desc" },
          take: 1,
          select: authorized,
        },
      },
    },
  }) satisfies Prisma.PositionRevisionSelect;

type Row = Prisma.PositionRevisionGetPayload<{ select: ReturnType<typeof shown> }>;

function toFilter(input: PositionsInput, { day }: PastDay): Prisma.PositionRevisionWhereInput {
  const { organization, proposition, theme, stance, stale } = input;
  const signedBefore = new Date(addMonths(day, -reviewMonths));
  const past: Prisma.PositionRevisionWhereInput = {
    OR: [{ reviewBy: { lt: new Date(day) } }, { reviewBy: null, signedOffAt: { lt: signedBefore } }],
  };
  return {
    AND: [
      organization ? { position: { organization: { slug: organization } } } : {},
      proposition ? { position: { proposition: { slug: proposition } } } : {},
      theme ? { position: { proposition: { theme: { slug: theme } } } } : {},
      stance ? { stance } : {},
      stale === "true" ? past : stale === "false" ? { NOT: past } : {},
    ],
  };
}

const inOrder = [
  { position: { proposition: { number: "asc" } } },
  { position: { organization: { slug: "asc" } } },
] as const;

const orders = {
  number: [...inOrder],
  since: [{ signedOffAt: "desc" }, ...inOrder],
  review: [{ reviewBy: { sort: "asc", nulls: "last" } }, { signedOffAt: "asc" }, ...inOrder],
  stance: [{ stance: "asc" }, ...inOrder],
} satisfies Record<PositionSort, Prisma.PositionRevisionOrderByWithRelationInput[]>;

/** The positions as they stood at the end of a day, under the rights of today. Nothing can be done to them. */
export async function listPositionsOn(viewer: Viewer, input: PositionsInput, past: PastDay) {
  const { limit, cursor, sort = "number" } = input;
  const offset = decodeCursor(cursor);
  const where = { AND: [readableOn(viewer, past), await stoodIn(input.q), toFilter(input, past)] };
  const [rows, total] = await db.$transaction(
    [
      db.positionRevision.findMany({
        where,
        orderBy: orders[sort],
        skip: offset,
        take: limit,
        select: shown(past),
      }),
      db.positionRevision.count({ where }),
    ],
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  return toPage(await tellOn(viewer, rows, past), offset, limit, total);
}

/** What stood that day at these places, as far as the viewer may read it. */
export async function listChosenOn(viewer: Viewer, positionIds: string[], past: PastDay): Promise<Position[]> {
  const rows = await db.positionRevision.findMany({
    where: { AND: [readableOn(viewer, past), { positionId: { in: positionIds } }] },
    orderBy: orders.number,
    select: shown(past),
  });
  return tellOn(viewer, rows, past);
}

/** The rows as this viewer sees them, with what was said beside them by then. */
async function tellOn(viewer: Viewer, rows: Row[], past: PastDay): Promise<Position[]> {
  const heads = rows.map((row) => ({ id: row.position.id, standing: row }));
  const beside = await findBeside(viewer, heads, past);
  return rows.map((row) => ({
    ...toPositionOn(row, viewer, past),
    ...(beside.get(row.position.id) ?? nothingBeside),
  }));
}

/** The day by which it was to be looked at again. */
export const reviewedBy = ({ reviewBy, signedOffAt }: { reviewBy: Date | null; signedOffAt: Date | null }) =>
  reviewBy ? toDay(reviewBy) : signedOffAt && addMonths(toDay(signedOffAt), reviewMonths);

function toPositionOn(row: Row, viewer: Viewer, { day }: PastDay): Omit<Position, "joins" | "explanation"> {
  const { position, signedOffAt } = row;
  if (!signedOffAt) throw new Error("what stood was never signed");
  const own = belongsTo(viewer, position.organizationId);
  const audience = audienceOf(viewer);
  const texts = position.revisions.filter((it) => own || audience.includes(it.visibility));
  const place = texts.findIndex((it) => it.number === row.number) + 1;
  const proposition = toPropositionName(position.proposition);
  const reviewBy = reviewedBy(row);
  return {
    organization: toName(position.organization),
    proposition,
    version: place,
    standing: {
      ...toText({ ...row, number: own ? row.number : place }, proposition.version),
      since: signedOffAt.toISOString(),
      reviewBy,
      authority: toAuthority(position.steps[0]),
    },
    draft: null,
    stale: isStale(reviewBy, day),
    undecidedPast: isStale(row.decideBy && toDay(row.decideBy), day),
    warnings: [],
    viewer: { ...noRights, own },
  };
}
