import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { answersOf } from "./read.poll-select";
import type { ZoneInput } from "./schema.dates";
import { mailPoll } from "./write.date-mails";
import { dateFields, toDateColumns, toInstant } from "./write.date-walls";
import { lockDates } from "./write.dates";
import { addStep } from "./write.steps";

/**
 * The hours were right and the clock was not: the wall times stay, and mean other instants. Until somebody answered nobody has to know;
 * later those who did are asked again, which the caller has to have seen. What is over stays as it was.
 */
export async function correctZone(viewer: Viewer, { id, from, to, doubledHour, evenSo }: ZoneInput) {
  return transact(async (tx) => {
    const { briefing, now } = await lockDates(tx, viewer, id);
    const dates = await tx.dateOption.findMany({
      where: { briefingId: briefing.id, zone: from, withdrawnAt: null, startsAt: { gt: now } },
      select: { id: true, revision: true, allDay: true, wallStart: true, wallEnd: true, doubledHour: true },
    });
    if (from === to || (dates.length === 0 && briefing.zone !== from)) throw new Refusal("CONFLICT", "zoneNotUsed");
    const affected = await countAnswered(tx, briefing.id, dates);
    if (affected > 0 && !evenSo) throw new Refusal("CONFLICT", "answersAffected", { affected });
    const revised = dates.map(({ id: option, allDay, wallStart, wallEnd }) => ({
      ...{ id: option, ...toDateColumns({ zone: to, allDay, wallStart, wallEnd, doubledHour }, dateFields, now) },
    }));
    await moveDates(tx, revised, now);
    if (briefing.zone === from) await moveClosing(tx, briefing, to);
    if (affected > 0) await addStep(tx, briefing.id, { kind: "zone_corrected" });
    if (affected > 0) await mailPoll(tx, briefing, now);
    await record(tx, "briefing.zoneCorrected", viewer, `briefing/${briefing.id}`, {
      ...{ dates: dates.length, asksAgain: affected > 0 },
    });
    return { dates: dates.length, askedAgain: affected };
  });
}

/** How many of those who are asked said something of one of these dates as they are. */
async function countAnswered(tx: Tx, briefingId: string, dates: { id: string; revision: number }[]) {
  const invitees = await tx.briefingInvitee.findMany({
    where: { briefingId, removedAt: null },
    select: { answers: { select: { optionId: true, revision: true, answer: true } } },
  });
  return invitees.filter((it) => Object.values(answersOf(it, dates)).some((answer) => answer !== null)).length;
}

type Moved = { id: string } & ReturnType<typeof toDateColumns>;

/** All of them in one statement, however many they are; whoever still reads the old hours cannot answer them. */
const moveDates = (tx: Tx, dates: readonly Moved[], now: Date) => tx.$executeRaw`
  UPDATE "DateOption" o SET "zone" = m."zone", "doubledHour" = m."doubledHour"::"DoubledHour", "startsAt" = m."startsAt",
    "endsAt" = m."endsAt", "zoneVersion" = m."zoneVersion", "revision" = o."revision" + 1,
    "sequence" = o."sequence" + 1, "stampedAt" = ${now}
  FROM jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) AS m ("id" uuid, "zone" text, "doubledHour" text,
    "startsAt" timestamptz, "endsAt" timestamptz, "zoneVersion" text)
  WHERE o."id" = m."id"`;

type Closing = { id: string; answersCloseWall: string | null };

/** The last moment for answers stands on the meeting's clock as well. */
async function moveClosing(tx: Tx, { id, answersCloseWall: wall }: Closing, zone: string) {
  const closes = wall ? { answersCloseAt: toInstant(zone, wall, "first", "closes") } : {};
  await tx.briefing.update({ where: { id }, data: { zone, ...closes, version: { increment: 1 } } });
}
