import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { propose } from "@/lib/proposals/write";
import { proposalWorld } from "@/tests/support/proposal-world";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { workQueue } = await import("./queue");

afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("two workers that find the same event many times over in the queue mail each person once", async () => {
  const { author, convener, input } = await proposalWorld();
  await propose(author, input());
  const [row] = await db.activity.findMany({ where: { kind: "proposal.proposed" }, orderBy: { id: "desc" }, take: 1 });
  const payload = JSON.stringify({ activity: String(row?.id) });
  await db.$executeRaw`SELECT graphile_worker.add_job('notify', ${payload}::json) FROM generate_series(1, 30)`;
  const start = () => workQueue({ pollInterval: 25, concurrency: 5, onLost: () => undefined });
  const queues = await Promise.all([start(), start()]);
  const waiting = () => db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs`;
  await expect.poll(async () => (await waiting()).length, { timeout: 25_000 }).toBe(0);
  await Promise.all(queues.map((queue) => queue.stop()));
  expect(server.arrived.map(({ to }) => to)).toEqual([convener.email]);
  const rows = await db.notification.findMany({ where: { activityId: row?.id ?? 0n } });
  expect(rows).toMatchObject([{ personId: convener.personId, sentAt: expect.any(Date) }]);
});
