import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { prose, slug } from "@/lib/platform/text/schema";
import { membershipDecisions, organizationStatuses } from "./schema";
import { similarOrganization } from "./schema.application";

const status = z.enum(organizationStatuses);
const seat = z.enum(["member", "observer"]);
const decision = z.enum(["admit", "refuse", "suspend", "leave", "return"]);

export const decideInput = z
  .strictObject({ slug, decision, as: seat.optional(), reason: prose(1000).optional() })
  .refine((it) => (it.decision === "admit") === (it.as !== undefined), { message: "seatWithAdmission", path: ["as"] })
  .refine((it) => !(it.decision === "refuse" || it.decision === "suspend") || Boolean(it.reason), {
    message: "reasonMissing",
    path: ["reason"],
  });
export type DecideInput = z.output<typeof decideInput>;

/** What would follow, in numbers, before anybody decides. */
export const decisionOption = z.object({
  decision,
  as: seat.nullable(),
  becomes: status,
  mandatesEnded: z.number().int(),
  positionsLeaving: z.number().int(),
  positionsReturning: z.number().int(),
  /** Cells of the grid that read "not recorded" from then on. */
  cellsNotRecorded: z.number().int(),
  /** The number that every total is out of, where it changes. */
  members: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
  /** Nought to the convener: how many people an organization has is its own to know. */
  peopleLosingAccess: z.number().int(),
  /** Told to the convener too, since whoever admits an organization opens the network's positions to them. */
  peopleGainingAccess: z.number().int(),
  /** Why it cannot be done now, though it is this viewer's to do. */
  obstacle: z.enum(["holdsTheTerm"]).nullable(),
});
export type DecisionOption = z.output<typeof decisionOption>;

/** For the convener and the organization's own people: where it stands, and what each of them may decide. */
export const membership = z.object({
  status,
  application: z
    .object({
      at: z.iso.datetime(),
      contact: z.object({ name: z.string(), email: z.string() }),
      why: z.string(),
      language: z.string(),
      website: z.string().nullable(),
    })
    .nullable(),
  /** For the convener alone. */
  similar: z.array(similarOrganization).nullable(),
  choices: z.array(decisionOption),
  needsFreshSignIn: z.boolean(),
  /** The viewer decides as the convener, about their own organization. */
  ownInterest: z.boolean(),
});
export type Membership = z.output<typeof membership>;

export const membershipStep = z.object({
  number: z.number().int(),
  decision: z.enum(membershipDecisions),
  at: z.iso.datetime(),
  from: status.nullable(),
  to: status,
  /** Null once the person's row is gone. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** For its own people. */
  mandatesEnded: z.number().int().nullable(),
  positionsMoved: z.number().int(),
});
export type MembershipStep = z.output<typeof membershipStep>;
export const membershipStepList = listOf(membershipStep);
export const membershipStepsInput = z.strictObject({ slug, ...pageQuery });
export type MembershipStepsInput = z.output<typeof membershipStepsInput>;

export const pair = (max: number) => z.strictObject({ en: prose(max).default(""), fr: prose(max).default("") });
