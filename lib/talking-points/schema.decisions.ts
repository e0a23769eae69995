import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { clauseKinds, responses } from "./constants";
import { talkingPointName } from "./schema";
import { pair } from "./schema.text";

const clause = z.object({
  key: z.string(),
  number: z.number().int(),
  kind: z.enum(clauseKinds),
  text: pair,
  question: pair.nullable(),
  source: z.object({ line: z.string(), lineFr: z.string().nullable() }).nullable(),
  of: pair.nullable(),
});

/** A text that an organization is asked to answer, as its board reads it. */
export const pointDecision = z.object({
  kind: z.enum(["answer", "confirm", "countersign"]),
  point: talkingPointName,
  number: z.number().int(),
  digest: z.string(),
  clauses: z.array(clause),
  /** What it answered to earlier words, or what the first of two signatories signed. */
  own: z
    .object({
      version: z.number().int(),
      response: z.enum(responses),
      reservation: pair.nullable(),
      reason: pair.nullable(),
    })
    .nullable(),
  /** The words that it answered, where they are not those in force. */
  before: z.array(z.object({ key: z.string(), text: pair })).nullable(),
  /** What other members answered to the words in force; `clauses` where it is about some of them alone. */
  others: z.array(
    z.object({
      organization: organizationName,
      response: z.enum(responses),
      clauses: z.array(z.number().int()),
      reservation: pair.nullable(),
      reason: pair.nullable(),
      /** Who shares the reservation, in these words. */
      joinedBy: z.array(organizationName),
    }),
  ),
});
export type PointDecision = z.output<typeof pointDecision>;
