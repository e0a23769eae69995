import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import type { NounWork } from "@/lib/activity/jobs.notifications";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { linkMinutes } from "@/lib/platform/session/durations";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { sendEmailChange } from "./jobs.email";
import { notifyOfEmailReplaced } from "./jobs.operator-email";
import { isAwaited, languageFor } from "./rules";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    send_email_change: { change: string; side: "new" | "old" };
    send_email_replaced: { email: string; language: "en" | "fr" };
    send_sign_in_link: { email: string; language: string; next: string | null };
  }
}

/** More links than this help nobody but whoever floods a mailbox; what was sent already still opens. */
const perAccount = () => ({ name: "sign-in mail", most: env().rates.signInPerAccount, minutes: 15 });

type SignInLinkJob = Pick<JobHelpers["job"], "id" | "created_at" | "attempts">;

/**
 * Mails a link to whoever has an account, and nothing to anybody else. The token is made here, so none lies in the queue.
 * The mail is in its reader's language, and so is the first page, unless they asked from a page to go back to.
 */
export async function sendSignInLink(
  { email, language, next }: JobPayloads["send_sign_in_link"],
  { job }: { job: SignInLinkJob },
) {
  if (!isAwaited(new Date(job.created_at), new Date())) return;
  const person = await db.person.findUnique({ where: { email }, select: { language: true } });
  if (!person) return;
  // Asked at the first attempt alone: a mail that could not be handed over is tried again, whatever was made meanwhile.
  if (job.attempts <= 1 && !(await consumeQuota(perAccount(), email))) return;

  const { origin } = env();
  const locale = languageFor(person.language, language);
  const link = new URL(`/${locale}/sign-in/confirm`, origin);
  link.searchParams.set("token", await createLinkToken(email));
  if (next) link.searchParams.set("next", next);
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail" });
  const text = t("signIn.text", { link: link.href, minutes: linkMinutes, origin });
  await deliver({ to: email, subject: t("signIn.subject"), text, messageId: toMessageId("sign-in-link", job) });
}

export const work = {
  jobs: {
    send_email_change: sendEmailChange,
    send_email_replaced: notifyOfEmailReplaced,
    send_sign_in_link: sendSignInLink,
  },
} satisfies NounWork;
