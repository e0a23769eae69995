import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";
import { findGivers } from "./read.signers";

declare module "@/lib/platform/jobs/queue" {
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

const notices: NoticesFor<typeof kinds> = {
  "mandate.requested": { recipients: ({ subjectId, facts }) => findRecipients(subjectId, facts.person), mail: compose },
};

const notifyOfRequest = ({ person, organization }: FormerJobPayloads["tell_of_mandate_request"]) =>
  notifyLate({ kinds: ["mandate.requested"], subject: `organization/${organization}`, facts: { person } });

export const work = { jobs: { tell_of_mandate_request: notifyOfRequest }, notices } satisfies NounWork;
