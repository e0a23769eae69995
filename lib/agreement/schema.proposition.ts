import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, page } from "@/lib/platform/list";
import { slug } from "@/lib/platform/text";
import { asOfDay, position, stance } from "@/lib/positions/schema";
import { assessed } from "./schema";

const count = z.number().int().min(0);

/** One proposition: what the answers amount to, and the first who hold each stance. Further ones come as lists. */
export const holdings = assessed.extend({
  held: z.array(z.object({ stance, total: count, items: z.array(position) })),
  /** Members of whom this reader sees no answer: silent or, where some are not shown, perhaps kept to others. */
  silent: z.object({ total: count, items: z.array(organizationName) }),
});
export type Holdings = z.output<typeof holdings>;

const at = { slug, asOf: asOfDay.optional() };
export const holdingsInput = z.strictObject(at);
export type HoldingsInput = z.output<typeof holdingsInput>;

export const silentInput = z.strictObject({ ...page, ...at });
export type SilentInput = z.output<typeof silentInput>;
export const silentList = listOf(organizationName);
