import "server-only";
import type { JobHelpers } from "graphile-worker";
import { createTranslator } from "use-intl/core";
import { db, type Tx, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { messagesIn } from "@/lib/platform/i18n/messages";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { toDay } from "@/lib/platform/time/day";
import { formatDay } from "@/lib/platform/time/format-day";
import { instantOn } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { record } from "./activity";
import { addDays } from "./rules";
import { dueReminders, reminderDays } from "./rules.review";

/**
 * Once a day: stores which reviews are due for a reminder and queues the mails, in one transaction, so that each is
 * sent once.
 */
export async function remindOfReviews() {
  await transact(async (tx) => {
    const { now, today } = await readToday(tx);
    const due = await findDue(tx, today);
    if (due.length === 0) return;
    await tx.reviewReminder.createMany({
      data: due.flatMap(({ id, reviewBy, reminders }) =>
        reminders.map((daysBefore) => ({ positionId: id, reviewBy: new Date(reviewBy), daysBefore, at: now })),
      ),
    });
    await enqueueMails(tx, await findReminded(tx, due, now, today));
    await record(tx, "position.reviewsReminded", { personId: null, token: null }, "network", { positions: due.length });
  });
}

type Due = { id: string; organizationId: string; themeId: string; reviewBy: string; reminders: number[] };

/** An advisory lock: of two workers at once, the second finds the reminders already stored. */
async function findDue(tx: Tx, today: string): Promise<Due[]> {
  const furthest = new Date(addDays(today, Math.max(...reminderDays)));
  const until = { gte: new Date(today), lte: furthest };
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(726175)::text`;
  const rows = await tx.position.findMany({
    where: { standing: { not: null }, reviewBy: until, organization: { status: "member" } },
    select: {
      id: true,
      organizationId: true,
      reviewBy: true,
      standingSince: true,
      proposition: { select: { themeId: true } },
      reminders: { select: { reviewBy: true, daysBefore: true } },
    },
  });
  return rows.flatMap(({ reviewBy: day, standingSince, proposition, reminders, ...it }) => {
    if (!day || !standingSince) return [];
    const reviewBy = toDay(day);
    const sent = reminders.filter((one) => toDay(one.reviewBy) === reviewBy).map((one) => one.daysBefore);
    const due = dueReminders({ reviewBy, since: toDay(standingSince), today, sent });
    return due.length > 0 ? [{ ...it, themeId: proposition.themeId, reviewBy, reminders: due }] : [];
  });
}

/** `morning`: eight o'clock of the reader's own zone. */
type Reminded = JobPayloads["send_review_reminder"] & { morning: Date };

/** Who drafts or signs for an organization on a theme of what is due: each of them once, of the earliest day. */
async function findReminded(tx: Tx, due: Due[], now: Date, today: string): Promise<Reminded[]> {
  const mandates = await tx.mandate.findMany({
    where: {
      organizationId: { in: [...new Set(due.map(({ organizationId }) => organizationId))] },
      powers: { hasSome: ["draft", "sign_off"] },
      ...inForce(now),
    },
    select: {
      personId: true,
      organizationId: true,
      allThemes: true,
      themes: { select: { themeId: true } },
      person: { select: { timeZone: true } },
    },
  });
  const reminded = new Map<string, Reminded>();
  for (const { personId: person, organizationId: organization, allThemes, themes, person: row } of mandates) {
    const covers = (themeId: string) => allThemes || themes.some((it) => it.themeId === themeId);
    const days = due.filter((it) => it.organizationId === organization && covers(it.themeId)).map((it) => it.reviewBy);
    const key = `${person} ${organization}`;
    const [day] = [...days, ...(reminded.get(key)?.day ? [reminded.get(key)?.day ?? ""] : [])].sort();
    if (day) reminded.set(key, { person, organization, day, morning: instantOn(row.timeZone, today, "08:00") });
  }
  return [...reminded.values()];
}

/** In the morning, at once where that hour is over. The database is given instants: its own zone data is of another year. */
const enqueueMails = (tx: Tx, mails: Reminded[]) => tx.$executeRaw`
  SELECT graphile_worker.add_job('send_review_reminder',
    json_build_object('person', m."person", 'organization', m."organization", 'day', m."day"),
    run_at => GREATEST(now(), m."morning"))
  FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
    AS m ("person" text, "organization" text, "day" text, "morning" timestamptz)`;

type QueuedJob = Pick<JobHelpers["job"], "id" | "created_at">;

/** Says that something comes up for review, to whoever still acts for the organization; not what, nor of whom. */
export async function sendReviewReminder(
  { person: id, organization: organizationId, day }: JobPayloads["send_review_reminder"],
  { job }: { job: QueuedJob },
) {
  const person = await db.person.findFirst({
    where: {
      id,
      representations: { some: { organizationId, endedAt: null, organization: { status: "member" } } },
      mandates: { some: { organizationId, powers: { hasSome: ["draft", "sign_off"] }, ...inForce(new Date()) } },
    },
    select: { email: true, language: true },
  });
  const due = await db.position.count({ where: { organizationId, standing: { not: null }, reviewBy: new Date(day) } });
  if (!person || due === 0) return;
  const { origin } = env();
  const locale = person.language === "fr" ? "fr" : "en";
  const t = createTranslator({ locale, messages: await messagesIn(locale), namespace: "mail" });
  const text = t("review.text", { day: formatDay(day, locale), link: `${origin}/${locale}`, origin });
  const messageId = toMessageId("review", job);
  await deliver({ to: person.email, subject: t("review.subject"), text, messageId });
}
