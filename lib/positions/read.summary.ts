import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { type AsOf, findAsOf, readableAsOf, reviewedBy, wordingAsOf } from "./read.as-of";
import { isStale } from "./rules";
import { findPending, type PendingKind } from "./rules.pending";
import type { Summary, SummaryInput } from "./schema.summary";

/** One place where something is recorded, without its words. */
type SummaryRow = {
  theme: string;
  stands: boolean;
  pending: readonly PendingKind[];
  /** Of those to be reviewed, past the day itself. */
  stale: boolean;
};

function toSummary(places: readonly SummaryRow[]): Summary {
  const count = (is: (place: SummaryRow) => boolean) => places.filter(is).length;
  const standing = places.filter(({ stands }) => stands);
  const themes = [...new Set(standing.map(({ theme }) => theme))];
  return {
    standing: standing.length,
    themes: themes.map((theme) => ({ theme, standing: standing.filter((it) => it.theme === theme).length })),
    owed: {
      submitted: count(({ pending }) => pending.includes("submitted")),
      returned: count(({ pending }) => pending.includes("returned")),
      stale: count(({ pending, stale }) => pending.includes("review") && stale),
      earlier: count(({ pending }) => pending.includes("earlierWording")),
      undecided: count(({ pending }) => pending.includes("undecided")),
    },
  };
}

/** What an organization holds, in numbers: one narrow row per proposition, however long the texts are. */
export async function summarize(viewer: Viewer, { organization, asOf }: SummaryInput): Promise<Summary> {
  const past = await findAsOf(db, asOf);
  return toSummary(past ? await listRowsAsOf(viewer, organization, past) : await listRows(viewer, organization));
}

async function listRows(viewer: Viewer, slug: string): Promise<SummaryRow[]> {
  const [{ today }, rows] = await Promise.all([
    readToday(db),
    db.position.findMany({ where: { AND: [readableBy(viewer), { organization: { slug } }] }, select: narrow }),
  ]);
  return rows.map((row) => {
    const reviewBy = row.reviewBy && toDay(row.reviewBy);
    const situation = {
      draftState: belongsTo(viewer, row.organizationId) ? row.draftState : null,
      standingFor: row.standing === null ? null : row.standingWording,
      currentWording: row.proposition.currentVersion,
      reviewBy,
      decideBy: row.standingRevision?.decideBy ? toDay(row.standingRevision.decideBy) : null,
    };
    return {
      theme: row.proposition.theme.slug,
      stands: row.standing !== null,
      pending: findPending(situation, today),
      stale: isStale(reviewBy, today),
    };
  });
}

const narrow = {
  organizationId: true,
  standing: true,
  standingWording: true,
  reviewBy: true,
  draftState: true,
  standingRevision: { select: { decideBy: true } },
  proposition: { select: { currentVersion: true, theme: { select: { slug: true } } } },
} satisfies Prisma.PositionSelect;

async function listRowsAsOf(viewer: Viewer, slug: string, past: AsOf): Promise<SummaryRow[]> {
  const rows = await db.positionRevision.findMany({
    where: { AND: [readableAsOf(viewer, past), { position: { organization: { slug } } }] },
    select: {
      propositionVersion: true,
      reviewBy: true,
      signedOffAt: true,
      decideBy: true,
      position: {
        select: { proposition: { select: { versions: wordingAsOf(past), theme: { select: { slug: true } } } } },
      },
    },
  });
  return rows.map(({ position: { proposition }, ...row }) => {
    const reviewBy = reviewedBy(row);
    const situation = {
      draftState: null,
      standingFor: row.propositionVersion,
      currentWording: proposition.versions[0]?.number ?? 1,
      reviewBy,
      decideBy: row.decideBy && toDay(row.decideBy),
    };
    return {
      theme: proposition.theme.slug,
      stands: true,
      pending: findPending(situation, past.day),
      stale: isStale(reviewBy, past.day),
    };
  });
}
