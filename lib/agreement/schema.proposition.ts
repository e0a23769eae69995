import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
import { asOfDay, position, stance } from "@/lib/positions/schema";
import { assessed } from "./schema";

const count = z.number().int().min(0);

/** One proposition: what the answers amount to, and the first who hold each stance. Further ones come as lists. */
export const propositionStances = assessed.extend({
  held: z.array(z.object({ stance, total: count, items: z.array(position) })),
  /** Members of whom this reader sees no answer: silent or, where some are not shown, perhaps kept to others. */
  silent: z.object({ total: count, items: z.array(organizationName) }),
});
export type PropositionStances = z.output<typeof propositionStances>;

const at = { slug, asOf: asOfDay.optional() };
export const propositionStancesInput = z.strictObject(at);
export type PropositionStancesInput = z.output<typeof propositionStancesInput>;

export const nonRespondentsInput = z.strictObject({ ...pageQuery, ...at });
export type NonRespondentsInput = z.output<typeof nonRespondentsInput>;
export const nonRespondentsList = listOf(organizationName);
