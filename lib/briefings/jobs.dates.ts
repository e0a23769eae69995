import "server-only";
import type { JobHelpers } from "graphile-worker";
import { db, type Tx, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { enqueueMany, type JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver, toMessageId } from "@/lib/platform/mail/delivery";
import { readClock } from "@/lib/platform/time/clock";
import { dateLinkToken } from "./read.date-links";
import { findOpenPoll, listMailed } from "./read.date-mails";
import { rotateLinks } from "./write.date-links";

type Poll = NonNullable<Awaited<ReturnType<typeof findOpenPoll>>>;
type Kind = JobPayloads["tell_of_poll"]["kind"];

/** Whom a mail of this kind is for by now. Who has answered is neither told nor reminded. */
async function listRecipients(tx: Tx, poll: Poll, kind: Kind): Promise<string[]> {
  if (kind === "all_answered") {
    const all = poll.waiting.length === 0 && poll.invitees.length > 0 && poll.dates > 0;
    return all ? listMailed(tx, [poll.hostId], poll.now) : [];
  }
  if (poll.closed) return [];
  const organizations = poll.waiting.flatMap((it) => (it.organizationId ? [it.organizationId] : []));
  return listMailed(tx, organizations, poll.now);
}

/** The row is the promise that somebody is mailed about this once in a round, whoever runs this and however often. */
export async function mailPoll({ briefing, kind }: JobPayloads["tell_of_poll"]) {
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${briefing}::uuid FOR UPDATE`;
    const poll = await findOpenPoll(tx, briefing);
    if (!poll) return;
    const people = await listRecipients(tx, poll, kind);
    const linked = kind === "all_answered" || poll.closed ? [] : poll.waiting.filter((it) => it.links.length > 0);
    const added = await tx.briefingMail.createManyAndReturn({
      data: [...people, ...linked.map((it) => it.id)].map((recipientId) => ({
        ...{ briefingId: briefing, kind, sequence: poll.round, recipientId },
      })),
      skipDuplicates: true,
      select: { id: true, recipientId: true },
    });
    const told = new Set(added.map((it) => it.recipientId));
    const again = linked
      .filter((it) => told.has(it.id))
      .flatMap(({ id: inviteeId, links: [link] }) =>
        link ? [{ inviteeId, address: link.address, language: link.language }] : [],
      );
    if (again.length > 0) await rotateLinks(tx, briefing, again, poll.now);
    const jobs = added.map(({ id }) => ({ payload: { mail: id }, key: `send_date_mail:${id}` }));
    await enqueueMany(tx, "send_date_mail", jobs);
  });
}

type Mailed = { to: string; language: string; path: string };

type Waiting = { kind: string; sequence: number; recipientId: string };

const hasLaterLink = async ({ id: briefingId }: Poll, recipientId: string, sequence: number) =>
  (await db.briefingMail.count({ where: { briefingId, kind: "link", recipientId, sequence: { gt: sequence } } })) > 0;

/** Where a mail goes and what it links to: an account, or an address with its own link. Null where it serves nothing any more. */
async function findMailed(poll: Poll, { kind, sequence, recipientId }: Waiting): Promise<Mailed | null> {
  const invitee = poll.invitees.find((it) => it.id === recipientId);
  if (invitee) {
    const [link] = invitee.links;
    // Another link has taken its place, or it was taken back.
    if (!link || (kind === "link" && (await hasLaterLink(poll, recipientId, sequence)))) return null;
    if (kind !== "link" && (poll.closed || !poll.waiting.includes(invitee))) return null;
    return { to: link.address, language: link.language, path: `/date-poll/${dateLinkToken(link.id)}` };
  }
  if (!isPollMail(kind)) return null;
  // Rights and answers are asked for again: whoever left, or has answered meanwhile, is not mailed.
  if (!(await listRecipients(db, poll, kind)).includes(recipientId)) return null;
  const person = await db.person.findUnique({ where: { id: recipientId }, select: { email: true, language: true } });
  return person && { to: person.email, language: person.language, path: `/briefings/${poll.slug}/dates` };
}

const isPollMail = (kind: string): kind is Kind => kind in textOf;

const textOf = { poll: "opened", reminder: "reminder", all_answered: "allAnswered" } as const;

/** Mails one of them. Neither the meeting nor anybody is named: a mail passes through strangers' machines. */
export async function sendDateMail(
  { mail: id }: JobPayloads["send_date_mail"],
  { job }: { job: Pick<JobHelpers["job"], "id" | "created_at"> },
) {
  const waiting = await db.briefingMail.findUnique({ where: { id } });
  if (!waiting || waiting.sentAt) return;
  const poll = await findOpenPoll(db, waiting.briefingId);
  const mailed = poll && (await findMailed(poll, waiting));
  if (!mailed) return;
  const { to, language, path } = mailed;
  const locale = language === "fr" ? "fr" : "en";
  const { origin } = env();
  const t = await translatorIn(locale);
  const what = path.startsWith("/date-poll/") || !isPollMail(waiting.kind) ? "link" : textOf[waiting.kind];
  const text = t(`mail.datePoll.${what}.text`, { link: `${origin}/${locale}${path}`, origin });
  await deliver({ to, subject: t(`mail.datePoll.${what}.subject`), text, messageId: toMessageId("date-poll", job) });
  // A worker that dies before this sends it again: the same mail, under the same number, which a mailbox shows once.
  await db.briefingMail.update({ where: { id }, data: { sentAt: await readClock(db) } });
}
