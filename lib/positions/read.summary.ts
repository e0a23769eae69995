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
import type { DraftState } from "./schema";
import type { Summary, SummaryInput } from "./schema.summary";

/** One place where something is recorded, without its words. */
type SummaryRow = {
  theme: string;
  stands: boolean;
  stale: boolean;
  earlier: boolean;
  /** Undecided past the day that the organization set itself. */
  undecided: boolean;
  draftState: DraftState | null;
};

const isSubmitted = ({ draftState: at }: SummaryRow) => at === "submitted" || at === "signed_once";

function toSummary(places: readonly SummaryRow[]): Summary {
  const count = (is: (place: SummaryRow) => boolean) => places.filter(is).length;
  const standing = places.filter(({ stands }) => stands);
  const themes = [...new Set(standing.map(({ theme }) => theme))];
  return {
    standing: standing.length,
    themes: themes.map((theme) => ({ theme, standing: standing.filter((it) => it.theme === theme).length })),
    owed: {
      submitted: count(isSubmitted),
      returned: count(({ draftState }) => draftState === "returned"),
      stale: count(({ stale }) => stale),
      earlier: count(({ earlier }) => earlier),
      undecided: count(({ undecided }) => undecided),
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
  return rows.map((row) => ({
    theme: row.proposition.theme.slug,
    stands: row.standing !== null,
    stale: row.standing !== null && isStale(row.reviewBy && toDay(row.reviewBy), today),
    earlier: row.standing !== null && row.standingWording !== row.proposition.currentVersion,
    undecided: isStale(row.standingRevision?.decideBy ? toDay(row.standingRevision.decideBy) : null, today),
    draftState: belongsTo(viewer, row.organizationId) ? row.draftState : null,
  }));
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
  return rows.map(({ position: { proposition }, ...row }) => ({
    theme: proposition.theme.slug,
    stands: true,
    stale: isStale(reviewedBy(row), past.day),
    earlier: row.propositionVersion !== (proposition.versions[0]?.number ?? 1),
    undecided: isStale(row.decideBy && toDay(row.decideBy), past.day),
    draftState: null,
  }));
}
