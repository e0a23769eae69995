import { addDays } from "@/lib/platform/time/working-days";
import { sortByDay, type Urgent } from "@/lib/tasks/rules";
import type { OrganizationTasks } from "./schema";

type Awaiting = OrganizationTasks["awaitingSignOff"]["items"][number];
type Returned = OrganizationTasks["returned"]["items"][number];
type Signing = OrganizationTasks["signing"];
type Review = OrganizationTasks["review"]["items"][number];
type EarlierWording = OrganizationTasks["earlierWording"]["items"][number];
type Points = OrganizationTasks["talkingPoints"];
type Briefings = OrganizationTasks["briefings"];
type Undecided = OrganizationTasks["undecided"]["items"][number];

/** A row of Home: one task, or the reviews of one day. Nothing happens by itself when it is not done. */
export type HomeRow = Urgent & { key: string } & (
    | { kind: "sign"; draft: Awaiting }
    | { kind: "returned"; draft: Returned }
    | { kind: "earlierWording"; position: EarlierWording }
    | { kind: "undecided"; position: Undecided }
    | { kind: "change"; change: Signing["changes"]["items"][number] }
    | { kind: "ending"; mandate: Signing["ending"]["items"][number] }
    | { kind: "missing"; needed: number }
    /** Texts that ask the same, told together: `points` are the first few of `count`; `own` can be done by the reader. */
    | { kind: "pointAnswer" | "pointConfirm" | "pointMark"; points: PointTask[]; count: number; own: boolean }
    | { kind: "pointSign"; point: Points["countersign"]["items"][number] }
    | { kind: "pointTranslate"; point: Points["translate"]["items"][number] }
    | { kind: "pointRound"; point: Points["round"]["items"][number] }
    | { kind: "pointHandle"; point: Points["handle"]["items"][number] }
    | { kind: "pointReply"; point: Points["reply"]["items"][number] }
    | { kind: "pointComments"; point: Points["comments"]["items"][number] }
    | { kind: "briefingPoll"; meeting: Briefings["poll"]["items"][number] }
    | { kind: "briefingItems"; meeting: Briefings["items"]["items"][number] }
    | { kind: "briefingAttendance"; meeting: Briefings["attendance"]["items"][number] }
    | { kind: "briefingUpdate"; meeting: Briefings["update"]["items"][number] }
    | { kind: "recovery"; recovery: NonNullable<Signing["recovery"]> }
    /** `positions` are the first few of `count`. */
    | { kind: "review"; positions: Review[]; count: number; stale: "all" | "some" | "none"; hand: Hand; with: Person }
  );

type PointTask = Pick<Points["answer"]["items"][number], "point" | "number" | "key">;

/** In whose hands a review is: the reader's to confirm, to be asked for, asked for already, or nobody's. */
export type Hand = "confirm" | "ask" | "waiting" | "nobody";
/** Who was or could be asked; null where they gave no name. */
type Person = string | null;

function handOf({ mayConfirm, confirmer }: Review): Hand {
  if (mayConfirm) return "confirm";
  if (!confirmer) return "nobody";
  return confirmer.asked ? "waiting" : "ask";
}

/**
 * Positions that come up for review on the same day are one decision for a board, not seven. Of a long list only the
 * earliest are told by name: those that are not come later, so they are counted with the last of them.
 */
function toReviews({ review: { items, total }, said }: Pick<OrganizationTasks, "review" | "said">): HomeRow[] {
  const keyOf = (it: Review) => {
    const hand = handOf(it);
    return hand === "confirm" ? `review-${it.reviewBy}` : `review-${it.reviewBy}-${hand}-${it.confirmer?.name ?? ""}`;
  };
  const together = new Map<string, Review[]>();
  for (const it of items) together.set(keyOf(it), [...(together.get(keyOf(it)) ?? []), it]);
  const last = items.at(-1);
  return [...together].flatMap(([key, positions]): HomeRow[] => {
    const [first] = positions;
    if (!first) return [];
    const unnamed = last && keyOf(last) === key ? total - items.length : 0;
    const hand = handOf(first);
    return [
      {
        kind: "review",
        key,
        day: first.reviewBy,
        waiting: hand === "waiting",
        positions,
        count: positions.length + unnamed,
        stale: staleOf(positions, unnamed > 0 && said.stale < total),
        hand,
        with: first.confirmer?.name ?? null,
      },
    ];
  });
}

function staleOf(positions: readonly Review[], othersAreNot: boolean) {
  const stale = positions.filter((it) => it.stale).length;
  if (stale === 0) return "none";
  return stale === positions.length && !othersAreNot ? "all" : "some";
}

