import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { consumeLinkQuota, dateLinkToken, findByLink } from "./read.date-links";
import { countReminded, findOpenPoll } from "./read.date-mails";
import type { DatePollAnswerInput, SendLinkInput } from "./schema.date-links";
import { saveAnswers } from "./write.date-answers";
import { remindOfPoll } from "./write.date-mails";
import { lockBriefing } from "./write.steps";

const perHost = { name: "date link", most: 200, minutes: 24 * 60 };
const perAddress = { name: "date link mail", most: 5, minutes: 24 * 60 };

/** A poll is never open longer than this under one link. */
const longestLink = 180 * 86_400_000;

async function lockPoll(tx: Tx, viewer: Viewer, slug: string) {
  const briefing = await lockBriefing(tx, viewer, slug);
  await lockRights(tx, viewer);
  if (briefing.state !== "polling") throw new Refusal("CONFLICT", "pollNotOpen");
  return { briefing, now: await readClock(tx) };
}

type NewLink = { inviteeId: string; address: string; language: string };

/** Links that take the place of those before them, which open nothing any more. */
export async function rotateLinks(tx: Tx, briefingId: string, links: readonly NewLink[], now: Date) {
  const inviteeIds = links.map((it) => it.inviteeId);
  await tx.dateLink.updateMany({
    where: { inviteeId: { in: inviteeIds }, revokedAt: null },
    data: { revokedAt: now },
  });
  const last = await tx.dateOption.findFirst({
    where: { briefingId, withdrawnAt: null },
    orderBy: { endsAt: "desc" },
    select: { endsAt: true },
  });
  const longest = new Date(now.getTime() + longestLink);
  const expiresAt = last && last.endsAt < longest ? last.endsAt : longest;
  const made = links.map((link) => {
    const id = randomUUID();
    return { id, ...link, tokenHash: sha256(dateLinkToken(id)), createdAt: now, expiresAt };
  });
  await tx.dateLink.createMany({ data: made });
  return made;
}

/** Sends a private link to an address. Whom it went to is in no record: `BriefingMail` promises that it goes once. */
export async function sendDateLink(viewer: Viewer, { id, organization, office, address, language }: SendLinkInput) {
  return transact(async (tx) => {
    const { briefing, now } = await lockPoll(tx, viewer, id);
    const asked = organization ? { organization: { slug: organization } } : { office: { slug: office ?? "" } };
    const invitee = await tx.briefingInvitee.findFirst({
      where: { AND: [asked, { briefingId: briefing.id, removedAt: null }] },
      select: { id: true, office: { select: { contactAddress: true } } },
    });
    if (!invitee) throw new Refusal("NOT_FOUND", "notInvited");
    const to = address ?? invitee.office?.contactAddress;
    if (!to) throw new BadField("address", "required");
    const within = (await consumeQuota(perHost, briefing.hostId)) && (await consumeQuota(perAddress, to));
    if (!within) throw new Refusal("TOO_MANY_REQUESTS", "tooManyDateLinks", { retryAfter: 3600 });
    const [link] = await rotateLinks(tx, briefing.id, [{ inviteeId: invitee.id, address: to, language }], now);
    if (!link) throw new Error("no link was made");
    // Counted by the mails and not by the links: those that were taken back are gone after a night.
    const mails = { briefingId: briefing.id, kind: "link", recipientId: invitee.id };
    const { _max: last } = await tx.briefingMail.aggregate({ where: mails, _max: { sequence: true } });
    const mail = await tx.briefingMail.create({
      data: { ...mails, sequence: (last.sequence ?? 0) + 1 },
      select: { id: true },
    });
    await enqueue(tx, "send_date_mail", { mail: mail.id }, { key: `send_date_mail:${mail.id}` });
    return { id: link.id, expiresAt: link.expiresAt.toISOString() };
  });
}

/** Takes a link back: from now on it opens nothing. */
export async function revokeDateLink(viewer: Viewer, slug: string, link: string) {
  return transact(async (tx) => {
    const briefing = await lockBriefing(tx, viewer, slug);
    await lockRights(tx, viewer);
    const { count } = await tx.dateLink.updateMany({
      where: { id: link, revokedAt: null, invitee: { briefingId: briefing.id } },
      data: { revokedAt: await readClock(tx) },
    });
    if (count === 0) throw new Refusal("NOT_FOUND", "noSuchDateLink");
    return { revoked: true as const };
  });
}

/** Reminds those who have not answered and can be mailed, once in a round, and nobody else. */
export async function remindOfDates(viewer: Viewer, slug: string) {
  return transact(async (tx) => {
    const { briefing } = await lockPoll(tx, viewer, slug);
    const poll = await findOpenPoll(tx, briefing.id);
    if (!poll) throw new Refusal("CONFLICT", "pollNotOpen");
    if (poll.closed) throw new Refusal("CONFLICT", "answersOver");
    if (poll.waiting.length === 0) throw new Refusal("CONFLICT", "allAnswered");
    const { reached, before } = await countReminded(tx, poll);
    if (reached === 0) throw new Refusal("CONFLICT", before ? "remindedAlready" : "nobodyToRemind");
    await remindOfPoll(tx, briefing.id);
    return { waiting: reached };
  });
}

/** Answers by a link, without an account: for the one invitee that it was sent to. */
export async function answerByLink(
  { token, ...given }: DatePollAnswerInput,
  seen: number | null,
  { address, language }: { address: string; language: "en" | "fr" },
) {
  await consumeLinkQuota(address, token);
  return transact(async (tx) => {
    const place = await findByLink(tx, token, await readClock(tx));
    return saveAnswers(tx, { ...place, seen }, given, { byHost: false, language });
  });
}
