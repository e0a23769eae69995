import "server-only";
import { named, toDay, toName } from "@/lib/organizations/read";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { listBlackouts } from "@/lib/platform/network";
import { readToday } from "@/lib/platform/today";
import { organizationsOf, type Viewer } from "@/lib/platform/viewer";
import { addDays, addWorkingDays, longestWait, type Rest } from "@/lib/platform/working-days";
import { dayIn } from "@/lib/platform/zone";
import { maySignOff } from "@/lib/positions/policy";
import { findHandovers, findNames } from "@/lib/positions/read";
import { type About, about, toAbout } from "./read.shape";
import { readSince } from "./read.since";
import { countSaid, firstOf, isDueForReview } from "./rules";
import type { Home, Owed } from "./schema";

/** What the viewer's organizations owe and have said, and what happened since. Its statements are as many for 200 propositions as for 40. */
export async function readHome(viewer: Viewer): Promise<Home> {
  const ids = organizationsOf(viewer);
  const { now, today, timeZone } = await readToday(db);
  const [rests, organizations, propositions, rows, since] = await Promise.all([
    listBlackouts(addDays(today, -longestWait)),
    db.organization.findMany({ where: { id: { in: ids } }, orderBy: { slug: "asc" }, select: acting }),
    db.proposition.findMany({ orderBy: { number: "asc" }, select: about }),
    db.position.findMany({ where: { organizationId: { in: ids } }, select: held }),
    readSince(viewer, now),
  ]);
  const handovers = await findHandovers(rows.filter((row) => row.draft !== null).map((row) => row.id));
  const handedOverBy = [...handovers.values()].flatMap(({ submitted }) => submitted?.actorId ?? []);
  const names = await findNames([...rows.flatMap((row) => row.draftRevision?.authorId ?? []), ...handedOverBy]);
  const world: World = { viewer, today, timeZone, rests, propositions, handovers, names };
  const owed = organizations.map((it) => toOwed(it, new Map(toEntries(rows, it.id)), world));
  return { organizations: owed, since };
}

const acting = { ...named, id: true, status: true, signOffTypicalDays: true } satisfies Prisma.OrganizationSelect;

const held = {
  id: true,
  organizationId: true,
  propositionId: true,
  reviewBy: true,
  draft: true,
  draftState: true,
  standingRevision: { select: { stance: true, visibility: true } },
  draftRevision: { select: { stance: true, authorId: true, createdAt: true } },
} satisfies Prisma.PositionSelect;

type Acting = Prisma.OrganizationGetPayload<{ select: typeof acting }>;
type Held = Prisma.PositionGetPayload<{ select: typeof held }>;
type World = {
  viewer: Viewer;
  today: string;
  timeZone: string;
  rests: Rest[];
  propositions: About[];
  handovers: Awaited<ReturnType<typeof findHandovers>>;
  names: Map<string, string>;
};

const toEntries = (rows: Held[], organizationId: string) =>
  rows.filter((row) => row.organizationId === organizationId).map((row) => [row.propositionId, row] as const);

function toOwed(organization: Acting, positions: Map<string, Held>, world: World): Owed {
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
    .map(({ visibility: _, ...rest }) => ({ ...rest, stale: rest.reviewBy < today }));
  const unrecorded = all.filter(({ row }) => !row?.standingRevision && !row?.draftRevision);
  return {
    organization: toName(organization),
    status: isMember ? "member" : "observer",
    mayDraft:
      isMember &&
      viewer.mandates.some(
        (it) =>
          it.organizationId === organizationId && it.powers.some((power) => power === "draft" || power === "sign_off"),
      ),
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
    said: countSaid(standing, all.length, today),
  };
}

function toStanding(it: About, row: Held | null) {
  if (!row?.standingRevision) return [];
  const { stance, visibility } = row.standingRevision;
  return [{ ...toAbout(it), stance, visibility, reviewBy: row.reviewBy ? toDay(row.reviewBy) : null }];
}

function toDraft(it: About, row: Held | null, { id: organizationId, signOffTypicalDays }: Acting, world: World) {
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
        suggestedBy: addWorkingDays(dayIn(world.timeZone, new Date(since)), signOffTypicalDays, world.rests),
        maySignOff: !signedByMe && maySignOff(world.viewer, { organizationId, themeId: it.themeId }),
      },
      returned: { ...named, stance, at: (returned?.at ?? createdAt).toISOString(), note: returned?.note ?? null },
      leftOpen: { ...named, savedAt: createdAt.toISOString(), savedBy: world.names.get(authorId) ?? null },
    },
  ];
}
