import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { findGivers } from "./read.signers";

type MailJob = Pick<JobHelpers["job"], "id" | "created_at">;

/** Tells those who can give a mandate that somebody of their organization asks for one. Who it is stands behind the link. */
export async function notifyOfMandateRequest(
  { person: personId, organization: organizationId }: Jobs["tell_of_mandate_request"],
  { job }: { job: MailJob },
) {
  const place = { personId_organizationId: { personId, organizationId } };
  const open = await db.mandateRequest.findUnique({
    where: place,
    select: { organization: { select: { slug: true } } },
  });
  if (!open) return;
  const { givers } = await findGivers(db, organizationId, { personId, now: new Date() });
  const where = { id: { in: givers.map((it) => it.personId) } };
  const told = await db.person.findMany({ where, orderBy: { id: "asc" }, select: { email: true, language: true } });
  const { origin } = env();
  // One mail each, numbered, so that a second attempt is the same mail to the same mailbox.
  for (const [at, { email, language }] of told.entries()) {
    const locale = language === "fr" ? "fr" : "en";
    const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail" });
    const link = `${origin}/${locale}/organizations/${open.organization.slug}/mandates`;
    const messageId = toMessageId(`mandate-request-${String(at)}`, job);
    const text = t("mandateRequest.text", { link, origin });
    await deliver({ to: email, subject: t("mandateRequest.subject"), text, messageId });
  }
}
