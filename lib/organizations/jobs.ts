import "server-only";
import { randomBytes } from "node:crypto";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { sha256 } from "@/lib/platform/text/digest";
import { findConveners } from "./read.convener";
import { linkDays } from "./schema.application";

type ApplicationMailJob = Pick<JobHelpers["job"], "id" | "created_at" | "attempts">;

const mails = async (locale: "en" | "fr") =>
  createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail.application" });

const languageOf = (language: string) => (language === "fr" ? "fr" : "en");

/** No mailbox is flooded by somebody who types its address into the form. */
const perAddress = () => ({ name: "application mail", most: env().rates.signInPerAccount, minutes: 60 });

/** Mails the link that confirms an application. Its token is made here, so none lies in the queue. */
export async function sendApplicationLink(
  { application: id }: Jobs["send_application_link"],
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
  const locale = languageOf(found.language);
  const link = new URL(`/${locale}/organizations/apply/confirm`, origin);
  link.searchParams.set("token", token);
  const t = await mails(locale);
  const text = t("confirm.text", { link: link.href, days: linkDays, origin });
  await deliver({ to, subject: t("confirm.subject"), text, messageId: toMessageId("application-link", job) });
}

type Recipient = { email: string; language: string };

/**
 * Tells of a decision, or of an application that came in: to the convener's persons what waits for them, to the
 * organization's own people that something was decided. What it was stands behind the link.
 */
export async function notifyOfMembershipDecision(
  { organization: id, step: number }: Jobs["tell_of_admission"],
  { job }: { job: ApplicationMailJob },
) {
  const key = { organizationId_number: { organizationId: id, number } };
  const step = await db.organizationStep.findUnique({
    where: key,
    select: { decision: true, actorId: true, organization: { select: { slug: true, contactId: true } } },
  });
  if (!step) return;
  const arrived = step.decision === "apply" || step.decision === "return";
  const recipients = (arrived ? await findConveners() : await findOwnPeople(id)).filter((it) => it.id !== step.actorId);
  const { origin } = env();
  // One mail each, numbered, so that a second attempt is the same mail to the same mailbox.
  for (const [index, { email, language }] of recipients.entries()) {
    const locale = languageOf(language);
    const link = `${origin}/${locale}/organizations/${step.organization.slug}/admission`;
    const t = await mails(locale);
    const what = arrived ? "arrived" : "decided";
    const messageId = toMessageId(`admission-${String(index)}`, job);
    await deliver({ to: email, subject: t(`${what}.subject`), text: t(`${what}.text`, { link, origin }), messageId });
  }
}

async function findOwnPeople(organizationId: string): Promise<(Recipient & { id: string })[]> {
  const where = { representations: { some: { organizationId, endedAt: null } } };
  return db.person.findMany({ where, orderBy: { id: "asc" }, select: { id: true, email: true, language: true } });
}
