import { z } from "zod";
import { briefingName, cadenceStanding, sequencePart } from "./schema";

/** What the first page says of meetings. */
export const briefingsAhead = z.object({
  next: sequencePart.nullable(),
  /** Meetings that have no date and should have been held, the earliest first. */
  overdue: z.object({ items: z.array(briefingName), total: z.number().int() }),
  /** Kinds of which the next one is due and not planned. */
  cadences: z.array(cadenceStanding),
});
export type BriefingsAhead = z.output<typeof briefingsAhead>;
