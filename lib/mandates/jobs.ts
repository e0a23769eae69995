import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";
import { expiryNotice, remindOfExpiringMandates } from "./jobs.expiry";
import { composeAbout } from "./jobs.mails";
import { announcedNotice, completeRecoveries, completeRecovery, endedNotice, requestedNotice } from "./jobs.recovery";
import { findGivers, findSigners } from "./read.signers";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    remind_of_expiring_mandates: Record<string, never>;
    complete_recovery: { recovery: string };
    complete_recoveries: Record<string, never>;
  }
  interface FormerJobPayloads {
    tell_of_mandate_request: { person: string; organization: string };
  }
}

/** Those who can give a mandate, while somebody of their organization asks for one; whoever left it asks no more. */
async function findRecipients(organizationId: string, personId: string): Promise<string[]> {
  const belongs = { representations: { some: { organizationId, endedAt: null } } };
  if (!(await db.mandateRequest.findFirst({ where: { personId, organizationId, person: belongs } }))) return [];
  const { givers } = await findGivers(db, organizationId, { personId, now: new Date() });
  return givers.map((it) => it.personId);
}

/** Who asks stands behind the link. */
async function compose({ subjectId: id }: { subjectId: string }, t: Translator, { page, origin }: MailLinks) {
  const { slug } = await db.organization.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  const link = page(`/organizations/${slug}/mandates`);
  return { subject: t("mail.mandateRequest.subject"), text: t("mail.mandateRequest.text", { link, origin }) };
}

/** Whoever signs for it: of what waits for a second signature, and of what became of it. */
const findSignersOf = async (organizationId: string) =>
  (await findSigners(db, [organizationId], new Date())).map((it) => it.personId);

const notices: NoticesFor<typeof kinds> = {
  "mandate.expiryNear": expiryNotice,
  "signOffChange.proposed": {
    recipients: async ({ subjectId, facts }) => {
      const waits = await db.signOffChange.count({ where: { id: facts.change, answer: null } });
      return waits > 0 ? findSignersOf(subjectId) : [];
    },
    mail: (activity, t, links) => composeAbout(activity, t, links, { mail: "changeProposed", page: "mandates" }),
  },
  "signOffChange.answered": {
    recipients: ({ subjectId }) => findSignersOf(subjectId),
    mail: (activity, t, links) => composeAbout(activity, t, links, { mail: "changeAnswered", page: "mandates" }),
  },
  "recovery.requested": requestedNotice,
  "recovery.announced": announcedNotice,
  "recovery.ended": endedNotice,
  "mandate.requested": { recipients: ({ subjectId, facts }) => findRecipients(subjectId, facts.person), mail: compose },
};

const notifyOfRequest = ({ person, organization }: FormerJobPayloads["tell_of_mandate_request"]) =>
  notifyLate({ kinds: ["mandate.requested"], subject: `organization/${organization}`, facts: { person } });

export const work = {
  jobs: {
    tell_of_mandate_request: notifyOfRequest,
    remind_of_expiring_mandates: remindOfExpiringMandates,
    complete_recovery: completeRecovery,
    complete_recoveries: completeRecoveries,
  },
  nightly: { remind_of_expiring_mandates: "25 7 * * *", complete_recoveries: "30 7 * * *" },
  notices,
} satisfies NounWork;
