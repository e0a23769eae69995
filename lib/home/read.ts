import "server-only";
import { maySignOff } from "@/lib/mandates/policy.authority";
import { listBlackouts } from "@/lib/network/read.settings";
import { byName } from "@/lib/organizations/read";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import {
  addDays,
  addWorkingDays,
  type BlackoutPeriod,
  type ClosingRule,
  longestWait,
} from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { findHandovers, findNames } from "@/lib/positions/read";
import { findConfirming } from "@/lib/positions/read.confirmation-requests";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { draftsFor, findMandateFacts } from "./read.mandate";
import { readRecentChanges } from "./read.recent-changes";
import { type About, about, toAbout } from "./read.shape";
import { countStances, firstOf, isDueForReview } from "./rules";
import type { Home, OrganizationTasks } from "./schema";

/**
 * Tasks and recorded stances of the viewer's organizations, and recent changes by others. The number of statements does
 * not grow with the propositions.
 */
export async function readHome(viewer: Viewer, language: Locale): Promise<Home> {
  const ids = organizationsOf(viewer);
  const { now, today, timeZone, closing } = await readToday(db);
  const [rests, organizations, propositions, rows, since, confirming] = await Promise.all([
    listBlackouts(addDays(today, -longestWait)),
    db.organization.findMany({
      where: { id: { in: ids } },
      orderBy: byName(language).orderBy,
      select: organizationSelect,
    }),
    db.proposition.findMany({ orderBy: { number: "asc" }, select: about }),
    db.position.findMany({ where: { organizationId: { in: ids } }, select: positionSelect }),
    readRecentChanges(viewer, now),
    findConfirming(db, viewer, ids, { now, today }),
  ]);
  const handovers = await findHandovers(rows.filter((row) => row.draft !== null).map((row) => row.id));
  const handedOverBy = [...handovers.values()].flatMap(({ submitted }) => submitted?.actorId ?? []);
  const names = await findNames([...rows.flatMap((row) => row.draftRevision?.authorId ?? []), ...handedOverBy]);
  const wanting = organizations.filter((it) => it.status === "member" && !draftsFor(viewer, it.id)).map((it) => it.id);
  const mandates = await findMandateFacts(viewer, wanting, now);
  const confirmable = new Map(confirming.map(({ position, ...it }) => [position.id, it]));
  const world: HomeContext = {
    viewer,
    today,
    timeZone,
    closing,
    rests,
    propositions,
    handovers,
    names,
    confirmable,
    mandates,
  };
  const items = organizations.map((it) => toOrganizationTasks(it, new Map(toEntries(rows, it.id)), world));
  return { organizations: items, since };
}

const organizationSelect = {
  ...organizationNameSelect,
  id: true,
  status: true,
  signOffTypicalDays: true,
} satisfies Prisma.OrganizationSelect;

const positionSelect = {
  id: true,
  organizationId: true,
  propositionId: true,
  reviewBy: true,
  draft: true,
  draftState: true,
  standingRevision: { select: { stance: true, visibility: true } },
  draftRevision: { select: { stance: true, authorId: true, createdAt: true } },
} satisfies Prisma.PositionSelect;

type OrganizationRow = Prisma.OrganizationGetPayload<{ select: typeof organizationSelect }>;
type OwnPositionRow = Prisma.PositionGetPayload<{ select: typeof positionSelect }>;
type HomeContext = {
  viewer: Viewer;
  today: string;
  timeZone: string;
  closing: ClosingRule;
  rests: BlackoutPeriod[];
  propositions: About[];
  handovers: Awaited<ReturnType<typeof findHandovers>>;
  names: Map<string, string>;
  confirmable: Map<string, Pick<Confirming, "mayConfirm" | "confirmer">>;
  mandates: Map<string, OrganizationTasks["mandate"]>;
};
type Confirming = Awaited<ReturnType<typeof findConfirming>>[number];

