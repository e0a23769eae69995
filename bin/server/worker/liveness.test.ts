import { afterAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { startMailServer } from "@/tests/support/servers/mail-server";
import { announceLiveness } from "./liveness";

const url = process.env.DATABASE_URL ?? "";
const lockedBy = () => db.$queryRaw<{ by: string }[]>`
  SELECT locked_by AS by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`;

let inspect = async () => {};
const server = await startMailServer({ onData: () => inspect() });
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { workQueue } = await import("./queue");

afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("a job under way is taken for a dead worker’s by nobody, and is finished before its worker stops", async () => {
  const email = "busy@demo.example";
  await db.person.create({ data: { email } });
  const other = await announceLiveness(url, () => undefined);
  // The mail has arrived and is not answered yet: the job is under way.
  const underWay = new Promise<{ locked: number; freed: string[] }>((resolve, reject) => {
    inspect = async () => {
      const seen = async () => ({ locked: (await lockedBy()).length, freed: await other.freeTheDead() });
      await seen().then(resolve, reject);
    };
  });
  const queue = await workQueue({ pollInterval: 25, onLost: () => undefined });
  await transact((tx) => enqueue(tx, "send_sign_in_link", { email, language: "en", next: null }));
  expect(await underWay).toEqual({ locked: 1, freed: [] });
  await queue.stop();
  await other.end();
  expect(await lockedBy()).toEqual([]);
});
