import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { wallAt } from "@/lib/platform/time/offset-at";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { maxOptions } from "./constants";
import { listDates } from "./rules.date-pattern";
import { dateObstacle } from "./rules.dates";
import type { ChangeDateInput, OfferInput } from "./schema.dates";
import { mailIfAllAnswered, mailPoll } from "./write.date-mails";
import { dateFields, patternFields, toDateColumns } from "./write.date-walls";
import { addStep, lockBriefing } from "./write.steps";

/** The meeting, held by its host until the commit, while dates of it may still change. */
export async function lockDates(tx: Tx, viewer: Viewer, slug: string) {
  const briefing = await lockBriefing(tx, viewer, slug);
  await lockRights(tx, viewer);
  const obstacle = dateObstacle(briefing.state);
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
  return { briefing, now: await readClock(tx) };
}

/** What is offered: one date as it was given, or those of a pattern that are to come, each as long as the meeting unless it says otherwise. */
function toWalls({ date, pattern }: OfferInput, minutes: number, now: Date) {
  if (!pattern) return date ? [date] : [];
  const { zone, allDay, doubledHour } = pattern;
  const all = listDates({ ...pattern, minutes: pattern.minutes ?? minutes });
  if (all.length === 0) throw new BadField("pattern.weekdays", "noSuchDays");
  const over = wallAt(zone, now).slice(0, allDay ? 10 : 16);
  const walls = all.filter((it) => it.wallStart > over);
  if (walls.length === 0) throw new BadField("pattern.firstOn", "notInFuture");
  return walls.map((it) => ({ ...it, zone, allDay, doubledHour, note: {} as ChangedNote }));
}
type ChangedNote = { en?: string | undefined; fr?: string | undefined };

const noteColumns = ({ en, fr }: ChangedNote) => ({ noteEn: en || null, noteFr: fr || null });

/** Offers dates for a meeting. What is offered already is not offered twice. */
export async function offerDates(viewer: Viewer, input: OfferInput) {
  return transact(async (tx) => {
    const { briefing, now } = await lockDates(tx, viewer, input.id);
    const fields = input.pattern ? patternFields : dateFields;
    const walls = toWalls(input, briefing.minutes, now);
    if (walls.length > maxOptions) throw new Refusal("CONFLICT", "tooManyDates", { most: maxOptions });
    const known = await tx.dateOption.findMany({
      where: { briefingId: briefing.id },
      select: { startsAt: true, endsAt: true, withdrawnAt: true },
    });
    const standing = known.filter((it) => it.withdrawnAt === null);
    const taken = new Set(standing.map(keyOf));
    const fresh = walls
      .map((it) => ({ ...toDateColumns(it, fields, now), ...noteColumns(it.note) }))
      .filter((it) => !taken.has(keyOf(it)));
    if (fresh.length === 0) throw new Refusal("CONFLICT", "dateOfferedAlready");
    if (standing.length + fresh.length > maxOptions)
      throw new Refusal("CONFLICT", "tooManyDates", { most: maxOptions });
    const about = { briefingId: briefing.id, stampedAt: now };
    await tx.dateOption.createMany({
      data: fresh.map((it, at) => ({ id: randomUUID(), ...about, number: known.length + at + 1, ...it })),
    });
    await addStep(tx, briefing.id, { kind: "option_added" });
    await mailPoll(tx, briefing, now);
    await record(tx, "briefing.datesOffered", viewer, `briefing/${briefing.id}`, { dates: fresh.length });
    return { offered: fresh.length };
  });
}

const keyOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => `${startsAt.getTime()} ${endsAt.getTime()}`;

async function findDate(tx: Tx, briefingId: string, id: string, seen: number) {
  const found = await tx.dateOption.findFirst({ where: { id, briefingId, withdrawnAt: null } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchDate");
  if (found.revision !== seen)
    throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: found.revision });
  return found;
}

/** Changes one date, which asks again for that date alone; or offers it no more. Another note on it asks nobody again. */
export async function changeDate(viewer: Viewer, { id, option, date }: ChangeDateInput, seen: number) {
  return transact(async (tx) => {
    const { briefing, now } = await lockDates(tx, viewer, id);
    const found = await findDate(tx, briefing.id, option, seen);
    const stamped = { sequence: { increment: 1 }, stampedAt: now };
    if (!date) {
      await tx.dateOption.update({ where: { id: found.id }, data: { withdrawnAt: now, ...stamped } });
      await addStep(tx, briefing.id, { kind: "option_withdrawn" });
      // It may have been the last that somebody had not answered.
      if (briefing.state === "polling") await mailIfAllAnswered(tx, briefing.id);
      await record(tx, "briefing.dateWithdrawn", viewer, `briefing/${briefing.id}`, { option: found.id });
      return { revision: found.revision };
    }
    const columns = toDateColumns(date, dateFields, now);
    const same = keyOf(columns) === keyOf(found) && columns.zone === found.zone && columns.allDay === found.allDay;
    const revision = found.revision + 1;
    await tx.dateOption.update({
      where: { id: found.id },
      data: { ...columns, ...noteColumns(date.note), revision, ...stamped },
    });
    if (same) await keepAnswers(tx, found, revision);
    else await mailPoll(tx, briefing, now);
    await addStep(tx, briefing.id, { kind: same ? "changed" : "option_changed" });
    await record(tx, "briefing.dateChanged", viewer, `briefing/${briefing.id}`, { option: found.id, revision });
    return { revision };
  });
}

/** Answers to a date that stays when it is are answers to it still. */
const keepAnswers = (tx: Tx, { id, revision: before }: { id: string; revision: number }, revision: number) =>
  tx.dateAnswer.updateMany({ where: { optionId: id, revision: before }, data: { revision } });
