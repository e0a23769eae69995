import "server-only";
import type { NounWork } from "@/lib/activity/jobs.notifications";
import { transact } from "@/lib/platform/db/client";
import { dayAt } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import { quarterOf } from "./rules.concealed";
import { endMarks, markThemes } from "./write.marks";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    refresh_concealed: Record<string, never>;
  }
}

/**
 * Looks once a day in which themes somebody keeps something from an audience, and marks them. Between two runs a mark only
 * appears, where an answer that was read is taken back; marks end with a quarter, all together, and never because an
 * organization left, was suspended or came back.
 */
export async function refreshConcealed() {
  await transact(async (tx) => {
    const { now, today, timeZone } = await readToday(tx);
    const { concealedAt: last } = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
    await markThemes(tx, last ?? new Date(0));
    if (last === null || quarterOf(dayAt(timeZone, last)) !== quarterOf(today)) await endMarks(tx, now);
    await tx.network.update({ where: { id: 1 }, data: { concealedAt: now } });
  });
}

export const work = {
  jobs: { refresh_concealed: refreshConcealed },
  nightly: { refresh_concealed: "30 7 * * *" },
} satisfies NounWork;
