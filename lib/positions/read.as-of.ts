import "server-only";
import { memberAsOf } from "@/lib/organizations/read.members-as-of";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db, type Tx } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { readDay } from "@/lib/platform/time/today";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { audienceOf, revisionsReadableBy } from "./policy";
import { findAnnotations, noAnnotations } from "./read.annotations";
import { revisionsMatching } from "./read.search";
import { textSelect, toPropositionName, toText, wordingSelect } from "./read.shape";
import { addMonths, isStale, reviewMonths } from "./rules";
import { type Position, type PositionSort, type PositionsInput, stances } from "./schema";
import { noRights } from "./schema.rights";

/** A past day in the network's time zone: its end as an instant, and which organizations were members then. */
export type AsOf = { day: string; end: Date; members: Prisma.OrganizationWhereInput };

/**
 * Null without a day, or for a day that is not over: then the present is read. Never finer than a day, so that no
 * single change can be inferred by comparing two moments.
 */
export async function findAsOf(tx: Tx, day: string | undefined): Promise<AsOf | null> {
  if (!day) return null;
  const { ends: end, now } = await readDay(tx, day);
  return end <= now ? { day, end, members: await memberAsOf(end, tx) } : null;
}

/** Revisions that stood at the end of a day: signed before it, and not yet replaced or withdrawn. */
const standingAsOf = ({ end }: AsOf): Prisma.PositionRevisionWhereInput => ({
  signedOffAt: { lt: end },
  OR: [{ stoodUntil: null }, { stoodUntil: { gte: end } }],
});

/** What stood that day and this viewer may read today: narrowing reaches back. Whoever left stands where it stood. */
export const readableAsOf = (viewer: Viewer, past: AsOf): Prisma.PositionRevisionWhereInput => ({
  AND: [revisionsReadableBy(viewer, past.members), standingAsOf(past)],
});

/** The wording in force at the end of a day. Version 1 counts as older than every position. */
export const wordingAsOf = ({ end }: AsOf) =>
  ({
    where: { OR: [{ number: 1 }, { createdAt: { lt: end } }] },
    orderBy: { number: "desc" },
    take: 1,
  }) satisfies Prisma.PropositionVersionFindManyArgs;

const revisionSelectAsOf = (past: AsOf) =>
  ({
    ...textSelect,
    reviewBy: true,
    signedOffAt: true,
    position: {
      select: {
        id: true,
        organizationId: true,
        organization: { select: organizationNameSelect },
        proposition: { select: { ...wordingSelect, versions: wordingAsOf(past) } },
        revisions: {
          where: { signedOffAt: { not: null } },
          orderBy: [{ signedOffAt: "asc" }, { number: "asc" }],
          select: { number: true, visibility: true },
        },
        steps: {
          where: { kind: { in: ["signed_off", "confirmed"] }, at: { lt: past.end } },
          orderBy: { number: "desc" },
          take: 1,
          select: authoritySelect,
        },
      },
    },
  }) satisfies Prisma.PositionRevisionSelect;

type Row = Prisma.PositionRevisionGetPayload<{ select: ReturnType<typeof revisionSelectAsOf> }>;

function toFilter(input: PositionsInput, { day }: AsOf): Prisma.PositionRevisionWhereInput {
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

const first = {
  number: [],
  since: [desc("signedOffAt")],
  review: [asc("reviewBy", { nullable: true }), asc("signedOffAt")],
  stance: [asc("stance", { values: stances })],
} satisfies Record<PositionSort, ReturnType<typeof asc>[]>;

function orderBy(sort: PositionSort, language: Locale, day: string) {
  const columns = [
    ...first[sort],
    asc("position.proposition.number"),
    asc(`position.organization.${nameColumn[language]}`),
    asc("position.organization.slug"),
  ];
  return keyset<Prisma.PositionRevisionWhereInput, Prisma.PositionRevisionOrderByWithRelationInput>(
    `positions by ${sort} on ${day}`,
    ...columns,
  );
}

/** The positions as they stood at the end of a day, under the rights of today. Nothing can be done to them. */
export async function listPositionsAsOf(viewer: Viewer, input: PositionsInput, past: AsOf, language: Locale) {
  const order = orderBy(input.sort ?? "number", language, past.day);
  const where = { AND: [readableAsOf(viewer, past), await revisionsMatching(input.q), toFilter(input, past)] };
  const [found, total] = await db.$transaction(
    [
      db.positionRevision.findMany({ ...order.page(where, input), select: revisionSelectAsOf(past) }),
      db.positionRevision.count({ where }),
    ],
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  const { rows, nextCursor } = order.cut(found, input);
  return { items: await toViewsAsOf(viewer, rows, past), nextCursor, total };
}

/** What stood that day at these places, as far as the viewer may read it. */
export async function readByIdsAsOf(
  viewer: Viewer,
  positionIds: string[],
  past: AsOf,
  language: Locale,
): Promise<Position[]> {
  const rows = await db.positionRevision.findMany({
    where: { AND: [readableAsOf(viewer, past), { positionId: { in: positionIds } }] },
    orderBy: orderBy("number", language, past.day).orderBy,
    select: revisionSelectAsOf(past),
  });
  return toViewsAsOf(viewer, rows, past);
}

/** The rows as this viewer sees them, with their annotations of that day. */
async function toViewsAsOf(viewer: Viewer, rows: Row[], past: AsOf): Promise<Position[]> {
  const heads = rows.map((row) => ({ id: row.position.id, standing: row }));
  const annotations = await findAnnotations(viewer, heads, past);
  return rows.map((row) => ({
    ...toPositionAsOf(row, viewer, past),
    ...(annotations.get(row.position.id) ?? noAnnotations),
  }));
}

/** The day by which it was to be looked at again. */
export const reviewedBy = ({ reviewBy, signedOffAt }: { reviewBy: Date | null; signedOffAt: Date | null }) =>
  reviewBy ? toDay(reviewBy) : signedOffAt && addMonths(toDay(signedOffAt), reviewMonths);

function toPositionAsOf(row: Row, viewer: Viewer, { day }: AsOf): Omit<Position, "joins" | "explanation"> {
  const { position, signedOffAt } = row;
  if (!signedOffAt) throw new Error("what stood was never signed");
  const own = belongsTo(viewer, position.organizationId);
  const audience = audienceOf(viewer);
  const texts = position.revisions.filter((it) => own || audience.includes(it.visibility));
  const number = texts.findIndex((it) => it.number === row.number) + 1;
  const proposition = toPropositionName(position.proposition);
  const reviewBy = reviewedBy(row);
  return {
    organization: toOrganizationName(position.organization),
    proposition,
    version: number,
    standing: {
      ...toText({ ...row, number: own ? row.number : number }, proposition.version),
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
