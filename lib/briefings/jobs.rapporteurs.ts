import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";

type RapporteurMailJob = Pick<JobHelpers["job"], "id" | "created_at">;

/** Tells somebody that they were named. When, where and on what stands behind the link alone. */
export async function notifyOfRapporteur(
  { rapporteur: id }: Jobs["tell_of_rapporteur"],
  { job }: { job: RapporteurMailJob },
) {
  const found = await db.rapporteur.findFirst({
    where: { id, endedAt: null },
    select: { person: { select: { email: true, language: true } } },
  });
  if (!found) return;
  const { origin } = env();
  const locale = found.person.language === "fr" ? "fr" : "en";
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail.rapporteur" });
  const text = t("text", { link: `${origin}/${locale}/people/rapporteurs`, origin });
  await deliver({
    to: found.person.email,
    subject: t("subject"),
    text,
    messageId: toMessageId("rapporteur", job),
  });
}
