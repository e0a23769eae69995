import "server-only";
import { readBriefingsAhead } from "@/lib/briefings/read.next";
import type { BriefingTask } from "@/lib/briefings/schema.tasks";
import { listBriefingTasks } from "@/lib/briefings/tasks";
import type { SignOffTask } from "@/lib/mandates/schema.tasks";
import { listMandateTasks } from "@/lib/mandates/tasks";
import { listAgreementTasks, listSignOffTasks } from "@/lib/mandates/tasks.sign-off";
import { byName } from "@/lib/organizations/read";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { listAdmissionTasks, listOfferTasks } from "@/lib/organizations/tasks";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { findNames } from "@/lib/positions/read";
import { propositionTitleSelect, toPropositionTitle } from "@/lib/positions/read.shape";
import type { PositionTask } from "@/lib/positions/schema.tasks";
import { listPositionTasks } from "@/lib/positions/tasks";
import { listProposalTasks } from "@/lib/proposals/tasks";
import type { TalkingPointTask } from "@/lib/talking-points/schema.tasks";
import { listTalkingPointTasks } from "@/lib/talking-points/tasks";
import { sortByDay } from "@/lib/tasks/rules";
import { draftingOrganizationsOf, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readRecentChanges } from "./read.recent-changes";
import { countStances, firstOf, toItem, toItems } from "./rules";
import type { ConveningTasks, Home, OrganizationTasks } from "./schema";

/** So many of a convener's tasks are listed at once; all of them are counted. */
const listedAtOnce = 100;

/**
 * What waits for the viewer, as each noun has it; recorded stances of the viewer's organizations, and recent changes by others.
 * The number of statements does not grow with the propositions.
 */
export async function readHome(viewer: Viewer, language: Locale): Promise<Home> {
  const ids = organizationsOf(viewer);
  const moment = await readToday(db);
  const [organizations, propositions, rows, since, tasks, mandates, signing, points, meetings, ahead, convening] =
    await Promise.all([
      db.organization.findMany({
        where: { id: { in: ids } },
        orderBy: byName(language).orderBy,
        select: { ...organizationNameSelect, id: true, status: true },
      }),
      db.proposition.findMany({ orderBy: { number: "asc" }, select: { ...propositionTitleSelect, id: true } }),
      db.position.findMany({ where: { organizationId: { in: ids } }, select: positionSelect }),
      readRecentChanges(viewer, moment.now),
      listPositionTasks(viewer, moment),
      listMandateTasks(viewer, moment),
      listSignOffTasks(viewer, moment),
      listTalkingPointTasks(viewer),
      listBriefingTasks(viewer, moment),
      readBriefingsAhead(viewer, moment),
      readConvening(viewer),
    ]);
  const names = await findNames(rows.filter(isLeftOpen).flatMap((row) => row.draftRevision?.authorId ?? []));
  const world = { today: moment.today, propositions, names };
  const items = organizations.map(({ id, status, ...row }): OrganizationTasks => {
    const organization = toOrganizationName(row);
    const isMember = status === "member";
    const own = (it: { organization: string }) => it.organization === organization.slug;
    return {
      organization,
      status: isMember ? "member" : "observer",
      mayDraft: draftingOrganizationsOf(viewer).some((it) => it.organizationId === id),
      mandate: mandates.find(own)?.facts ?? null,
      ...toPositionTasks(tasks.filter(own)),
      talkingPoints: toPointTasks(points.filter(own)),
      briefings: toBriefingTasks(meetings.filter(own)),
      signing: toSigningTasks(signing.filter(own)),
      // Observers hold no positions, so none of them are open.
      ...summarize(
        rows.filter((it) => it.organizationId === id),
        isMember ? world : { ...world, propositions: [] },
      ),
    };
  });
  return { organizations: items, convening, briefings: ahead, since };
}

async function readConvening(viewer: Viewer): Promise<ConveningTasks> {
  const [proposals, applications, offers, recoveries] = await Promise.all([
    listProposalTasks(viewer, listedAtOnce),
    listAdmissionTasks(viewer, listedAtOnce),
    listOfferTasks(viewer),
    listAgreementTasks(viewer, listedAtOnce),
  ]);
  return {
    proposals: toItems(proposals),
    applications: toItems(applications),
    offers: toItems(firstOf(offers, listedAtOnce)),
    recoveries: toItems(recoveries),
  };
}

