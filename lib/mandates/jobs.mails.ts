import "server-only";
import type { MailLinks, MailText } from "@/lib/activity/jobs.notifications";
import type { StoredActivity } from "@/lib/activity/read.stored";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import { objectionDays } from "./schema.recovery";

type Which = {
  mail:
    | "changeProposed"
    | "changeAnswered"
    | "mandateExpires"
    | "lastMandateExpires"
    | "recoveryRequested"
    | "recoveryAnnounced"
    | "recoveryEnded";
  page: "mandates" | "recovery";
};

/** Something about how an organization signs. Of which, and what, stands behind the link. */
export async function composeAbout(
  { subjectId: id }: Pick<StoredActivity, "subjectId">,
  t: Translator,
  { page, origin }: MailLinks,
  { mail, page: where, days }: Which & { days?: number },
): Promise<MailText> {
  const { slug } = await db.organization.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const link = page(`/organizations/${slug}/${where}`);
  const facts = { link, origin, days: days ?? objectionDays };
  return { subject: t(`mail.signOff.${mail}.subject`), text: t(`mail.signOff.${mail}.text`, facts) };
}
