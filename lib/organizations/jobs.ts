import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";
import { sendApplicationLink } from "./jobs.application";
import { sendInvitation } from "./jobs.invitations";
import { findConveners } from "./read.convener";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    send_application_link: { application: string };
    send_invitation: { invitation: string; round: number };
  }
  interface FormerJobPayloads {
    tell_of_admission: { organization: string; step: number };
  }
}

type About = { subjectId: string };

const findConvenerIds = async () => (await findConveners()).map(({ id }) => id);

async function findOwnPeople(organizationId: string): Promise<string[]> {
  const where = { representations: { some: { organizationId, endedAt: null } } };
  return (await db.person.findMany({ where, select: { id: true } })).map((it) => it.id);
}

const findLink = async ({ subjectId: id }: About, { page }: MailLinks) => {
  const { slug } = await db.organization.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return page(`/organizations/${slug}/admission`);
};

/** Something waits for the convener's persons. Whose it is stands behind the link. */
async function composeArrived(about: About, t: Translator, links: MailLinks) {
  const [link, origin] = [await findLink(about, links), links.origin];
  return { subject: t("mail.application.arrived.subject"), text: t("mail.application.arrived.text", { link, origin }) };
}

/** The organization's own people read that something was decided. What it was stands behind the link. */
async function composeDecided(about: About, t: Translator, links: MailLinks) {
  const [link, origin] = [await findLink(about, links), links.origin];
  return { subject: t("mail.application.decided.subject"), text: t("mail.application.decided.text", { link, origin }) };
}

const notices: NoticesFor<typeof kinds> = {
  "organization.applied": { recipients: findConvenerIds, mail: composeArrived },
  "organization.decided": {
    // Whoever left and asks to return waits for the convener; everything else was decided about it.
    recipients: ({ subjectId, facts }) => (facts.decision === "return" ? findConvenerIds() : findOwnPeople(subjectId)),
    mail: (activity, t, links) =>
      activity.facts.decision === "return" ? composeArrived(activity, t, links) : composeDecided(activity, t, links),
  },
};

/** A step and the row of the record were written at one moment of one transaction. */
async function notifyOfStep({ organization: organizationId, step: number }: FormerJobPayloads["tell_of_admission"]) {
  const step = await db.organizationStep.findUnique({ where: { organizationId_number: { organizationId, number } } });
  const subject = `organization/${organizationId}`;
  if (step) await notifyLate({ kinds: ["organization.applied", "organization.decided"], subject, at: step.at });
}

export const work = {
  jobs: {
    send_application_link: sendApplicationLink,
    send_invitation: sendInvitation,
    tell_of_admission: notifyOfStep,
  },
  notices,
} satisfies NounWork;
