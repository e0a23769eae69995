import "server-only";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db, transact } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";
import { amendmentHandled, amendmentOpened } from "./jobs.amendments";
import { replied } from "./jobs.comments";
import { noteRedLines } from "./jobs.red-lines";
import { opened, outcome } from "./jobs.rounds";
import { findLatestAnswers } from "./read.answers";
import { listEndorsers } from "./read.endorsers";
import { advanceRound, leaveDueRounds } from "./write.round-progress";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    advance_round: { round: string };
    advance_rounds: Record<string, never>;
    note_red_lines: Record<string, never>;
  }
}

type About = { subjectId: string };

/**
 * Whoever answered earlier words is asked for these: those who endorse for the organization now, under a mandate that covers
 * the text. Rights and answers are looked at again when the mail is written.
 */
async function findEndorsers(id: string): Promise<string[]> {
  const point = await db.talkingPoint.findUnique({
    where: { id },
    select: { currentVersion: true, status: true, current: { select: { themes: { select: { themeId: true } } } } },
  });
  if (!point || point.status === "draft" || point.status === "retired") return [];
  const answers = await findLatestAnswers({ before: undefined });
  const waiting = (answers.get(id) ?? []).filter(({ version }) => version !== point.currentVersion);
  const themeIds = point.current.themes.map((it) => it.themeId);
  const endorsers = await listEndorsers(
    waiting.map((it) => it.organizationId),
    themeIds,
  );
  return endorsers.map((it) => it.personId);
}

/** The words that an organization answered have changed: what they are now stands behind the link. */
const reworded = {
  recipients: async ({ subjectId }: About) => [...new Set(await findEndorsers(subjectId))],
  mail: ({ subjectId }: About, t: Translator, { page, origin }: MailLinks) => {
    const link = page(`/talking-points/${subjectId}`);
    return {
      subject: t("mail.talkingPoint.reworded.subject"),
      text: t("mail.talkingPoint.reworded.text", { link, origin }),
    };
  },
};

const notices: NoticesFor<typeof kinds> = {
  "talkingPoint.reworded": reworded,
  "talkingPoint.consolidated": reworded,
  "amendment.opened": amendmentOpened,
  "amendment.handled": amendmentHandled,
  "comment.replied": replied,
  "round.opened": opened,
  "round.passed": outcome,
  "round.stopped": outcome,
};

export const work = {
  jobs: {
    advance_round: ({ round }: JobPayloads["advance_round"]) => transact((tx) => advanceRound(tx, round)),
    advance_rounds: leaveDueRounds,
    note_red_lines: noteRedLines,
  },
  nightly: { advance_rounds: "25 7 * * *", note_red_lines: "30 7 * * *" },
  notices,
} satisfies NounWork;
