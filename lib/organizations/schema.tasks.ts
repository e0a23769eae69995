import type { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import type { application } from "./schema.application";
import { offer } from "./schema.convener";

/** The convener's term, offered to an organization whose signatory the viewer is. */
export const termOffer = offer.pick({ id: true, from: true, to: true, offeredAt: true });

/** What waits for whoever convenes, and for whoever is asked to. */
export type OrganizationTask = TasksOf<
  "organizations",
  { admit: z.output<typeof application>; answerOffer: z.output<typeof termOffer> }
>;
