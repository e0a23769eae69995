import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, MailNotSent, toMessageId } from "@/lib/platform/mail/delivery";

type MailJob = Pick<JobHelpers["job"], "id" | "created_at">;

/**
 * Tells an address that it is nobody's here any more. The new one is not named: a stranger may read the lost mailbox. One that
 * is closed for good needs no notice, and its address is not kept among the work that was given up.
 */
export async function notifyOfEmailReplaced(
  { email, language }: JobPayloads["send_email_replaced"],
  { job }: { job: MailJob },
) {
  const t = createTranslator({ locale: language, messages: await messagesIn(language), namespace: "mail" });
  const text = t("emailReplaced.text", { origin: env().origin });
  const mail = { to: email, subject: t("emailReplaced.subject"), text, messageId: toMessageId("email-replaced", job) };
  await deliver(mail).catch((error: unknown) => {
    if (!(error instanceof MailNotSent && error.forever)) throw error;
  });
}