/** The first few of each kind; what has a day the earliest first. */
function toPositionTasks(tasks: readonly PositionTask[]) {
  const review = tasks.filter((it) => it.kind === "review");
  const undecided = tasks.filter((it) => it.kind === "undecided");
  return {
    awaitingSignOff: toItems(firstOf(tasks.filter((it) => it.kind === "submitted"))),
    returned: toItems(firstOf(tasks.filter((it) => it.kind === "returned"))),
    review: firstOf(sortByDay(review).map(toItem)),
    earlierWording: toItems(firstOf(tasks.filter((it) => it.kind === "earlierWording"))),
    undecided: firstOf(sortByDay(undecided).map(toItem)),
  };
}

/** The first few of each kind; a translation has a day, the earliest first. */
const toPointTasks = (tasks: readonly TalkingPointTask[]): OrganizationTasks["talkingPoints"] => ({
  answer: toItems(firstOf(tasks.filter((it) => it.kind === "answer"))),
  confirm: toItems(firstOf(tasks.filter((it) => it.kind === "confirm"))),
  countersign: toItems(firstOf(tasks.filter((it) => it.kind === "countersign"))),
  translate: firstOf(sortByDay(tasks.filter((it) => it.kind === "translate")).map(toItem)),
  round: firstOf(sortByDay(tasks.filter((it) => it.kind === "round")).map(toItem)),
  mark: toItems(firstOf(tasks.filter((it) => it.kind === "mark"))),
  handle: toItems(firstOf(tasks.filter((it) => it.kind === "handle"))),
  reply: toItems(firstOf(tasks.filter((it) => it.kind === "reply"))),
  comments: toItems(firstOf(tasks.filter((it) => it.kind === "comments"))),
});

/** The first few of each kind, the earliest first. */
const toBriefingTasks = (tasks: readonly BriefingTask[]): OrganizationTasks["briefings"] => ({
  poll: toItems(firstOf(sortByDay(tasks.filter((it) => it.kind === "poll")))),
  items: toItems(firstOf(sortByDay(tasks.filter((it) => it.kind === "items")))),
  attendance: toItems(firstOf(sortByDay(tasks.filter((it) => it.kind === "attendance")))),
  update: toItems(firstOf(sortByDay(tasks.filter((it) => it.kind === "update")))),
});

/** The first few of each kind; of what is missing, and of what is under way, there is one at most. */
function toSigningTasks(tasks: readonly SignOffTask[]): OrganizationTasks["signing"] {
  const recovery = tasks.find((it) => it.kind === "recovery");
  const missing = tasks.find((it) => it.kind === "missing");
  return {
    changes: toItems(firstOf(tasks.filter((it) => it.kind === "change"))),
    ending: toItems(firstOf(tasks.filter((it) => it.kind === "ending"))),
    missing: missing ? toItem(missing) : null,
    recovery: recovery ? { ...toItem(recovery), day: recovery.day } : null,
  };
}

const positionSelect = {
  organizationId: true,
  propositionId: true,
  reviewBy: true,
  draftState: true,
  standingRevision: { select: { stance: true, visibility: true } },
  draftRevision: { select: { authorId: true, createdAt: true } },
} satisfies Prisma.PositionSelect;

type OwnPositionRow = Prisma.PositionGetPayload<{ select: typeof positionSelect }>;
type HomeContext = {
  today: string;
  propositions: Prisma.PropositionGetPayload<{ select: typeof propositionTitleSelect & { id: true } }>[];
  names: Map<string, string>;
};

const isLeftOpen = ({ draftState }: OwnPositionRow) => draftState === "drafted";

/** What an organization has recorded so far, and what it has not: nothing yet, or a draft that nobody handed over. */
function summarize(rows: readonly OwnPositionRow[], { propositions, today, names }: HomeContext) {
  const positions = new Map(rows.map((row) => [row.propositionId, row]));
  const all = propositions.map((it) => ({ proposition: toPropositionTitle(it), row: positions.get(it.id) }));
  const standing = all.flatMap(({ row }) =>
    row?.standingRevision ? [{ ...row.standingRevision, reviewBy: row.reviewBy ? toDay(row.reviewBy) : null }] : [],
  );
  const leftOpen = all.flatMap(({ proposition, row }) =>
    row?.draftRevision && isLeftOpen(row)
      ? [
          {
            proposition,
            savedAt: row.draftRevision.createdAt.toISOString(),
            savedBy: names.get(row.draftRevision.authorId) ?? null,
          },
        ]
      : [],
  );
  const unrecorded = all.filter(({ row }) => !row?.standingRevision && !row?.draftRevision);
  return {
    notRecorded: firstOf(
      unrecorded.map(({ proposition }) => ({ proposition })),
      5,
    ),
    leftOpen: firstOf(leftOpen),
    said: countStances(standing, all.length, today),
  };
}
