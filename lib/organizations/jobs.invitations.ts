import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { invitationToken } from "./read.invitations";
import { invitationDays } from "./schema.people";

type InvitationMailJob = Pick<JobHelpers["job"], "id" | "created_at">;

/** Mails an invitation that still stands, with the token of this round and no word of who asks or for whom. */
export async function sendInvitation(
  { invitation, round }: JobPayloads["send_invitation"],
  { job }: { job: InvitationMailJob },
) {
  const found = await db.invitation.findFirst({ where: { id: invitation, round, expiresAt: { gt: new Date() } } });
  if (!found) return;
  const { origin } = env();
  const locale = found.language === "fr" ? "fr" : "en";
  const link = new URL(`/${locale}/invitation`, origin);
  link.searchParams.set("token", invitationToken(invitation, round));
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail.invitation" });
  const text = t("text", { link: link.href, days: invitationDays, origin });
  await deliver({ to: found.email, subject: t("subject"), text, messageId: toMessageId("invitation", job) });
}
