import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { propositionName, stance, stepKind } from "@/lib/positions/schema";

const about = { proposition: propositionName.omit({ statement: true }) };

/** A draft that waits for a signatory. */
const awaiting = z.object({
  ...about,
  stance,
  submittedBy: z.string().nullable(),
  since: z.iso.datetime(),
  /** From the organization's usual days; its own date, never a deadline. */
  suggestedBy: z.iso.date(),
  maySignOff: z.boolean(),
});

const returned = z.object({ ...about, stance, at: z.iso.datetime(), note: z.string().nullable() });

const review = z.object({
  ...about,
  stance,
  reviewBy: z.iso.date(),
  stale: z.boolean(),
  mayConfirm: z.boolean(),
  /** Who was asked to confirm it, or could be; null where nobody can. */
  confirmer: z.object({ name: z.string().nullable(), asked: z.boolean() }).nullable(),
});

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
  mandate: z
    .object({
      givers: z.array(z.string().nullable()),
      self: z.boolean(),
      requestedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  awaitingSignOff: some(awaiting),
  returned: some(returned),
  /** Past their review date, or due for it within thirty days. */
  review: some(review),
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

export const home = z.object({
  organizations: z.array(organizationTasks),
  since: z.object({
    /** When the viewer was here before; null at a first visit, and then the last thirty days are told. */
    lastHere: z.iso.datetime().nullable(),
    ...some(happened).shape,
  }),
});
export type Home = z.output<typeof home>;

export const homeInput = z.strictObject({});
