import "server-only";
import type { NounWork } from "@/lib/activity/jobs.notifications";
import { deleteWhatIsOver } from "@/lib/platform/db/cleanup";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { attributionRules, logisticsDays } from "./constants";
import { isTighter } from "./rules.attribution";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    delete_logistics: Record<string, never>;
  }
}

/** Under these nobody is ever told who was there or who answered once the minutes are out. */
const unattributed = attributionRules.filter((it) => isTighter(it, "on_record"));

const since = Prisma.sql`now() - make_interval(days => ${logisticsDays}::int)`;

/** Meetings that need no answer any more: over or cancelled for a while, or published without names. */
const finished = Prisma.sql`SELECT "id" FROM "Briefing" WHERE
  ("state" IN ('scheduled', 'published') AND "endsAt" < ${since})
  OR ("state" = 'cancelled' AND "stampedAt" < ${since})
  OR ("state" = 'published' AND "attribution"::text = ANY (${unattributed}))`;

const ofFinished = Prisma.sql`"inviteeId" IN (SELECT "id" FROM "BriefingInvitee" WHERE "briefingId" IN (${finished}))`;

/**
 * What was said of dates and of coming, by whom and from which address, serves a meeting and nothing after it. Those whom an
 * organization named go with its answer. No row of the record tells of it.
 */
const deleteLogistics = () =>
  deleteWhatIsOver({
    DateAnswer: ofFinished,
    DateReply: ofFinished,
    // One that opens nothing any more is but an address in clear.
    DateLink: Prisma.sql`"expiresAt" < now() OR "revokedAt" IS NOT NULL OR ${ofFinished}`,
    BriefingAttendance: ofFinished,
    BriefingMail: Prisma.sql`"briefingId" IN (${finished})`,
  });

export const logisticsWork = {
  jobs: {
    delete_logistics: async () => {
      await deleteLogistics();
    },
  },
  nightly: { delete_logistics: "20 7 * * *" },
} satisfies NounWork;
