import { randomBytes } from "node:crypto";
import type { BriefingCalendar } from "@/lib/briefings/schema.calendar";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";

type Built = ReturnType<typeof buildBriefing>;

/** A scheduled meeting that ours hosts and is asked to, of each request its own; a clock changed under it. */
const scheduled =
  (request: (built: Built, ours: string) => RequestSpec | Promise<RequestSpec>): RequestSpecs[string] =>
  async ({ ours }) => {
    const at = new Date();
    const built = buildBriefing({ host: ours, invited: [ours], at, wallStart: "2031-12-16T09:00" });
    await insertBriefing(built);
    const { id: briefingId } = built.briefing;
    const moved = { fromAt: at, toAt: at, fromVersion: "2026a", toVersion: "2026f" };
    await db.clockChange.create({ data: { briefingId, kind: "meeting", ...moved, foundAt: at } });
    return { params: { id: built.briefing.slug }, ...(await request(built, ours.slug)) };
  };

/** The same where ours has said whether it comes. */
const answered = scheduled(async ({ briefing, invitees }, organization) => {
  await db.briefingAttendance.create({ data: { inviteeId: invitees[0]?.id ?? "", answer: "coming" } });
  return { params: { id: briefing.slug, organization } };
});

/** Somebody of ours, the link to their calendar, and a meeting that stands in it. */
const linked: RequestSpecs[string] = async ({ ours }) => {
  const person = await given.memberOf(ours);
  const link = randomBytes(16).toString("base64url");
  await db.calendarFeed.create({ data: { personId: person.id, tokenHash: sha256(link), createdAt: new Date() } });
  return { params: { file: `${link}.ics` } };
};

export const part: RequestSpecs = {
  "briefings.calendar.get network": scheduled(() => ({})),
  "briefings.calendar.get what-clocks-did": scheduled(() => ({
    sees: (it) => (it as BriefingCalendar).clockChanges !== null,
  })),
  "briefings.calendar.file network": scheduled(() => ({ sees: (_, text) => text.includes("BEGIN:VEVENT") })),
  "briefings.calendar.move ours": scheduled(() => ({
    headers: { "if-match": '"1"' },
    body: { wallStart: "2028-12-13T10:00" },
  })),
  "briefings.calendar.cancel ours": scheduled(() => ({
    headers: { "if-match": '"1"' },
    body: { reason: { en: "Nobody can come." } },
  })),
  "briefings.calendar.announceClock ours": scheduled(() => ({ body: {} })),
  "briefings.calendar.attendance.list ours": scheduled(() => ({})),
  "briefings.calendar.attendance.get ours": answered,
  "briefings.calendar.attendance.answer ours": scheduled(({ briefing }, organization) => ({
    params: { id: briefing.slug, organization },
    headers: { "if-none-match": "*" },
    body: { answer: "coming", people: ["Ana"] },
  })),
  "briefings.calendar.feed.get own": () => ({}),
  "briefings.calendar.feed.make own": () => ({ body: {} }),
  "briefings.calendar.feed.end own": () => ({}),
  "briefings.calendar.feed.read unknown": () => ({ params: { file: `${randomBytes(16).toString("base64url")}.ics` } }),
  "briefings.calendar.feed.read ours": linked,
};
