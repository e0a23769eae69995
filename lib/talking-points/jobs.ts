import "server-only";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Power } from "@/lib/platform/generated/prisma/enums";
import type { Translator } from "@/lib/platform/i18n/translator";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import type { kinds } from "./activity";
import { replied } from "./jobs.comments";
import { findLatestAnswers } from "./read.answers";
import { standingOf } from "./rules.handling";

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
  return findMandated(
    waiting.map((it) => it.organizationId),
    "endorse",
    themeIds,
  );
}

/** Who uses a power for these member organizations now, under a mandate that covers the text. */
async function findMandated(organizationIds: readonly string[], power: Power, themeIds: readonly string[]) {
  const mandates = await db.mandate.findMany({
    where: {
      organizationId: { in: [...organizationIds] },
      organization: { status: "member" },
      powers: { has: power },
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

type Amended = About & { facts: { amendment: string } };

/** An amendment that still waits for somebody, with those who hold the pen of its text. */
async function findAmended({ facts }: Amended) {
  const found = await db.amendment.findUnique({
    where: { id: facts.amendment },
    select: {
      organizationId: true,
      steps: { orderBy: { number: "asc" } },
      of: {
        select: {
          talkingPoint: {
            select: {
              leads: { select: { organizationId: true } },
              current: { select: { themes: { select: { themeId: true } } } },
            },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { leads, current } = found.of.talkingPoint;
  const { state, handled } = standingOf(found.steps);
  const themeIds = current.themes.map((it) => it.themeId);
  return { ...{ organizationId: found.organizationId, leads, themeIds }, open: state === "open", handled };
}

const aboutAmendment =
  (kind: "opened" | "handled") =>
  ({ subjectId, facts }: Amended, t: Translator, { page, origin }: MailLinks) => {
    const link = page(`/talking-points/${subjectId}/amendments/${facts.amendment}`);
    return {
      subject: t(`mail.talkingPoint.amendment.${kind}.subject`),
      text: t(`mail.talkingPoint.amendment.${kind}.text`, { link, origin }),
    };
  };

/** Somebody amends a text: whoever holds its pen says what becomes of that. */
const opened = {
  recipients: async (activity: Amended) => {
    const found = await findAmended(activity);
    if (!found?.open || found.handled) return [];
    const leads = found.leads.map((it) => it.organizationId);
    return [...new Set(await findMandated(leads, "draft", found.themeIds))];
  },
  mail: aboutAmendment("opened"),
};

/** A lead says what it would do with an amendment: the amender agrees or not. */
const handled = {
  recipients: async (activity: Amended) => {
    const found = await findAmended(activity);
    if (!found?.open || !found.handled) return [];
    return [...new Set(await findMandated([found.organizationId], "draft", found.themeIds))];
  },
  mail: aboutAmendment("handled"),
};

const notices: NoticesFor<typeof kinds> = {
  "talkingPoint.reworded": reworded,
  "talkingPoint.consolidated": reworded,
  "amendment.opened": opened,
  "amendment.handled": handled,
  "comment.replied": replied,
};

export const work = { jobs: {}, notices } satisfies NounWork;
