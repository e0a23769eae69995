import { z } from "zod";
import { briefingsAhead } from "@/lib/briefings/schema.next";
import { attendanceOpen, callOpen, datesUnanswered, updateOpen } from "@/lib/briefings/schema.tasks";
import {
  changeToConfirm,
  endingMandate,
  mandateWanted,
  recoveryToAgree,
  recoveryUnderWay,
  signatoryMissing,
} from "@/lib/mandates/schema.tasks";
import { organizationName } from "@/lib/organizations/schema";
import { application } from "@/lib/organizations/schema.application";
import { termOffer } from "@/lib/organizations/schema.tasks";
import { stance, stepKind } from "@/lib/positions/schema";
import { awaiting, earlierWording, propositionTitle, returned, review, undecided } from "@/lib/positions/schema.tasks";
import { undecidedProposal } from "@/lib/proposals/schema.tasks";
import {
  roundOpen,
  signedOnce,
  unanswered,
  unansweredComments,
  unansweredHandling,
  unconfirmed,
  unhandled,
  unmarked,
  untranslated,
} from "@/lib/talking-points/schema.tasks";
import { taskKey } from "@/lib/tasks/schema";

const about = { proposition: propositionTitle };
/** The same on every day and for every reader; another once there is a new version of what it is about. */
const keyed = { key: taskKey };

const leftOpen = z.object({ ...about, savedAt: z.iso.datetime(), savedBy: z.string().nullable() });

/** Counts of the standing positions of one organization. */
const recordedStances = z.object({
  counts: z.record(stance, z.number().int()),
  notRecorded: z.number().int(),
  propositions: z.number().int(),
  public: z.number().int(),
  stale: z.number().int(),
});

/** The first few of something, and how many there are. */
const some = <T extends z.ZodType>(item: T) => z.object({ total: z.number().int(), items: z.array(item) });

export const organizationTasks = z.object({
  organization: organizationName,
  status: z.enum(["member", "observer"]),
  mayDraft: z.boolean(),
  /** For who may not: who can give them a mandate, whether they are so themselves, and since when one is asked for. */
  mandate: mandateWanted.nullable(),
  awaitingSignOff: some(awaiting.extend(keyed)),
  returned: some(returned.extend(keyed)),
  /** Past their review date, or due for it within thirty days. */
  review: some(review.extend(keyed)),
  /** Given for words that are not the ones in force. */
  earlierWording: some(earlierWording.extend(keyed)),
  /** Still undecided after the day that the organization set itself. */
  undecided: some(undecided.extend(keyed)),
  /** Texts that it has not answered, or not in these words; what waits for a second signature or for a translation. */
  talkingPoints: z.object({
    answer: some(unanswered.extend(keyed)),
    confirm: some(unconfirmed.extend(keyed)),
    countersign: some(signedOnce.extend(keyed)),
    translate: some(untranslated.extend(keyed)),
    /** Rounds that it has not answered, and texts whose clauses it has not marked. */
    round: some(roundOpen.extend(keyed)),
    mark: some(unmarked.extend(keyed)),
    /** As a lead: amendments to decide on, and remarks without a reply; as an amender, what a lead would do. */
    handle: some(unhandled.extend(keyed)),
    reply: some(unansweredHandling.extend(keyed)),
    comments: some(unansweredComments.extend(keyed)),
  }),
  /** Meetings that it is invited to: dates and calls it has not answered, who comes, and what it may tell before. */
  briefings: z.object({
    poll: some(datesUnanswered.extend(keyed)),
    items: some(callOpen.extend(keyed)),
    attendance: some(attendanceOpen.extend(keyed)),
    update: some(updateOpen.extend(keyed)),
  }),
  /** Who signs for it, and how: changes to confirm, mandates that end, and what is done where too few sign. */
  signing: z.object({
    changes: some(changeToConfirm.extend(keyed)),
    ending: some(endingMandate.extend(keyed)),
    missing: signatoryMissing.extend(keyed).nullable(),
    recovery: recoveryUnderWay.extend({ ...keyed, day: z.iso.date().nullable() }).nullable(),
  }),
  notRecorded: some(z.object(about)),
  leftOpen: some(leftOpen),
  said: recordedStances,
});
export type OrganizationTasks = z.output<typeof organizationTasks>;

/** Something that happened to a position that the viewer may read. */
const happened = z.object({
  at: z.iso.datetime(),
  kind: stepKind,
  organization: organizationName,
  ...about,
  stance,
  /** What stood before, where the viewer may read it. */
  before: stance.nullable(),
});

/** What waits for the viewer in the part that they have in the network: as the convener, or as who is asked to convene. */
export const conveningTasks = z.object({
  proposals: some(undecidedProposal.extend(keyed)),
  applications: some(application.extend(keyed)),
  offers: some(termOffer.extend(keyed)),
  /** Somebody is to sign again for an organization that too few sign for: the administrator and the convener agree. */
  recoveries: some(recoveryToAgree.extend(keyed)),
});
export type ConveningTasks = z.output<typeof conveningTasks>;

export const home = z.object({
  organizations: z.array(organizationTasks),
  convening: conveningTasks,
  /** The next meeting of the network, and those that are overdue; null for whoever is outside it. */
  briefings: briefingsAhead.nullable(),
  since: z.object({
    /** When the viewer was here before; null at a first visit, and then the last thirty days are told. */
    lastHere: z.iso.datetime().nullable(),
    ...some(happened).shape,
  }),
});
export type Home = z.output<typeof home>;

export const homeInput = z.strictObject({});
