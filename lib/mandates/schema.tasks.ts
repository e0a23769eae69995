import { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";

/** For somebody who may not draft: who can give them a mandate, whether they are so themselves, and since when they ask for one. */
export const mandateWanted = z.object({
  givers: z.array(z.string().nullable()),
  self: z.boolean(),
  requestedAt: z.iso.datetime().nullable(),
});

/** What waits for a person before they can act for their organization. */
export type MandateTask = TasksOf<"mandates", { ask: z.output<typeof mandateWanted> }>;
