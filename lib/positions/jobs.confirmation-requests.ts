import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { inForce } from "@/lib/viewer/read.mandates-in-force";

type MailJob = Pick<JobHelpers["job"], "id" | "created_at">;

/** Tells a signatory that they are asked to confirm something, while they still may; what it is stands behind the link. */
export async function askToConfirm(
  { signatory: id, organization: organizationId }: Jobs["ask_to_confirm"],
  { job }: { job: MailJob },
) {
  const person = await db.person.findFirst({
    where: {
      id,
      representations: { some: { organizationId, endedAt: null, organization: { status: "member" } } },
      mandates: { some: { organizationId, powers: { has: "sign_off" }, ...inForce(new Date()) } },
    },
    select: { email: true, language: true },
  });
  // What was confirmed meanwhile has another review date.
  const [open] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "ConfirmationRequest" r JOIN "Position" p ON p."id" = r."positionId"
    WHERE r."signatoryId" = ${id}::uuid AND p."organizationId" = ${organizationId}::uuid
      AND p."standing" IS NOT NULL AND p."reviewBy" = r."reviewBy"`;
  if (!person || !open?.count) return;
  const { origin } = env();
  const locale = person.language === "fr" ? "fr" : "en";
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail" });
  const text = t("confirmation.text", { link: `${origin}/${locale}`, origin });
  const messageId = toMessageId("confirmation", job);
  await deliver({ to: person.email, subject: t("confirmation.subject"), text, messageId });
}
