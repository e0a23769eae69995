import "server-only";
import type { MailLinks } from "@/lib/activity/jobs.notifications";
import { findConveners } from "@/lib/organizations/read.convener";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import { listEndorsers } from "./read.endorsers";

type About = { subjectId: string; facts: { round: string; version: number } };

/** The round as it is now, where it is still about the words it was then. */
async function findRound({ facts: { round: id, version } }: About) {
  const found = await db.noObjectionRound.findUnique({
    where: { id },
    select: {
      state: true,
      version: true,
      of: {
        select: {
          themes: { select: { themeId: true } },
          talkingPoint: { select: { leads: { select: { organizationId: true } } } },
        },
      },
    },
  });
  if (found?.version !== version) return null;
  const { themes, talkingPoint } = found.of;
  return {
    ...found,
    themeIds: themes.map((it) => it.themeId),
    leads: talkingPoint.leads.map((it) => it.organizationId),
  };
}

const linked =
  (kind: "opened" | "outcome") =>
  ({ subjectId }: About, t: Translator, { page, origin }: MailLinks) => {
    const link = page(`/talking-points/${subjectId}`);
    return { subject: t(`mail.round.${kind}.subject`), text: t(`mail.round.${kind}.text`, { link, origin }) };
  };

/** Whoever can object for a member is told while it runs: their silence would otherwise say nothing. */
export const opened = {
  recipients: async (about: About) => {
    const round = await findRound(about);
    if (round?.state !== "running") return [];
    const members = await db.organization.findMany({ where: { status: "member" }, select: { id: true } });
    const endorsers = await listEndorsers(
      members.map(({ id }) => id),
      round.themeIds,
    );
    return [...new Set(endorsers.map(({ personId }) => personId))];
  },
  mail: linked("opened"),
};

/** It is over: the signatories of its leads and the convener's persons read how. Whose objection it was is in no mail. */
export const outcome = {
  recipients: async (about: About) => {
    const round = await findRound(about);
    if (!round) return [];
    const leads = await listEndorsers(round.leads, round.themeIds);
    const conveners = await findConveners();
    return [...new Set([...leads.map(({ personId }) => personId), ...conveners.map(({ id }) => id)])];
  },
  mail: linked("outcome"),
};