/** Who signs for the organization, and how: whatever else waits, waits for them. */
const toSigningRows = ({ changes, ending, missing, recovery }: Signing): HomeRow[] => [
  ...(missing ? [{ kind: "missing" as const, ...undated(missing.key), needed: missing.needed }] : []),
  ...(recovery ? [{ kind: "recovery" as const, ...undated(recovery.key), day: recovery.day, recovery }] : []),
  ...ending.items.map((mandate) => ({
    ...{ kind: "ending" as const, key: mandate.key },
    ...{ day: mandate.lastDay, waiting: false, mandate },
  })),
  ...changes.items.map((change) => ({ kind: "change" as const, ...undated(change.key), change })),
];

/** What talking points ask: answers, confirmations and marks as one row each, since a network may discuss many texts at once. */
const toPointRows = (points: Points): HomeRow[] => [
  ...[
    { kind: "pointConfirm" as const, ...points.confirm },
    { kind: "pointAnswer" as const, ...points.answer },
    { kind: "pointMark" as const, ...points.mark },
  ].flatMap(({ kind, items, total }): HomeRow[] => {
    const [first] = items;
    const own = items.some((it) => it.mayEndorse);
    return first ? [{ kind, ...undated(first.key), points: items, count: total, own }] : [];
  }),
  ...points.round.items.map((point) => ({
    ...{ kind: "pointRound" as const, key: point.key, day: point.closesOn, waiting: false, point },
  })),
  ...points.countersign.items.map((point) => ({ kind: "pointSign" as const, ...undated(point.key), point })),
  ...points.translate.items.map((point) => ({
    ...{ kind: "pointTranslate" as const, key: `${point.key}-${point.clause}-${point.language}` },
    ...{ day: point.dueOn, waiting: false, point },
  })),
  ...points.reply.items.map((point) => ({ kind: "pointReply" as const, ...undated(point.key), point })),
  ...points.handle.items.map((point) => ({ kind: "pointHandle" as const, ...undated(point.key), point })),
  ...points.comments.items.map((point) => ({ kind: "pointComments" as const, ...undated(point.key), point })),
];

/** What meetings ask: each by its day, so that none is lost among the others. */
const toBriefingRows = ({ poll, items, attendance, update }: Briefings): HomeRow[] => [
  ...poll.items.map((meeting) => ({
    ...{ kind: "briefingPoll" as const, key: meeting.key, day: meeting.closesOn, waiting: false, meeting },
  })),
  ...items.items.map((meeting) => ({
    ...{ kind: "briefingItems" as const, key: meeting.key, day: meeting.closesOn, waiting: false, meeting },
  })),
  ...attendance.items.map((meeting) => ({
    ...{ kind: "briefingAttendance" as const, key: meeting.key, waiting: false, meeting },
    day: addDays(meeting.on, -1),
  })),
  ...update.items.map((meeting) => ({
    ...{ kind: "briefingUpdate" as const, key: meeting.key, waiting: false, meeting },
    day: addDays(meeting.on, -1),
  })),
];

const undated = (key: string) => ({ key, day: null, waiting: false });

/** The kinds of which each task has a row of its own. */
type Listed =
  | "awaitingSignOff"
  | "returned"
  | "earlierWording"
  | "undecided"
  | "signing"
  | "talkingPoints"
  | "briefings";

/** The rows of one organization, the earliest first; what has no date comes last. */
export function toRows(organizationTasks: Pick<OrganizationTasks, Listed | "review" | "said">): HomeRow[] {
  const { awaitingSignOff, returned, earlierWording, undecided, signing } = organizationTasks;
  return sortByDay<HomeRow>([
    ...toSigningRows(signing),
    ...awaitingSignOff.items.map((draft) => ({
      ...{ kind: "sign" as const, key: draft.key },
      ...{ day: draft.suggestedBy, waiting: false, draft },
    })),
    ...undecided.items.map((position) => ({
      ...{ kind: "undecided" as const, key: position.key },
      ...{ day: position.decideBy, waiting: false, position },
    })),
    ...toReviews(organizationTasks),
    ...toPointRows(organizationTasks.talkingPoints),
    ...toBriefingRows(organizationTasks.briefings),
    ...returned.items.map((draft) => ({
      ...{ kind: "returned" as const, key: draft.key },
      ...{ day: null, waiting: false, draft },
    })),
    ...earlierWording.items.map((position) => ({
      ...{ kind: "earlierWording" as const, key: position.key },
      ...{ day: null, waiting: false, position },
    })),
  ]);
}

const countUnlisted = ({ total, items }: { total: number; items: readonly unknown[] }) => total - items.length;

/**
 * Tasks of a long list that have no row of their own here: positions under the states that their list knows them by, and
 * what concerns who signs, which the page of mandates shows.
 */
export const unlisted = (tasks: Pick<OrganizationTasks, Listed>) => ({
  submitted: countUnlisted(tasks.awaitingSignOff),
  returned: countUnlisted(tasks.returned),
  earlier: countUnlisted(tasks.earlierWording),
  undecided: countUnlisted(tasks.undecided),
  changes: countUnlisted(tasks.signing.changes),
  ending: countUnlisted(tasks.signing.ending),
});
