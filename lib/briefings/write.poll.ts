import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Briefing, Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { resolveWall, wallAt } from "@/lib/platform/time/offset-at";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { toRanked } from "./read.offered-dates";
import { type DateFound, pollSelect } from "./read.poll-select";
import { countRefusals, pollObstacle } from "./rules.dates";
import type { AskInput, ChooseInput } from "./schema.dates";
import { mailPoll } from "./write.date-mails";
import { isTooFar, toInstant } from "./write.date-walls";
import { lockDates } from "./write.dates";
import { addStep, lockBriefing } from "./write.steps";

/** Asks for answers, until a last moment if one is named; or asks once more after a date was chosen, and says why. */
export async function askForDates(viewer: Viewer, { id, closes, reason }: AskInput) {
  return transact(async (tx) => {
    const briefing = await lockBriefing(tx, viewer, id);
    await lockRights(tx, viewer);
    const now = await readClock(tx);
    const dates = await tx.dateOption.count({
      where: { briefingId: briefing.id, withdrawnAt: null, startsAt: { gt: now } },
    });
    const said = Boolean(reason?.en || reason?.fr);
    const obstacle = pollObstacle({ ...briefing, dates, reason: said }, now);
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    const closesAt = closes ? toInstant(briefing.zone, closes, "first", "closes") : null;
    if (closesAt && closesAt <= now) throw new BadField("closes", "notInFuture");
    if (closesAt && isTooFar(closesAt, now)) throw new BadField("closes", "tooFar");
    const closing = { answersCloseWall: closes ?? null, answersCloseAt: closesAt };
    const data = { state: "polling" as const, ...closing, version: { increment: 1 } };
    if (briefing.state === "scheduled") await reopen(tx, briefing, data, now);
    else await tx.briefing.update({ where: { id: briefing.id }, data });
    const reasons = { reasonEn: reason?.en || null, reasonFr: reason?.fr || null };
    const kind = stepOf[briefing.state as keyof typeof stepOf];
    await addStep(tx, briefing.id, { kind, ...(kind === "poll_reopened" ? reasons : {}) });
    if (briefing.state !== "polling") await mailPoll(tx, { id: briefing.id, state: "polling" }, now, 0);
    await record(tx, activityOf[kind], viewer, `briefing/${briefing.id}`);
    return { state: "polling" as const };
  });
}

const stepOf = { planned: "poll_opened", polling: "changed", scheduled: "poll_reopened" } as const;
const activityOf = {
  poll_opened: "briefing.pollOpened",
  changed: "briefing.pollChanged",
  poll_reopened: "briefing.pollReopened",
} as const;

/** The date that was chosen is one of several again, and calendars are told so. */
async function reopen(tx: Tx, { id }: Briefing, data: Prisma.BriefingUpdateInput, now: Date) {
  const stamped = { sequence: { increment: 1 }, stampedAt: now };
  const none = { wallStart: null, doubledHour: null, startsAt: null, endsAt: null, zoneVersion: null };
  await tx.briefing.update({ where: { id }, data: { ...data, ...none, ...stamped } });
  await tx.dateOption.updateMany({
    where: { briefingId: id, withdrawnAt: null },
    data: { chosenAt: null, ...stamped },
  });
  // Of a time that stands no more nobody waits to hear what the clocks did to it.
  await tx.clockChange.updateMany({ where: { briefingId: id, toldAt: null }, data: { toldAt: now } });
}

/** Chooses a date. One that somebody refused, only by whoever has seen that. */
export async function chooseDate(viewer: Viewer, { id, option, revision, begins, doubledHour, evenSo }: ChooseInput) {
  return transact(async (tx) => {
    const { briefing, now } = await lockDates(tx, viewer, id);
    const found = await tx.briefing.findUniqueOrThrow({ where: { id: briefing.id }, select: pollSelect(now) });
    const date = found.options.find((it) => it.id === option);
    if (!date) throw new Refusal("NOT_FOUND", "noSuchDate");
    if (date.revision !== revision) throw new Refusal("CONFLICT", "dateChanged");
    if (date.startsAt <= now) throw new Refusal("CONFLICT", "datePast");
    const refusals = countRefusals(toRanked(date, found.invitees));
    if (refusals > 0 && !evenSo) throw new Refusal("CONFLICT", "dateRefused", { refusals });
    const times = date.allDay ? onDay(date, briefing.minutes, begins, doubledHour) : await asOffered(tx, date);
    const stamped = { sequence: { increment: 1 }, stampedAt: now };
    const invited = { invitedAt: briefing.invitedAt ?? now, state: "scheduled" as const };
    const data = { ...times, ...invited, zone: date.zone, ...stamped, version: { increment: 1 } };
    const { sequence } = await tx.briefing.update({ where: { id: briefing.id }, data, select: { sequence: true } });
    await tx.dateOption.updateMany({ where: { briefingId: briefing.id, withdrawnAt: null }, data: stamped });
    await tx.dateOption.update({ where: { id: date.id }, data: { chosenAt: now } });
    await addStep(tx, briefing.id, { kind: "scheduled", wallStart: times.wallStart });
    await record(tx, "briefing.scheduled", viewer, `briefing/${briefing.id}`, { option: date.id, sequence });
    return { wallStart: times.wallStart, zone: date.zone, startsAt: times.startsAt.toISOString() };
  });
}

async function asOffered(tx: Tx, { id, wallStart, startsAt, endsAt }: DateFound) {
  const kept = await tx.dateOption.findUniqueOrThrow({
    where: { id },
    select: { doubledHour: true, zoneVersion: true },
  });
  return { wallStart, startsAt, endsAt, minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000, ...kept };
}

/** Of a whole day the hour is said as it is chosen; it lasts as long as the meeting was planned to. */
function onDay({ zone, wallStart: day }: DateFound, minutes: number, begins?: string, doubled?: "first" | "second") {
  if (!begins) throw new BadField("begins", "required");
  const startsAt = toInstant(zone, `${day}T${begins}`, doubled, "begins");
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), zoneVersion: zoneDataVersion };
  const doubledHour = resolveWall(zone, `${day}T${begins}`).kind === "twice" ? (doubled ?? null) : null;
  return { wallStart: wallAt(zone, startsAt), doubledHour, minutes, ...times };
}
