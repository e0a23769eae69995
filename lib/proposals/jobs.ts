import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { present } from "@/lib/organizations/policy";
import { findConveners } from "@/lib/organizations/read.convener";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";

type MailJob = Pick<JobHelpers["job"], "id" | "created_at">;
type MailRecipient = { id: string; email: string; language: string };

/**
 * Mails the convener's people when a proposal arrives, and its proposers when it is answered. The mail only links: the
 * text stays behind sign-in.
 */
export async function notifyOfProposal(
  { proposal: id, step: number }: Jobs["tell_of_proposal"],
  { job }: { job: MailJob },
) {
  const step = await db.proposalStep.findUnique({
    where: { proposalId_number: { proposalId: id, number } },
    select: { act: true, actorId: true, proposal: { select: { authorId: true, organizationId: true } } },
  });
  if (!step) return;
  const arrived = step.act === "proposed";
  const told = (arrived ? await findConveners() : await findProposers(step.proposal)).filter(
    (it) => it.id !== step.actorId,
  );
  const { origin } = env();
  // One mail each, numbered, so that a second attempt is the same mail to the same mailbox.
  for (const [place, { email, language }] of told.entries()) {
    const locale = language === "fr" ? "fr" : "en";
    const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail.proposal" });
    const link = `${origin}/${locale}/propositions/proposals/${id}`;
    const what = arrived ? "arrived" : "answered";
    const messageId = toMessageId(`proposal-${String(place)}`, job);
    await deliver({ to: email, subject: t(`${what}.subject`), text: t(`${what}.text`, { link, origin }), messageId });
  }
}

const mailed = { id: true, email: true, language: true } as const;

/** Whoever proposed it, while they are there; else all who are there now. */
async function findProposers({ authorId, organizationId }: { authorId: string; organizationId: string }) {
  const inside = { status: { in: [...present] } };
  const here = { representations: { some: { organizationId, endedAt: null, organization: inside } } };
  const people: MailRecipient[] = await db.person.findMany({ where: here, orderBy: { id: "asc" }, select: mailed });
  const author = people.filter(({ id }) => id === authorId);
  return author.length > 0 ? author : people;
}
