import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { BriefingStepKind } from "@/lib/platform/generated/prisma/enums";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { isComplete } from "./read.poll-select";

/** What asks somebody anew: each begins a round, in which nobody is mailed twice of a kind. */
const roundSteps: BriefingStepKind[] = [
  "poll_opened",
  "poll_reopened",
  "option_added",
  "option_changed",
  "zone_corrected",
];

/** A poll that is open, with those who have not answered every date as it is now. */
export async function findOpenPoll(tx: Tx, id: string) {
  const now = await readClock(tx);
  const found = await tx.briefing.findFirst({
    where: { id, state: "polling" },
    select: {
      id: true,
      slug: true,
      hostId: true,
      answersCloseAt: true,
      options: { where: { withdrawnAt: null }, select: { id: true, revision: true } },
      invitees: {
        where: { removedAt: null },
        select: {
          id: true,
          organizationId: true,
          answers: { select: { optionId: true, revision: true, answer: true } },
          links: {
            where: { revokedAt: null, expiresAt: { gt: now } },
            orderBy: { createdAt: "desc" },
            take: 1,
            select: { id: true, address: true, language: true },
          },
        },
      },
      _count: { select: { steps: { where: { kind: { in: roundSteps } } } } },
    },
  });
  if (!found) return null;
  const { options, invitees, _count, ...poll } = found;
  const waiting = invitees.filter((it) => !isComplete(it, options));
  const closed = poll.answersCloseAt !== null && poll.answersCloseAt <= now;
  return { ...poll, now, closed, round: _count.steps, dates: options.length, invitees, waiting };
}

/** Who is mailed for these organizations: those who draft or sign for it, and everybody who belongs where nobody does. */
export async function listMailed(tx: Tx, organizationIds: readonly string[], now: Date): Promise<string[]> {
  return [...new Set((await findMailed(tx, organizationIds, now)).map((it) => it.personId))];
}

type OpenPoll = NonNullable<Awaited<ReturnType<typeof findOpenPoll>>>;

/** How many of those who have not answered a reminder reaches now: by an account or by a link, and once in a round. */
export async function countReminded(tx: Tx, { id, waiting, round, now }: OpenPoll) {
  const organizationIds = waiting.flatMap((it) => (it.organizationId ? [it.organizationId] : []));
  const people = await findMailed(tx, organizationIds, now);
  const sent = await tx.briefingMail.findMany({
    where: { briefingId: id, kind: "reminder", sequence: round },
    select: { recipientId: true },
  });
  const told = new Set(sent.map((it) => it.recipientId));
  const reachable = waiting.map((it) => [
    ...people.filter((person) => person.organizationId === it.organizationId).map((person) => person.personId),
    ...(it.links.length > 0 ? [it.id] : []),
  ]);
  const reached = reachable.filter((ids) => ids.some((one) => !told.has(one))).length;
  return { reached, before: reachable.some((ids) => ids.some((one) => told.has(one))) };
}

async function findMailed(tx: Tx, organizationIds: readonly string[], now: Date) {
  const parts = await tx.representation.findMany({
    where: {
      organizationId: { in: [...organizationIds] },
      endedAt: null,
      organization: { status: { in: ["member", "observer"] } },
    },
    select: {
      personId: true,
      organizationId: true,
      person: {
        select: {
          mandates: {
            where: { ...inForce(now), powers: { hasSome: ["draft", "sign_off"] } },
            select: { organizationId: true },
          },
        },
      },
    },
  });
  const acting = parts.filter((it) => it.person.mandates.some((own) => own.organizationId === it.organizationId));
  const covered = new Set(acting.map((it) => it.organizationId));
  const others = parts.filter((it) => !covered.has(it.organizationId));
  return [...acting, ...others];
}
