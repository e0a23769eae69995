import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { proposalLimit } from "./constants.agenda";
import { mayAnswerFor, mayHost, readableBy } from "./policy";
import { declinedReadableBy } from "./policy.agenda";
import { agendaObstacle, callObstacle, outcomeObstacle } from "./rules.agenda";
import type { DeclineInput, OutcomesInput, ProposeInput, TakeBackInput } from "./schema.agenda";
import { lockAgenda, raiseAgendaVersion, refuse } from "./write.agenda";
import { findThings, thingColumns } from "./write.agenda-rows";

const locked = async (tx: Tx, id: string) => tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${id}::uuid FOR UPDATE`;

/** Proposes an item for an organization that is asked to come, until the day of the call is over. It moves nothing. */
export async function proposeItem(viewer: Viewer, input: ProposeInput) {
  await transact(async (tx) => {
    const { id: slug, onBehalfOf, kind, about, title, why, minutes } = input;
    const found = await tx.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: { id: true },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
    // The host may be closing the call, or answering, at this moment.
    await locked(tx, found.id);
    const meeting = await tx.briefing.findUniqueOrThrow({
      where: { id: found.id },
      include: { invitees: { where: { removedAt: null, organization: { slug: onBehalfOf } } } },
    });
    const [invitee] = meeting.invitees;
    if (!invitee?.organizationId) throw new Refusal("FORBIDDEN", "notInvitedTo");
    if (!mayAnswerFor(viewer, invitee.organizationId)) throw new Refusal("FORBIDDEN", "notYourOrganization");
    await lockRights(tx, viewer);
    const { now, today } = await readToday(tx);
    const callClosesOn = meeting.callClosesOn && toDay(meeting.callClosesOn);
    refuse(callObstacle({ ...meeting, callClosesOn }, now, today));
    // Those that were left off count as well: they stay in the list, for the host and for whoever proposed them.
    const mine = { briefingId: meeting.id, proposedById: invitee.organizationId, number: null };
    if ((await tx.agendaItem.count({ where: mine })) >= proposalLimit)
      throw new Refusal("CONFLICT", "tooManyProposedItems");
    const things = await findThings(tx, viewer, [{ kind, about }]);
    await tx.agendaItem.create({
      data: {
        id: randomUUID(),
        ...{ briefingId: meeting.id, proposedById: invitee.organizationId, kind, minutes, createdAt: now },
        ...thingColumns({ kind, about }, things, "about"),
        titleEn: title.en || null,
        titleFr: title.fr || null,
        whyEn: why.en || null,
        whyFr: why.fr || null,
      },
    });
  });
}

type ItemKey = Pick<TakeBackInput, "id" | "item">;

/** An item that is only proposed, with its meeting held until the commit. */
async function lockProposed(tx: Tx, viewer: Viewer, { id: slug, item }: ItemKey) {
  const where: Prisma.AgendaItemWhereInput = {
    AND: [{ id: item, proposedById: { not: null } }, declinedReadableBy(viewer)],
    briefing: { AND: [readableBy(viewer), { slug }] },
  };
  const found = await tx.agendaItem.findFirst({ where, select: { briefingId: true } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchItem");
  await locked(tx, found.briefingId);
  const now = await tx.agendaItem.findFirst({ where, include: { briefing: true } });
  if (!now) throw new Refusal("NOT_FOUND", "noSuchItem");
  await lockRights(tx, viewer);
  return now;
}

/** Leaves a proposed item off, with a reason that whoever proposed it reads. */
export async function declineItem(viewer: Viewer, { reason, ...key }: DeclineInput) {
  await transact(async (tx) => {
    const item = await lockProposed(tx, viewer, key);
    if (!mayHost(viewer, item.briefing)) throw new Refusal("FORBIDDEN", "notTheHost");
    const now = await readClock(tx);
    refuse(agendaObstacle(item.briefing, now));
    if (item.number !== null || item.declinedAt) throw new Refusal("CONFLICT", "proposalAnswered");
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { declinedAt: now, declinedEn: reason.en || null, declinedFr: reason.fr || null },
    });
  });
}

/** Takes back what one's own organization proposed, while it waits for an answer. */
export async function takeBackItem(viewer: Viewer, key: TakeBackInput) {
  await transact(async (tx) => {
    const item = await lockProposed(tx, viewer, key);
    if (!mayAnswerFor(viewer, item.proposedById ?? "")) throw new Refusal("FORBIDDEN", "notYourOrganization");
    if (item.number !== null || item.declinedAt) throw new Refusal("CONFLICT", "proposalAnswered");
    await tx.agendaItem.delete({ where: { id: item.id } });
  });
}

/** Says which items were reached, once the meeting has begun: what was not is what the next one takes over. */
export async function markOutcomes(viewer: Viewer, { id: slug, outcomes }: OutcomesInput, seen: number) {
  await transact(async (tx) => {
    const meeting = await lockAgenda(tx, viewer, slug, seen);
    refuse(outcomeObstacle(meeting, await readClock(tx)));
    const changed = await tx.$executeRaw`
      UPDATE "AgendaItem" SET "outcome" = said."outcome"::"AgendaItemOutcome"
      FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS said ("item" uuid, "outcome" text)
      WHERE "AgendaItem"."id" = said."item" AND "briefingId" = ${meeting.id}::uuid AND "number" IS NOT NULL
        AND "AgendaItem"."outcome" <> said."outcome"::"AgendaItemOutcome"`;
    if (changed > 0) await raiseAgendaVersion(tx, meeting);
  });
}
