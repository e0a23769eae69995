import "server-only";
import type { NounWork, OwnMailsFor } from "@/lib/activity/jobs.notifications";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue, enqueueMany, type JobPayloads } from "@/lib/platform/jobs/queue";
import { readClock } from "@/lib/platform/time/clock";
import type { kinds } from "./activity";
import { sendBriefingMail } from "./jobs.invitations";
import { findMovedClocks } from "./read.clocks";
import { announceClock, findUnannounced, followClock, nobody } from "./write.clocks";
import { leaveInvitations } from "./write.invitations";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    leave_invitations: { briefing: string };
    compare_clocks: Record<string, never>;
    follow_clock: { briefing: string };
    announce_clock: { briefing: string };
    keep_invitations: Record<string, never>;
  }
}

const leave = (briefing: string) => transact((tx) => leaveInvitations(tx, briefing));
const leaving = { leave: ({ subjectId }: { subjectId: string }) => leave(subjectId) };

/** Whatever happens to the date of a meeting is told by the mail that changes it in calendars. */
export const calendarNotices = {
  "briefing.pollReopened": leaving,
  "briefing.scheduled": leaving,
  "briefing.moved": leaving,
  "briefing.cancelled": leaving,
  "briefing.clockChanged": leaving,
  "briefing.clockAnnounced": leaving,
} satisfies Partial<OwnMailsFor<typeof kinds>>;

/** Whose wall time means another instant under the rules that run now, and whom nobody told within a day: a job for each. */
async function compareClocks() {
  const [moved, untold] = await Promise.all([findMovedClocks(db), findUnannounced(db)]);
  await transact(async (tx) => {
    const jobOf = (task: string) => (briefing: string) => ({ payload: { briefing }, key: `${task}:${briefing}` });
    await enqueueMany(tx, "follow_clock", moved.map(jobOf("follow_clock")));
    await enqueueMany(tx, "announce_clock", untold.map(jobOf("announce_clock")));
  });
}

/** At a start: whatever runs now may know other rules than what ran before. */
export const leaveClockComparison = () =>
  transact((tx) => enqueue(tx, "compare_clocks", {}, { key: "compare_clocks" }));

/** Whoever came to an invited organization since it was asked is asked as well, and whoever left is let go. */
async function keepInvitations() {
  const now = await readClock(db);
  const coming = await db.briefing.findMany({
    where: { state: "scheduled", startsAt: { gt: now } },
    select: { id: true },
  });
  const jobs = coming.map(({ id }) => ({ payload: { briefing: id }, key: `leave_invitations:${id}` }));
  await transact((tx) => enqueueMany(tx, "leave_invitations", jobs));
}

export const calendarWork = {
  jobs: {
    send_briefing_mail: sendBriefingMail,
    leave_invitations: ({ briefing }: JobPayloads["leave_invitations"]) => leave(briefing),
    compare_clocks: compareClocks,
    follow_clock: ({ briefing }: JobPayloads["follow_clock"]) => transact((tx) => followClock(tx, briefing)),
    announce_clock: ({ briefing }: JobPayloads["announce_clock"]) =>
      transact((tx) => announceClock(tx, briefing, nobody)),
    keep_invitations: keepInvitations,
  },
  nightly: { compare_clocks: "5 7 * * *", keep_invitations: "40 7 * * *" },
} satisfies NounWork;
