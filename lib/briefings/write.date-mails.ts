import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    tell_of_poll: { briefing: string; kind: "poll" | "reminder" | "all_answered" };
    send_date_mail: { mail: string };
  }
}

type Polled = { id: string; state: string };

/** Several changes one after the other are told in one mail. */
const pause = 10 * 60_000;

/** While answers are asked for, whoever has none to a date as it is now is told, once the host has stopped changing dates. */
export async function mailPoll(tx: Tx, { id, state }: Polled, now: Date, after = pause) {
  if (state !== "polling") return;
  const runAt = new Date(now.getTime() + after);
  await enqueue(tx, "tell_of_poll", { briefing: id, kind: "poll" }, { key: `tell_of_poll:poll:${id}`, runAt });
}

/** The worker looks by itself whether everybody has answered by then: two who answer at once do not see each other. */
export const mailIfAllAnswered = (tx: Tx, id: string) =>
  enqueue(tx, "tell_of_poll", { briefing: id, kind: "all_answered" }, { key: `tell_of_poll:all_answered:${id}` });

/** Reminds whoever has not answered, once in a round. */
export const remindOfPoll = (tx: Tx, id: string) =>
  enqueue(tx, "tell_of_poll", { briefing: id, kind: "reminder" }, { key: `tell_of_poll:reminder:${id}` });
