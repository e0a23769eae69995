import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
import { propositionName, stances } from "./schema";

const act = z.object({
  kind: z.enum(["signed_off", "withdrawn"]),
  stance: z.enum(stances),
  at: z.iso.datetime(),
  /** Null once the person's row is gone. */
  actor: z.string().nullable(),
});

/** Two signatories of one organization acted against each other within a week. Both acts stand in its history. */
export const conflict = z.object({
  organization: organizationName,
  proposition: propositionName,
  first: act,
  second: act,
});
export type Conflict = z.output<typeof conflict>;
export const conflictList = listOf(conflict);

export const conflictsInput = z.strictObject({
  ...pageQuery,
  /** All of this position's; without a place, one's own of the last month. */
  organization: slug.optional(),
  proposition: slug.optional(),
});
export type ConflictsInput = z.output<typeof conflictsInput>;
