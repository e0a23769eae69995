import "server-only";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import type { kinds } from "./activity";
import { findLatestAnswers } from "./read.answers";

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
  const mandates = await db.mandate.findMany({
    where: {
      organizationId: { in: waiting.map((it) => it.organizationId) },
      organization: { status: "member" },
      powers: { has: "endorse" },
      ...inForce(await readClock(db)),
    },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    select: {
      personId: true,
      organizationId: true,
      allThemes: true,
      themes: { select: { themeId: true } },
      person: { select: { representations: { where: { endedAt: null }, select: { organizationId: true } } } },
    },
  });
  const covers = ({ allThemes, themes }: (typeof mandates)[number]) =>
    allThemes || (themeIds.length > 0 && themeIds.every((it) => themes.some(({ themeId }) => themeId === it)));
  return mandates
    .filter((it) => it.person.representations.some((part) => part.organizationId === it.organizationId) && covers(it))
    .map(({ personId }) => personId);
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

const notices: NoticesFor<typeof kinds> = { "talkingPoint.reworded": reworded };

export const work = { jobs: {}, notices } satisfies NounWork;
