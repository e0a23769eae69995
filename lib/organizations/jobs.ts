import "server-only";
import { randomBytes } from "node:crypto";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { Jobs } from "@/lib/platform/jobs";
import { countDear } from "@/lib/platform/limits";
import { deliver, toMessageId } from "@/lib/platform/mail";
import { findConveners } from "./read.convener";
import { linkDays } from "./schema.application";

type Asked = Pick<JobHelpers["job"], "id" | "created_at" | "attempts">;

const mails = async (locale: "en" | "fr") =>
  createTranslator({ locale, messages: await messagesIn(locale), namespace: "admission.mail" });

const languageOf = (language: string) => (language === "fr" ? "fr" : "en");

/** No mailbox is flooded by somebody who types its address into the form. */
const perAddress = () => ({ name: "application mail", most: env().rates.signInPerAccount, minutes: 60 });

/** Mails the link that confirms an application. Its token is made here, so none lies in the queue. */
export async function sendApplicationLink({ application: id }: Jobs["send_application_link"], { job }: { job: Asked }) {
  const found = await db.application.findUnique({ where: { id, confirmedAt: null } });
  if (!found) return;
  const { contactEmail: to } = found;
  if (job.attempts <= 1 && !(await countDear(perAddress(), to))) return;
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

type Told = { email: string; language: string };

/**
 * Tells of a decision, or of an application that came in: to the convener's persons what waits for them, to the
 * organization's own people that something was decided. What it was stands behind the link.
 */
export async function tellOfAdmission(
  { organization: id, step: number }: Jobs["tell_of_admission"],
  { job }: { job: Asked },
) {
  const place = { organizationId_number: { organizationId: id, number } };
  const step = await db.organizationStep.findUnique({
    where: place,
    select: { decision: true, actorId: true, organization: { select: { slug: true, contactId: true } } },
  });
  if (!step) return;
  const arrived = step.decision === "apply" || step.decision === "return";
  const told = (arrived ? await findConveners() : await findOwnPeople(id)).filter((it) => it.id !== step.actorId);
  const { origin } = env();
  // One mail each, numbered, so that a second attempt is the same mail to the same mailbox.
  for (const [place, { email, language }] of told.entries()) {
    const locale = languageOf(language);
    const link = `${origin}/${locale}/organizations/${step.organization.slug}/admission`;
    const t = await mails(locale);
    const what = arrived ? "arrived" : "decided";
    const messageId = toMessageId(`admission-${String(place)}`, job);
    await deliver({ to: email, subject: t(`${what}.subject`), text: t(`${what}.text`, { link, origin }), messageId });
  }
}

async function findOwnPeople(organizationId: string): Promise<(Told & { id: string })[]> {
  const where = { representations: { some: { organizationId, endedAt: null } } };
  return db.person.findMany({ where, orderBy: { id: "asc" }, select: { id: true, email: true, language: true } });
}
