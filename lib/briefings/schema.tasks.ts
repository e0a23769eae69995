import { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import { briefingName } from "./schema";

const about = { briefing: briefingName };

/** Dates that the organization has not answered, or not as they are now; until when, where that is said. */
export const datesUnanswered = z.object({ ...about, closesOn: z.iso.date().nullable() });

/** A call for items that it has not answered with one. */
export const callOpen = z.object({ ...about, closesOn: z.iso.date() });

/** A meeting of which it has not said who comes. */
export const attendanceOpen = z.object({ ...about, on: z.iso.date() });

/** A meeting before which it may tell what it does: nobody waits for it. */
export const updateOpen = z.object({ ...about, on: z.iso.date() });

export type BriefingTask = TasksOf<
  "briefings",
  {
    poll: z.output<typeof datesUnanswered>;
    items: z.output<typeof callOpen>;
    attendance: z.output<typeof attendanceOpen>;
    update: z.output<typeof updateOpen>;
  }
>;
