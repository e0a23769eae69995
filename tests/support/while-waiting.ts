import { expect } from "vitest";
import { db } from "@/lib/platform/db/client";

/** Runs the request while somebody else holds what it needs; what happens meanwhile happens after it was let in. */
export async function whileWaiting(
  lockRow: (tx: typeof db) => Promise<unknown>,
  ask: () => Promise<Response>,
  meanwhile: (tx: typeof db) => Promise<unknown>,
) {
  let pending: Promise<Response> | undefined;
  await db.$transaction(async (given) => {
    const tx = given as typeof db;
    await lockRow(tx);
    pending = ask();
    await expect
      .poll(async () => {
        const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
          SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return Number(row?.waiting);
      })
      .toBeGreaterThan(0);
    await meanwhile(tx);
  });
  return (await pending) ?? new Response(null, { status: 0 });
}

export const statusAndDetailOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { detail?: string }).detail,
];
