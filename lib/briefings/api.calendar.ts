import { createHash } from "node:crypto";
import type { Download } from "@/lib/platform/http/download";
import { deciding, drafting, publicProcedure, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getAttendance, listAttendance } from "./read.attendance";
import { getBriefingCalendar } from "./read.briefing-calendar";
import { writeMeeting } from "./read.calendar";
import { readFeed } from "./read.calendar-feed";
import { attendance, attendanceInput, attendanceKey, attendanceList, attendanceListInput } from "./schema.attendance";
import * as shapes from "./schema.calendar";
import { answerAttendance } from "./write.attendance";
import { endFeed, getFeed, makeFeed } from "./write.calendar-feed";
import { letClockChangeGo } from "./write.clocks";
import { cancelBriefing, moveBriefing } from "./write.meeting-time";

const tags = ["Briefings"];
const at = "/briefings/{id}" as const;
const feedAt = "/me/calendar" as const;

/** A calendar as a file. Its tag is its content's, so that a reader who has it already is told so. */
function answerCalendar(context: Download, name: string, text: string): File {
  const type = "text/calendar; charset=utf-8";
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  context.resHeaders?.set("etag", `"${createHash("sha256").update(text).digest("hex")}"`);
  return new File([text], name, { type });
}

export const calendar = {
  get: signedIn
    .route({
      method: "GET",
      path: `${at}/calendar`,
      summary: "When a meeting is, and whether your organizations come",
      tags,
    })
    .input(shapes.briefingKey)
    .output(shapes.briefingCalendar)
    .handler(async ({ input, context }) => {
      const found = await getBriefingCalendar(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  file: signedIn
    .route({
      method: "GET",
      path: `${at}/calendar.ics`,
      summary: "A meeting, or the dates held for it, as a calendar",
      tags,
    })
    .input(shapes.briefingKey)
    .output(shapes.calendarFile)
    .handler(async ({ input, context }) =>
      answerCalendar(context, `${input.id}.ics`, await writeMeeting(context.viewer, input.id, context.language)),
    ),
  move: deciding
    .route({
      method: "POST",
      path: `${at}/move`,
      summary: "Give a scheduled meeting another time or length, as its host; If-Match",
      tags,
    })
    .input(shapes.moveInput)
    .output(shapes.briefingCalendar)
    .handler(async ({ input, context }) => {
      await moveBriefing(context.viewer, input, requireIfMatch(context));
      const found = await getBriefingCalendar(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  cancel: deciding
    .route({
      method: "POST",
      path: `${at}/cancellation`,
      summary: "Cancel a meeting with its reason, as its host; If-Match",
      tags,
    })
    .input(shapes.cancellationInput)
    .output(shapes.briefingCalendar)
    .handler(async ({ input, context }) => {
      await cancelBriefing(context.viewer, input, requireIfMatch(context));
      const found = await getBriefingCalendar(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  announceClock: deciding
    .route({
      ...{ method: "POST", path: `${at}/clock-changes`, tags },
      summary: "Tell those invited what a changed clock did to a meeting, as its host",
    })
    .input(shapes.briefingKey)
    .output(shapes.announcedClock)
    .handler(({ input, context }) => letClockChangeGo(context.viewer, input.id)),
  attendance: {
    list: signedIn
      .route({ method: "GET", path: `${at}/attendance`, summary: "Who comes to a meeting, for its host", tags })
      .input(attendanceListInput)
      .output(attendanceList)
      .handler(({ input, context }) => listAttendance(context.viewer, input, context.language)),
    get: signedIn
      .route({ method: "GET", path: `${at}/attendance/{organization}`, summary: "Whether an organization comes", tags })
      .input(attendanceKey)
      .output(attendance)
      .handler(async ({ input, context }) => {
        const found = await getAttendance(context.viewer, input.id, input.organization);
        return setETag(context, found.version, found);
      }),
    answer: drafting
      .route({
        method: "PUT",
        path: `${at}/attendance/{organization}`,
        summary: "Say whether your organization comes",
        tags,
      })
      .input(attendanceInput)
      .output(attendance)
      .handler(async ({ input, context }) => {
        const seen = context.ifNoneMatch ? null : requireIfMatch(context);
        const said = await answerAttendance(context.viewer, input, seen);
        return setETag(context, said.version, said);
      }),
  },
  feed: {
    get: signedIn
      .route({ method: "GET", path: feedAt, summary: "Whether there is a link to your calendar", tags })
      .output(shapes.ownFeed)
      .handler(({ context }) => getFeed(context.viewer)),
    make: signedIn
      .route({ method: "POST", path: feedAt, summary: "Make the link to your calendar; an earlier one ends", tags })
      .output(shapes.newFeed)
      .handler(({ context }) => makeFeed(context.viewer)),
    end: signedIn
      .route({ method: "DELETE", path: feedAt, summary: "End the link to your calendar, at once", tags })
      .output(shapes.ownFeed)
      .handler(({ context }) => endFeed(context.viewer)),
    read: publicProcedure
      .route({
        method: "GET",
        path: "/calendar/{file}",
        summary: "A calendar by its private link, without an account",
        tags,
      })
      .input(shapes.feedFileInput)
      .output(shapes.calendarFile)
      .handler(async ({ input, context }) =>
        answerCalendar(context, "concerted.ics", await readFeed(input.file, context.address)),
      ),
  },
};
