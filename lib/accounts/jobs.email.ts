import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { emailChangeHours } from "@/lib/platform/session/durations";
import { emailChangeToken } from "./read.email";
import { languageFor } from "./rules";

/** More mails than this to one mailbox help nobody but whoever floods it. */
const perMailbox = () => ({ name: "email change mail", most: env().rates.signInPerAccount, minutes: 15 });

type MailJob = Pick<JobHelpers["job"], "id" | "created_at" | "attempts">;

/**
 * Asks one of the two addresses. An address that is somebody's account already gets no mail, so it is never confirmed; who
 * asked is told no more than where it is nobody's.
 */
export async function sendEmailChange({ change, side }: JobPayloads["send_email_change"], { job }: { job: MailJob }) {
  const found = await db.emailChange.findFirst({
    where: { id: change, expiresAt: { gt: new Date() } },
    select: { newEmail: true, person: { select: { email: true, language: true } } },
  });
  if (!found) return;
  const { newEmail, person } = found;
  const to = side === "new" ? newEmail : person.email;
  if (side === "new" && (await db.person.count({ where: { email: newEmail } })) > 0) return;
  // MailJob at the first attempt alone: a mail that could not be handed over is tried again, whatever was sent meanwhile.
  if (job.attempts <= 1 && !(await consumeQuota(perMailbox(), to))) return;

  const { origin } = env();
  const locale = languageFor(person.language, "en");
  const link = new URL(`/${locale}/account/email/confirm`, origin);
  link.searchParams.set("token", emailChangeToken(change, side));
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail" });
  const key = side === "new" ? "emailToConfirm" : "emailToLeave";
  const text = t(`${key}.text`, { link: link.href, hours: emailChangeHours, origin });
  await deliver({ to, subject: t(`${key}.subject`), text, messageId: toMessageId(`email-change-${side}`, job) });
}
