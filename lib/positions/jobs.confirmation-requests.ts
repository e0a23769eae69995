import "server-only";
import { notifyLate } from "@/lib/activity/jobs.former";
import type { MailLinks, Notice } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { FormerJobPayloads } from "@/lib/platform/jobs/queue";
import { inForce } from "@/lib/viewer/read.mandates-in-force";

declare module "@/lib/platform/jobs/queue" {
  interface FormerJobPayloads {
    ask_to_confirm: { signatory: string; organization: string };
  }
}

/** The signatory who is asked to confirm something, while they still may and it is not confirmed yet. */
async function findRecipients(organizationId: string, id: string): Promise<string[]> {
  const person = await db.person.findFirst({
    where: {
      id,
      representations: { some: { organizationId, endedAt: null, organization: { status: "member" } } },
      mandates: { some: { organizationId, powers: { has: "sign_off" }, ...inForce(new Date()) } },
    },
    select: { id: true },
  });
  // What was confirmed meanwhile has another review date.
  const [open] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "ConfirmationRequest" r JOIN "Position" p ON p."id" = r."positionId"
    WHERE r."signatoryId" = ${id}::uuid AND p."organizationId" = ${organizationId}::uuid
      AND p."standing" IS NOT NULL AND p."reviewBy" = r."reviewBy"`;
  return person && open?.count ? [person.id] : [];
}

/** What it is stands behind the link. */
export const confirmationNotice: Notice<{ signatory: string; positions: number }> = {
  recipients: ({ subjectId, facts }) => findRecipients(subjectId, facts.signatory),
  mail: (_, t: Translator, { page, origin }: MailLinks) => ({
    subject: t("mail.confirmation.subject"),
    text: t("mail.confirmation.text", { link: page(""), origin }),
  }),
};

export const askToConfirm = ({ signatory, organization }: FormerJobPayloads["ask_to_confirm"]) =>
  notifyLate({
    kinds: ["position.confirmationRequested"],
    subject: `organization/${organization}`,
    facts: { signatory },
  });
