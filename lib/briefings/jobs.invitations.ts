import "server-only";
import { db, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { deliver } from "@/lib/platform/mail/delivery";
import { readClock } from "@/lib/platform/time/clock";
import { datedSelect } from "./read.calendar";
import { findRecipient, type Recipient, writeInvitation } from "./read.invitation";
import { listInvited, listInvitedPeople } from "./read.invited";
import type { Occasion } from "./rules.invitations";
import { leaveInvitations } from "./write.invitations";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    send_briefing_mail: { mail: string };
  }
}

const mailSelect = {
  ...{ id: true, kind: true, sequence: true, recipientId: true, sentAt: true, briefingId: true, entryId: true },
  briefing: {
    select: {
      ...datedSelect,
      hostId: true,
      steps: {
        where: { kind: { in: ["scheduled" as const, "moved" as const, "clock_changed" as const] } },
        orderBy: { number: "desc" as const },
        take: 1,
        select: { kind: true },
      },
    },
  },
};

const findMail = (id: string) => db.briefingMail.findUnique({ where: { id }, select: mailSelect });
type Mail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

/** Whether it is still for them, by what is true now: a cancellation says nothing but what is to go from a calendar. */
async function isFor({ kind, recipientId, briefing }: Mail): Promise<boolean> {
  if (kind === "cancel") return true;
  if (briefing.state !== "scheduled") return false;
  const people =
    kind === "request" ? await listInvited(db, briefing.id) : await listInvitedPeople(db, [briefing.hostId]);
  return people.includes(recipientId);
}

/** The same at every attempt: the row stands for one meeting and one mailbox. Short, since a longer line would be folded. */
const toMessageId = ({ sequence, id }: Mail) => `<meeting.${sequence}.${id}@${new URL(env().origin).hostname}>`;

/** The host reads first what a clock did to the meeting; those invited are told after that. */
async function writeToHost(mail: Mail, { address, languages }: Recipient) {
  const language = languages[0] ?? "en";
  const t = await translatorIn(language);
  const { origin } = env();
  const link = `${origin}/${language}/briefings/${mail.briefing.slug}`;
  return {
    to: address,
    subject: t("calendar.mail.host.subject"),
    text: t("calendar.mail.host.text", { link, origin }),
  };
}

/** Whether the meeting stands in their calendar from before: who comes to it only now knows of no earlier time. */
async function hasEntry({ id, briefingId, recipientId }: Mail): Promise<boolean> {
  const last = await db.briefingMail.findFirst({
    where: { briefingId, recipientId, id: { not: id }, kind: { in: ["request", "cancel"] }, sentAt: { not: null } },
    orderBy: [{ sequence: "desc" }, { kind: "asc" }],
    select: { kind: true },
  });
  return last?.kind === "request";
}

async function write(mail: Mail, recipient: Recipient) {
  const { briefing, kind } = mail;
  if (kind === "clock_changed") return writeToHost(mail, recipient);
  const latest = briefing.steps[0]?.kind as Occasion | undefined;
  const first = kind === "request" && !(await hasEntry(mail));
  const occasion = kind === "cancel" ? "cancelled" : ((first ? null : latest) ?? "scheduled");
  return writeInvitation({ row: briefing, entryId: mail.entryId, occasion, recipient });
}

/** Mails one recipient about one change of a meeting; what changed again meanwhile is told by a later mail alone. */
export async function sendBriefingMail({ mail: id }: JobPayloads["send_briefing_mail"]) {
  const mail = await findMail(id);
  if (!mail || mail.sentAt) return;
  const recipient = await findRecipient(mail.recipientId);
  const overtaken = mail.sequence !== mail.briefing.sequence;
  if (recipient && (overtaken || !(await isFor(mail)))) return letGo(mail);
  // Whose row is gone has no mailbox either.
  const written = recipient && (await write(mail, recipient));
  if (written) await deliver({ ...written, messageId: toMessageId(mail) });
  // A worker that dies before this sends it again: the same mail, under the same number, which a mailbox shows once.
  await db.briefingMail.update({ where: { id }, data: { sentAt: await readClock(db) } });
}

/** It goes to nobody; whoever has to know of the meeting as it stands now is looked for again. */
const letGo = ({ id, briefingId }: Mail) =>
  transact(async (tx) => {
    await tx.briefingMail.deleteMany({ where: { id, sentAt: null } });
    await leaveInvitations(tx, briefingId);
  });
