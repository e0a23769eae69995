import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, slug } from "@/lib/platform/text/schema";

export const attendanceAnswers = ["coming", "not_coming", "undecided"] as const;
export const maxAttendees = 20;

/** Whether an organization comes, and whom it names. */
export const attendance = z.object({
  answer: z.enum(attendanceAnswers),
  people: z.array(z.string()),
  /** Rises with every change; the ETag. */
  version: z.int(),
  /** Said of a time that the meeting has no more: it counts as silent until it is said again. */
  earlierTime: z.boolean(),
});
export type Attendance = z.output<typeof attendance>;

export const attendanceKey = z.strictObject({ id: slug, organization: slug });
export const attendanceInput = attendanceKey.extend({
  answer: z.enum(attendanceAnswers),
  /** By name, as they want to stand on the host's list; nobody need be named. */
  people: z.array(line(120)).max(maxAttendees),
});
export type AttendanceInput = z.output<typeof attendanceInput>;

export const attendanceListInput = z.strictObject({ ...pageQuery, id: slug });
export type AttendanceListInput = z.output<typeof attendanceListInput>;
/** Null: it said nothing yet, which is no refusal. */
const row = z.object({ organization: organizationName, answer: attendance.nullable() });
export const attendanceList = listOf(row).extend({
  title: z.object({ en: z.string(), fr: z.string() }),
  /** How many organizations gave each answer, and how many people they name. */
  counts: z.object({ coming: z.int(), not_coming: z.int(), undecided: z.int(), silent: z.int(), people: z.int() }),
});
export type AttendanceList = z.output<typeof attendanceList>;
