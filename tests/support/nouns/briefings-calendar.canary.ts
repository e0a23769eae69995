import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { own } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const slug = "calendar-canary";

/** Whom an organization names for a meeting is read by its own people, and by the host: here the same. */
async function plantForNetwork({ canaries, owner }: Planting) {
  const built = buildBriefing({ host: owner, invited: [owner], at: new Date(), slug, wallStart: "2031-12-16T09:00" });
  await insertBriefing(built);
  const inviteeId = built.invitees[0]?.id ?? "";
  const people = { create: [{ number: 1, name: canaries.for(own, "attendee", "name") }] };
  await db.briefingAttendance.create({ data: { inviteeId, answer: "coming", people } });
}

export const part: CanaryPart = {
  columns: {
    "BriefingAttendee.name": "planted",
    "BriefingMail.kind": "kept",
    "CalendarFeed.tokenHash": "kept",
    "ClockChange.fromVersion": "kept",
    "ClockChange.toVersion": "kept",
  },
  addresses: {
    "briefings.calendar.get": () => [{ id: slug }],
    "briefings.calendar.file": () => [{ id: slug }],
    "briefings.calendar.attendance.list": () => [{ id: slug }],
    "briefings.calendar.attendance.get": ({ organizations }) =>
      organizations.map((organization) => ({ id: slug, organization })),
    "briefings.calendar.feed.read": () => [{ file: "none.ics" }],
  },
  plantForNetwork,
};
