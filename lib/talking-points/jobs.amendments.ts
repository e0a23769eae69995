import "server-only";
import type { MailLinks } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import { listMandated } from "./read.endorsers";
import { standingOf } from "./rules.handling";

type Amended = { subjectId: string; facts: { amendment: string } };

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
export const amendmentOpened = {
  recipients: async (activity: Amended) => {
    const found = await findAmended(activity);
    if (!found?.open || found.handled) return [];
    const leads = found.leads.map((it) => it.organizationId);
    return listWriters(leads, found.themeIds);
  },
  mail: aboutAmendment("opened"),
};

/** A lead says what it would do with an amendment: the amender agrees or not. */
export const amendmentHandled = {
  recipients: async (activity: Amended) => {
    const found = await findAmended(activity);
    if (!found?.open || !found.handled) return [];
    return listWriters([found.organizationId], found.themeIds);
  },
  mail: aboutAmendment("handled"),
};

async function listWriters(organizationIds: readonly string[], themeIds: readonly string[]) {
  return [...new Set((await listMandated(organizationIds, "draft", themeIds)).map((it) => it.personId))];
}
