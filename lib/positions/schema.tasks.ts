import { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import { propositionName, stance } from "./schema";

export const propositionTitle = propositionName.omit({ statement: true });
const about = { proposition: propositionTitle };

/** A draft that waits for a signatory. */
export const awaiting = z.object({
  ...about,
  stance,
  submittedBy: z.string().nullable(),
  since: z.iso.datetime(),
  /** From the organization's usual days; its own date, never a deadline. */
  suggestedBy: z.iso.date(),
  maySignOff: z.boolean(),
});

/** A draft that a signatory gave back. */
export const returned = z.object({ ...about, stance, at: z.iso.datetime(), note: z.string().nullable() });

/** A position past its review date, or due for it within thirty days. */
export const review = z.object({
  ...about,
  stance,
  reviewBy: z.iso.date(),
  stale: z.boolean(),
  mayConfirm: z.boolean(),
  /** Who was asked to confirm it, or could be; null where nobody can. */
  confirmer: z.object({ name: z.string().nullable(), asked: z.boolean() }).nullable(),
});

/** A position that was given for an earlier wording than the one in force. */
export const earlierWording = z.object({ ...about, stance });

/** A position still undecided after the day that the organization set itself. */
export const undecided = z.object({ ...about, stance, decideBy: z.iso.date() });

/** What waits for the people of an organization on its positions. */
export type PositionTask = TasksOf<
  "positions",
  {
    submitted: z.output<typeof awaiting>;
    returned: z.output<typeof returned>;
    earlierWording: z.output<typeof earlierWording>;
    undecided: z.output<typeof undecided>;
    review: z.output<typeof review>;
  }
>;
