import "server-only";
import type { JobHelpers } from "graphile-worker";
import { db, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { enqueue, type JobHandlers, type JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { readClock } from "@/lib/platform/time/clock";
import { findActivity, type StoredActivity } from "./read.stored";
import type { ActivityKinds, FactsOf, StoredFacts } from "./schema";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    notify: { activity: string };
    send_notification: { activity: string; person: string };
  }
}

/** `page` is the whole address of a page of ours in its reader's language, `origin` that of the installation. */
export type MailLinks = { page: (path: string) => string; origin: string };
export type MailText = { subject: string; text: string };

/** Whom something that was recorded concerns, and what they read about it. */
export type Notice<F = StoredFacts> = {
  /**
   * The persons' ids, by what is true now: it is asked when somebody is to be mailed and again when the mail goes out, so
   * that whoever left, answered or lost a mandate meanwhile is not mailed. Whoever did it need not be left out.
   */
  recipients(activity: StoredActivity<F>): Promise<string[]>;
  /** Composed when the mail goes out. A mail passes through strangers' machines: what it is about stands behind the link. */
  mail(activity: StoredActivity<F>, t: Translator, links: MailLinks): Promise<MailText> | MailText;
};

/** Where mails are more than words to people, such as a calendar to an office: the noun leaves its own mails with the worker. */
export type OwnMails<F = StoredFacts> = { leave(activity: StoredActivity<F>): Promise<void> };

/** A notice for every kind of a noun that notifies, and for no other. */
export type NoticesFor<D extends ActivityKinds> = {
  [K in keyof D as D[K]["notifies"] extends true ? K : never]: Notice<FactsOf<D[K]>>;
};

/** The same for a noun that leaves mails of its own for some of them. */
export type OwnMailsFor<D extends ActivityKinds> = {
  [K in keyof D as D[K]["notifies"] extends true ? K : never]: Notice<FactsOf<D[K]>> | OwnMails<FactsOf<D[K]>>;
};

export type NoticesByKind = Readonly<Record<string, Notice | OwnMails>>;

/** What a noun has the worker do. `nightly`: when, as a line of cron in UTC. */
export type NounWork = {
  jobs?: Partial<JobHandlers>;
  nightly?: { [K in keyof JobPayloads]?: string };
  notices?: NoticesByKind;
};

/**
 * The two jobs by which anybody is mailed about anything recorded. `notify` decides who is to be mailed and leaves one job
 * for each; `send_notification` mails one person. How often, in one mail or in many, or not at all, is decided here alone.
 */
export const notificationJobs = (notices: NoticesByKind) => ({
  notify: async ({ activity: id }: JobPayloads["notify"]) => {
    const found = await find(notices, id);
    if (!found) return;
    if ("leave" in found.notice) return found.notice.leave(found.activity);
    const people = await recipientsOf(found.activity, found.notice);
    if (people.length === 0) return;
    await transact(async (tx) => {
      const at = await readClock(tx);
      // The row is the promise that somebody is mailed about this once, whoever runs this job and however often.
      const added = await tx.notification.createManyAndReturn({
        data: people.map((personId) => ({ activityId: BigInt(id), personId, at })),
        skipDuplicates: true,
        select: { personId: true },
      });
      for (const { personId: person } of added)
        await enqueue(tx, "send_notification", { activity: id, person }, { key: `send_notification:${id}:${person}` });
    });
  },
  send_notification: async (
    { activity: id, person: personId }: JobPayloads["send_notification"],
    { job }: { job: Pick<JobHelpers["job"], "id" | "created_at"> },
  ) => {
    const key = { activityId_personId: { activityId: BigInt(id), personId } };
    const waiting = await db.notification.findUnique({
      where: key,
      select: { sentAt: true, person: { select: { email: true, language: true } } },
    });
    if (!waiting || waiting.sentAt) return;
    const found = await find(notices, id);
    if (!found || "leave" in found.notice) return;
    if (!(await recipientsOf(found.activity, found.notice)).includes(personId)) return notifyAgain(id);
    const { email: to, language } = waiting.person;
    const locale = language === "fr" ? "fr" : "en";
    const { origin } = env();
    const links = { page: (path: string) => `${origin}/${locale}${path}`, origin };
    const mail = await found.notice.mail(found.activity, await translatorIn(locale), links);
    await deliver({ to, ...mail, messageId: toMessageId("notification", job) });
    // A worker that dies before this sends it again: the same mail, under the same number, which a mailbox shows once.
    await db.notification.update({ where: key, data: { sentAt: await readClock(db) } });
  },
});

/** Somebody may have taken the place of one who left meanwhile: whoever has no row yet is mailed instead. */
const notifyAgain = (activity: string) =>
  transact((tx) => enqueue(tx, "notify", { activity }, { key: `notify:${activity}` }));

type Found = { activity: StoredActivity; notice: Notice | OwnMails };

async function find(notices: NoticesByKind, id: string): Promise<Found | null> {
  const activity = await findActivity(BigInt(id));
  // A demonstration that was removed takes its record with it.
  if (!activity) return null;
  const notice = notices[activity.kind];
  if (!notice) throw new Error(`nothing says whom ${activity.kind} concerns`);
  return { activity, notice };
}

/** Each of them once; nobody is mailed about what they did themselves. */
async function recipientsOf(activity: StoredActivity, notice: Notice): Promise<string[]> {
  const people = new Set(await notice.recipients(activity));
  if (activity.actorId) people.delete(activity.actorId);
  return [...people];
}
