import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, NounWork, OwnMailsFor } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";
import { calendarNotices, calendarWork } from "./jobs.calendar";
import { mailPoll, sendDateMail } from "./jobs.dates";
import { logisticsWork } from "./jobs.logistics";

declare module "@/lib/platform/jobs/queue" {
  interface FormerJobPayloads {
    tell_of_rapporteur: { rapporteur: string };
  }
}

async function findNamed(id: string): Promise<string[]> {
  const found = await db.rapporteur.findFirst({ where: { id, endedAt: null }, select: { personId: true } });
  return found ? [found.personId] : [];
}

const notices: OwnMailsFor<typeof kinds> = {
  ...calendarNotices,
  "rapporteur.named": {
    recipients: ({ facts }) => findNamed(facts.rapporteur),
    // When, where and on what stands behind the link.
    mail: (_, t: Translator, { page, origin }: MailLinks) => ({
      subject: t("mail.rapporteur.subject"),
      text: t("mail.rapporteur.text", { link: page("/people/rapporteurs"), origin }),
    }),
  },
};

async function notifyOfRapporteur({ rapporteur: id }: FormerJobPayloads["tell_of_rapporteur"]) {
  const found = await db.rapporteur.findUnique({ where: { id }, select: { organizationId: true } });
  if (!found) return;
  const subject = `organization/${found.organizationId}`;
  await notifyLate({ kinds: ["rapporteur.named"], subject, facts: { rapporteur: id } });
}

export const work = {
  jobs: {
    tell_of_rapporteur: notifyOfRapporteur,
    tell_of_poll: mailPoll,
    send_date_mail: sendDateMail,
    ...calendarWork.jobs,
    ...logisticsWork.jobs,
  },
  nightly: { ...calendarWork.nightly, ...logisticsWork.nightly },
  notices,
} satisfies NounWork;
