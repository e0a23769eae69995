import "server-only";
import type { MailLinks } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";

type Replied = { subjectId: string; facts: { comment: string } };

/** Whoever is answered: the author of the remark, as long as they write for its organization. */
async function findAnswered(id: string): Promise<string[]> {
  const reply = await db.talkingPointComment.findUnique({
    where: { id },
    select: { authorId: true, parent: { select: { authorId: true, organizationId: true } } },
  });
  if (!reply?.parent || reply.parent.authorId === reply.authorId) return [];
  const { authorId: personId, organizationId } = reply.parent;
  const writing = await db.mandate.count({
    where: {
      ...{ personId, organizationId, organization: { status: "member" }, powers: { has: "draft" } },
      ...inForce(await readClock(db)),
      person: { representations: { some: { organizationId, endedAt: null } } },
    },
  });
  return writing > 0 ? [personId] : [];
}

/** A remark was answered: what was said stands behind the link. */
export const replied = {
  recipients: ({ facts }: Replied) => findAnswered(facts.comment),
  mail: ({ subjectId }: Replied, t: Translator, { page, origin }: MailLinks) => ({
    subject: t("mail.talkingPoint.replied.subject"),
    text: t("mail.talkingPoint.replied.text", {
      link: page(`/talking-points/${subjectId}/discussion`),
      origin,
    }),
  }),
};