const toEntries = (rows: OwnPositionRow[], organizationId: string) =>
  rows.filter((row) => row.organizationId === organizationId).map((row) => [row.propositionId, row] as const);

function toOrganizationTasks(
  organization: OrganizationRow,
  positions: Map<string, OwnPositionRow>,
  world: HomeContext,
): OrganizationTasks {
  const { viewer, today, propositions } = world;
  const { id: organizationId, status } = organization;
  const isMember = status === "member";
  // Observers hold no positions, so they owe none.
  const all = isMember ? propositions.map((it) => ({ it, row: positions.get(it.id) ?? null })) : [];
  const drafts = all.flatMap(({ it, row }) => toDraft(it, row, organization, world));
  const standing = all.flatMap(({ it, row }) => toStanding(it, row));
  const review = standing
    .flatMap(({ reviewBy, ...rest }) => (reviewBy ? [{ ...rest, reviewBy }] : []))
    .filter(({ reviewBy }) => isDueForReview(reviewBy, today))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy))
    .map(({ visibility: _, id, ...rest }) => {
      const { mayConfirm = false, confirmer } = world.confirmable.get(id) ?? {};
      const known = confirmer ? { name: confirmer.name, asked: confirmer.asked } : null;
      return { ...rest, stale: rest.reviewBy < today, mayConfirm, confirmer: known };
    });
  const unrecorded = all.filter(({ row }) => !row?.standingRevision && !row?.draftRevision);
  return {
    organization: toOrganizationName(organization),
    status: isMember ? "member" : "observer",
    mayDraft: isMember && draftsFor(viewer, organizationId),
    mandate: world.mandates.get(organizationId) ?? null,
    awaitingSignOff: firstOf(
      drafts.filter((it) => it.state === "submitted" || it.state === "signed_once").map((it) => it.awaiting),
    ),
    returned: firstOf(drafts.filter((it) => it.state === "returned").map((it) => it.returned)),
    review: firstOf(review),
    notRecorded: firstOf(
      unrecorded.map(({ it }) => toAbout(it)),
      5,
    ),
    leftOpen: firstOf(drafts.filter((it) => it.state === "drafted").map((it) => it.leftOpen)),
    said: countStances(standing, all.length, today),
  };
}

function toStanding(it: About, row: OwnPositionRow | null) {
  if (!row?.standingRevision) return [];
  const { stance, visibility } = row.standingRevision;
  return [{ id: row.id, ...toAbout(it), stance, visibility, reviewBy: row.reviewBy ? toDay(row.reviewBy) : null }];
}

function toDraft(
  it: About,
  row: OwnPositionRow | null,
  { id: organizationId, signOffTypicalDays }: OrganizationRow,
  world: HomeContext,
) {
  if (!row?.draftRevision || !row.draftState) return [];
  const { stance, authorId, createdAt } = row.draftRevision;
  const { submitted, signed_once: first, returned } = world.handovers.get(row.id) ?? {};
  const signedByMe = row.draftState === "signed_once" && first?.actorId === world.viewer.personId;
  const since = (submitted?.at ?? createdAt).toISOString();
  const named = toAbout(it);
  return [
    {
      state: row.draftState,
      awaiting: {
        ...named,
        stance,
        submittedBy: submitted ? (world.names.get(submitted.actorId) ?? null) : null,
        since,
        suggestedBy: addWorkingDays(
          dayIn(world.timeZone, new Date(since)),
          signOffTypicalDays,
          world.rests,
          world.closing,
        ),
        maySignOff: !signedByMe && maySignOff(world.viewer, { organizationId, themeId: it.themeId }),
      },
      returned: { ...named, stance, at: (returned?.at ?? createdAt).toISOString(), note: returned?.note ?? null },
      leftOpen: { ...named, savedAt: createdAt.toISOString(), savedBy: world.names.get(authorId) ?? null },
    },
  ];
}
