import { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import { talkingPointName } from "./schema";

const about = { point: talkingPointName, number: z.number().int() };

/** Words that the organization has not answered; `mayEndorse`: the viewer signs for it there. */
export const unanswered = z.object({ ...about, mayEndorse: z.boolean() });

/** Words that took the place of those it answered: one click confirms, and until then it has not answered these. */
export const unconfirmed = z.object({ ...about, answered: z.number().int(), mayEndorse: z.boolean() });

/** A first signature that waits for the second. */
export const signedOnce = z.object({ ...about, maySign: z.boolean() });

/** A clause that is missing in one language. */
export const untranslated = z.object({
  ...about,
  clause: z.number().int(),
  language: z.enum(["en", "fr"]),
  dueOn: z.iso.date(),
});

/** Amendments to a text whose pen the organization holds, without a word on what becomes of them. Nothing is blocked by them. */
export const unhandled = z.object({ ...about, amendments: z.number().int(), mayHandle: z.boolean() });

/** An amendment of the organization's own: its lead says what it would do with it, and it has not answered. */
export const unansweredHandling = z.object({ ...about, amendment: z.string(), mayAnswer: z.boolean() });

/** Remarks of others that no lead replied to; `mayWrite`: the viewer writes for this lead. */
export const unansweredComments = z.object({ ...about, count: z.number().int(), mayWrite: z.boolean() });
/** A round on words that the organization has not answered: silence until its last day lets them be used orally. */
export const roundOpen = z.object({ ...about, mayEndorse: z.boolean(), closesOn: z.iso.date() });

/** It answered, and not with an endorsement of the whole text: its clauses are still to be marked, in private. */
export const unmarked = z.object({ ...about, mayEndorse: z.boolean() });

/** What waits for the people of a member organization on talking points. */
export type TalkingPointTask = TasksOf<
  "talking-points",
  {
    answer: z.output<typeof unanswered>;
    confirm: z.output<typeof unconfirmed>;
    countersign: z.output<typeof signedOnce>;
    translate: z.output<typeof untranslated>;
    handle: z.output<typeof unhandled>;
    reply: z.output<typeof unansweredHandling>;
    comments: z.output<typeof unansweredComments>;
    round: z.output<typeof roundOpen>;
    mark: z.output<typeof unmarked>;
  }
>;
