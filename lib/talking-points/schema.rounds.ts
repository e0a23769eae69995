import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, slug } from "@/lib/platform/text/schema";
import { reasonCharacters, roundDays, roundNextSteps, roundStates } from "./constants";
import { digest, pair, versionNumber } from "./schema.text";

export const roundsInput = z.strictObject({ id: slug, asOf: z.iso.date().optional() });

export const roundInput = z.strictObject({
  id: slug,
  onBehalfOf: slug,
  /** The words that were shown. */
  version: versionNumber,
  digest,
  workingDays: z.number().int().min(roundDays.least).max(roundDays.most).default(roundDays.usual),
  /** The day on which it begins; now where there is none. */
  opensOn: z.iso.date().optional(),
});
export type RoundInput = z.output<typeof roundInput>;

const roundNumber = z.coerce.number().int().min(1).max(1_000_000);
const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => Boolean(en || fr);

export const objectionInput = z.strictObject({
  id: slug,
  round: roundNumber,
  onBehalfOf: slug,
  /** The words that were shown. */
  version: versionNumber,
  digest,
  reason: bilingualText(reasonCharacters).refine(isWritten, "reasonMissing"),
  /** The words that would lift it. */
  lift: bilingualText(reasonCharacters).optional(),
  /** Whether members may read whose it is. */
  named: z.boolean().default(false),
});
export type ObjectionInput = z.output<typeof objectionInput>;

export const nextStepInput = z.strictObject({
  id: slug,
  round: roundNumber,
  onBehalfOf: slug,
  nextStep: z.enum(roundNextSteps),
});
export type NextStepInput = z.output<typeof nextStepInput>;

const round = z.object({
  number: z.number().int(),
  state: z.enum(roundStates),
  /** The words it is about. */
  version: z.number().int(),
  digest: z.string(),
  openedBy: organizationName,
  workingDays: z.number().int(),
  opensAt: z.iso.datetime(),
  /** Null until it runs. */
  closesAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** While it runs: days that count, after today. */
  workingDaysLeft: z.number().int().nullable(),
  /** It is due, and waits until both languages of every clause say the same. */
  waitsForLanguages: z.boolean(),
  /** Why it stopped. `by` is null unless the objector said that its name may be said, and for those who know it. */
  objection: z
    .object({ reason: pair, lift: pair.nullable(), by: organizationName.nullable(), named: z.boolean() })
    .nullable(),
  /** In numbers, once it passed: no name is added. */
  result: z
    .object({ noObjection: z.number().int(), stoodAside: z.number().int(), unreachable: z.number().int() })
    .nullable(),
  nextStep: z.enum(roundNextSteps).nullable(),
  steps: z.array(
    z.object({
      kind: z.enum(["planned", "opened", "restarted", "stopped", "ended", "passed", "decided"]),
      version: z.number().int(),
      at: z.iso.datetime(),
      closesAt: z.iso.datetime().nullable(),
      nextStep: z.enum(roundNextSteps).nullable(),
    }),
  ),
});
export type Round = z.output<typeof round>;

export const rounds = z.object({
  /** Newest first. */
  rounds: z.array(round),
  /** Why none can be opened now, where that is so: whoever leads reads it beside the button. */
  obstacle: z
    .enum(["notOpen", "roundUnderWay", "roundStopped", "roundPassed", "objectedAlready", "roundNeedsEqual"])
    .nullable(),
  viewer: z.object({
    /** Leads for which this viewer opens a round, and says what follows after a stop. */
    opens: z.array(organizationName),
    /** Member organizations for which this viewer objects while one is under way. */
    objects: z.array(organizationName),
    needsFreshSignIn: z.boolean(),
  }),
});
export type Rounds = z.output<typeof rounds>;
