import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import type { Today } from "@/lib/platform/time/today";
import { addDays, addWorkingDays, type BlackoutPeriod, longestWait } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { maySignOff } from "../mandates/policy.authority";
import { findConfirming } from "./read.confirmation-requests";
import { findHandovers, findNames } from "./read.handovers";
import { propositionTitleSelect, toPropositionTitle } from "./read.shape";
import { isStale } from "./rules";
import { findPending, type PendingKind } from "./rules.pending";
import type { PositionTask } from "./schema.tasks";

/**
 * What waits on the positions of the viewer's member organizations, or of one of them, by the number of the proposition. The
 * number of statements does not grow with the positions.
 */
export async function listPositionTasks(
  viewer: Viewer,
  moment: Today,
  organizationId?: string,
): Promise<PositionTask[]> {
  const own = membershipsOf(viewer).map((it) => it.organizationId);
  const ids = organizationId === undefined ? own : own.filter((id) => id === organizationId);
  if (ids.length === 0) return [];
  const [rests, rows, confirming] = await Promise.all([
    listBlackouts(addDays(moment.today, -longestWait)),
    db.position.findMany({
      where: { organizationId: { in: ids } },
      orderBy: [{ proposition: { number: "asc" } }, { id: "asc" }],
      select: positionSelect,
    }),
    findConfirming(db, viewer, ids, moment),
  ]);
  const pending = rows.map((row) => ({ row, kinds: findPending(toSituation(row), moment.today) }));
  const handed = pending.filter(({ kinds }) => kinds.includes("submitted") || kinds.includes("returned"));
  const handovers = await findHandovers(handed.map(({ row }) => row.id));
  const names = await findNames([...handovers.values()].flatMap(({ submitted }) => submitted?.actorId ?? []));
  const confirmable = new Map(confirming.map(({ position, ...it }) => [position.id, it]));
  const context = { viewer, moment, rests, handovers, names, confirmable };
  return pending.flatMap(({ row, kinds }) => kinds.flatMap((kind) => toTask(kind, row, context)));
}

const positionSelect = {
  id: true,
  organizationId: true,
  reviewBy: true,
  standing: true,
  draft: true,
  draftState: true,
  organization: { select: { slug: true, signOffTypicalDays: true } },
  proposition: { select: { ...propositionTitleSelect, themeId: true } },
  standingRevision: { select: { stance: true, propositionVersion: true, decideBy: true } },
  draftRevision: { select: { stance: true, createdAt: true } },
} satisfies Prisma.PositionSelect;

type Row = Prisma.PositionGetPayload<{ select: typeof positionSelect }>;
type Confirming = Awaited<ReturnType<typeof findConfirming>>[number];
type TaskContext = {
  viewer: Viewer;
  moment: Today;
  rests: BlackoutPeriod[];
  handovers: Awaited<ReturnType<typeof findHandovers>>;
  names: Map<string, string>;
  confirmable: Map<string, Pick<Confirming, "mayConfirm" | "confirmer">>;
};

const toSituation = ({ draftState, standingRevision: stands, proposition, reviewBy }: Row) => ({
  draftState,
  standingFor: stands?.propositionVersion ?? null,
  currentWording: proposition.currentVersion,
  reviewBy: reviewBy && toDay(reviewBy),
  decideBy: stands?.decideBy ? toDay(stands.decideBy) : null,
});

/** The task of one kind, with what only that kind knows. */
function toTask(kind: PendingKind, row: Row, context: TaskContext): PositionTask[] {
  const { draftRevision: drafted, standingRevision: stands } = row;
  if (kind === "submitted" || kind === "returned") return drafted ? [toDraftTask(kind, row, drafted, context)] : [];
  return stands ? toStandingTask(kind, row, stands, context) : [];
}

const toKey = ({ organization, proposition }: Row) => ({
  noun: "positions" as const,
  organization: organization.slug,
  thing: proposition.slug,
});

/** `version`: the revision that is drafted. A draft given back and handed over again in the same words is the same one. */
function toDraftTask(
  kind: "submitted" | "returned",
  row: Row,
  { stance, createdAt }: NonNullable<Row["draftRevision"]>,
  { viewer, moment, rests, handovers, names }: TaskContext,
): PositionTask {
  const { submitted, signed_once: first, returned } = handovers.get(row.id) ?? {};
  const about = { proposition: toPropositionTitle(row.proposition), stance };
  const key = { ...toKey(row), version: row.draft ?? 0, person: null };
  if (kind === "returned") {
    const facts = { ...about, at: (returned?.at ?? createdAt).toISOString(), note: returned?.note ?? null };
    return { ...key, kind, day: null, facts };
  }
  const since = submitted?.at ?? createdAt;
  const usual = row.organization.signOffTypicalDays;
  const suggestedBy = addWorkingDays(dayIn(moment.timeZone, since), usual, rests, moment.closing);
  const signedByMe = row.draftState === "signed_once" && first?.actorId === viewer.personId;
  const scope = { organizationId: row.organizationId, themeId: row.proposition.themeId };
  const facts = {
    ...about,
    submittedBy: submitted ? (names.get(submitted.actorId) ?? null) : null,
    since: since.toISOString(),
    suggestedBy,
    maySignOff: !signedByMe && maySignOff(viewer, scope),
  };
  return { ...key, kind, day: suggestedBy, facts };
}

/** `version`: the revision that stands, since confirming it unchanged is a revision as well; of a new wording, its number. */
function toStandingTask(
  kind: Exclude<PendingKind, "submitted" | "returned">,
  row: Row,
  { stance, decideBy }: NonNullable<Row["standingRevision"]>,
  { moment, confirmable }: TaskContext,
): PositionTask[] {
  const about = { proposition: toPropositionTitle(row.proposition), stance };
  const key = { ...toKey(row), person: null };
  if (kind === "earlierWording")
    return [{ ...key, kind, version: row.proposition.currentVersion, day: null, facts: about }];
  if (kind === "undecided") {
    if (!decideBy) return [];
    const day = toDay(decideBy);
    return [{ ...key, kind, version: row.standing ?? 0, day, facts: { ...about, decideBy: day } }];
  }
  if (!row.reviewBy) return [];
  const day = toDay(row.reviewBy);
  const { mayConfirm = false, confirmer } = confirmable.get(row.id) ?? {};
  const facts = {
    ...about,
    reviewBy: day,
    stale: isStale(day, moment.today),
    mayConfirm,
    confirmer: confirmer ? { name: confirmer.name, asked: confirmer.asked } : null,
  };
  const person = confirmer?.asked ? confirmer.personId : null;
  return [{ ...key, kind, version: row.standing ?? 0, day, person, facts }];
}
