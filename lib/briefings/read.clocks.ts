import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { readClock } from "@/lib/platform/time/clock";
import { endUnder, instantUnder } from "./rules.clocks";

export const clockedSelect = {
  ...{ id: true, state: true, sequence: true, version: true, zone: true, minutes: true, doubledHour: true },
  ...{ wallStart: true, startsAt: true, endsAt: true, zoneVersion: true, answersCloseWall: true, answersCloseAt: true },
  options: {
    where: { withdrawnAt: null },
    select: {
      ...{ id: true, zone: true, allDay: true, doubledHour: true, wallStart: true, wallEnd: true },
      ...{ startsAt: true, endsAt: true, zoneVersion: true, sequence: true },
    },
  },
} satisfies Prisma.BriefingSelect;
export type Clocked = Prisma.BriefingGetPayload<{ select: typeof clockedSelect }>;

/** An instant that was moved so that the wall time stays. */
export type ClockMove = {
  kind: "meeting" | "option" | "answers_close";
  optionId: string | null;
  fromAt: Date;
  toAt: Date;
  endsAt: Date | null;
  fromVersion: string;
};

function moveOf(it: Omit<ClockMove, "fromAt"> & { fromAt: Date | null; over: Date }): ClockMove[] {
  const { over, fromAt, ...move } = it;
  const changed = fromAt !== null && fromAt > over && fromAt.getTime() !== move.toAt.getTime();
  return changed ? [{ ...move, fromAt }] : [];
}

/** What of a meeting means another instant under the rules that run now. What is over stays as it was. */
export function findMoves(row: Clocked, now: Date): ClockMove[] {
  const version = row.zoneVersion ?? "";
  const ofMeeting = () => {
    if (row.state !== "scheduled" || !row.wallStart || !row.startsAt || !row.endsAt) return [];
    const toAt = instantUnder(row.zone, row.wallStart, row.doubledHour);
    const lasts = row.endsAt.getTime() - row.startsAt.getTime();
    const endsAt = new Date(toAt.getTime() + lasts);
    return moveOf({
      kind: "meeting",
      optionId: null,
      fromAt: row.startsAt,
      toAt,
      endsAt,
      fromVersion: version,
      over: now,
    });
  };
  const ofAnswers = () => {
    if (row.state !== "polling" || !row.answersCloseWall) return [];
    const toAt = instantUnder(row.zone, row.answersCloseWall, "first");
    const known = row.options[0]?.zoneVersion ?? version;
    const given = { kind: "answers_close" as const, optionId: null, toAt, endsAt: null, fromVersion: known };
    return moveOf({ ...given, fromAt: row.answersCloseAt, over: now });
  };
  const ofOptions = row.state === "polling" ? row.options : [];
  return [
    ...ofMeeting(),
    ...ofOptions.flatMap((it) => {
      const toAt = instantUnder(it.zone, it.allDay ? it.wallStart.slice(0, 10) : it.wallStart, it.doubledHour);
      const endsAt = endUnder(it.zone, it.wallEnd, it.allDay);
      const given = { kind: "option" as const, optionId: it.id, toAt, endsAt, fromVersion: it.zoneVersion };
      return moveOf({ ...given, fromAt: it.startsAt, over: now });
    }),
    ...ofAnswers(),
  ];
}

/** The meetings to come of which something means another instant than what is stored. */
export async function findMovedClocks(tx: Tx): Promise<string[]> {
  const now = await readClock(tx);
  const rows = await tx.briefing.findMany({
    where: { OR: [{ state: "scheduled", startsAt: { gt: now } }, { state: "polling" }] },
    select: clockedSelect,
  });
  return rows.filter((row) => findMoves(row, now).length > 0).map(({ id }) => id);
}
