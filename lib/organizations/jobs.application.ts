import "server-only";
import { randomBytes } from "node:crypto";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { sha256 } from "@/lib/platform/text/digest";
import { linkDays } from "./schema.application";

type ApplicationMailJob = Pick<JobHelpers["job"], "id" | "created_at" | "attempts">;

/** No mailbox is flooded by somebody who types its address into the form. */
const perAddress = () => ({ name: "application mail", most: env().rates.signInPerAccount, minutes: 60 });

/** Mails the link that confirms an application. Its token is made here, so none lies in the queue. */
export async function sendApplicationLink(
  { application: id }: JobPayloads["send_application_link"],
  { job }: { job: ApplicationMailJob },
) {
  const found = await db.application.findUnique({ where: { id, confirmedAt: null } });
  if (!found) return;
  const { contactEmail: to } = found;
  if (job.attempts <= 1 && !(await consumeQuota(perAddress(), to))) return;
  const token = randomBytes(32).toString("base64url");
  await db.$executeRaw`UPDATE "Application" SET "tokenHash" = ${sha256(token)},
    "tokenExpiresAt" = now() + make_interval(days => ${linkDays}::int) WHERE "id" = ${id}::uuid`;
  const { origin } = env();
  const locale = found.language === "fr" ? "fr" : "en";
  const link = new URL(`/${locale}/organizations/apply/confirm`, origin);
  link.searchParams.set("token", token);
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail.application" });
  const text = t("confirm.text", { link: link.href, days: linkDays, origin });
  await deliver({ to, subject: t("confirm.subject"), text, messageId: toMessageId("application-link", job) });
}
