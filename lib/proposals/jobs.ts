import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import { present } from "@/lib/organizations/policy";
import { findConveners } from "@/lib/organizations/read.convener";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import type { kinds } from "./activity";

declare module "@/lib/platform/jobs/queue" {
  interface FormerJobPayloads {
    tell_of_proposal: { proposal: string; step: number };
  }
}

type About = { subjectId: string };

/** A sentence waits for the convener's persons. Which one stands behind the link. */
const arrived = {
  recipients: async () => (await findConveners()).map(({ id }) => id),
  mail: ({ subjectId }: About, t: Translator, { page, origin }: MailLinks) => {
    const link = page(`/propositions/proposals/${subjectId}`);
    return { subject: t("mail.proposal.arrived.subject"), text: t("mail.proposal.arrived.text", { link, origin }) };
  },
};

/** Its own people read that something was said about one of theirs. What it is stands behind the link. */
const answered = {
  recipients: ({ subjectId }: About) => findProposers(subjectId),
  mail: ({ subjectId }: About, t: Translator, { page, origin }: MailLinks) => {
    const link = page(`/propositions/proposals/${subjectId}`);
    return { subject: t("mail.proposal.answered.subject"), text: t("mail.proposal.answered.text", { link, origin }) };
  },
};

/** Whoever proposed it, while they are there; else all who are there now. */
async function findProposers(id: string): Promise<string[]> {
  const proposal = await db.proposal.findUnique({ where: { id }, select: { authorId: true, organizationId: true } });
  if (!proposal) return [];
  const { authorId, organizationId } = proposal;
  const inside = { status: { in: [...present] } };
  const here = { representations: { some: { organizationId, endedAt: null, organization: inside } } };
  const people = (await db.person.findMany({ where: here, select: { id: true } })).map((it) => it.id);
  return people.includes(authorId) ? [authorId] : people;
}

/** A step and the row of the record were written at one moment of one transaction. */
async function notifyOfStep({ proposal: proposalId, step: number }: FormerJobPayloads["tell_of_proposal"]) {
  const step = await db.proposalStep.findUnique({ where: { proposalId_number: { proposalId, number } } });
  if (step) await notifyLate({ kinds: [`proposal.${step.act}`], subject: `proposal/${proposalId}`, at: step.at });
}

const notices: NoticesFor<typeof kinds> = {
  "proposal.proposed": arrived,
  "proposal.judged": answered,
  "proposal.opened": answered,
  "proposal.merged": answered,
  "proposal.declined": answered,
};

export const work = { jobs: { tell_of_proposal: notifyOfStep }, notices } satisfies NounWork;
