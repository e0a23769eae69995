import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { signInLinkAttempts } from "@/lib/accounts/constants";
import { db, transact } from "@/lib/platform/db/client";
import { readDeadLetters } from "@/lib/platform/jobs/dead-letter";
import { enqueue } from "@/lib/platform/jobs/queue";
import { ownerDb } from "@/tests/support/owner-db";
import { type Conduct, startMailServer } from "@/tests/support/servers/mail-server";

/** The same course at every run (mulberry32). */
function makeRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = makeRandom(20_261_123);
const refusals: Conduct[] = ["laterAtSender", "laterAtRecipient", "laterAtData"];
const refused = "refused@demo.example";
let failing = true;

/** Fails a third of the time, and of the rest hangs up one time in six. */
function conduct(): Conduct {
  if (!failing) return "take";
  const luck = random();
  if (luck < 1 / 3) return refusals[Math.floor(random() * 3)] ?? "laterAtData";
  if (luck < 4 / 9) return random() < 0.5 ? "hangUp" : "takeAndHangUp";
  return "take";
}

const server = await startMailServer({ conduct, refused });
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { workQueue } = await import("./queue");

type Queue = Awaited<ReturnType<typeof workQueue>>;
let queues: Queue[] = [];
const start = async (count: number) => {
  const one = () => workQueue({ pollInterval: 25, concurrency: 3, onLost: () => undefined });
  queues = await Promise.all(Array.from({ length: count }, one));
};

const addresses = (count: number) => Array.from({ length: count }, (_, i) => `person-${i}@demo.example`);

/** Asked for in as many transactions, as people do; half of them by a second that is undone. */
async function ask(emails: string[]) {
  const languageOf = (i: number) => (i % 2 ? "fr" : "en");
  const people = emails.map((email, i) => ({ email, name: "Anouk Tremblay", language: languageOf(i) }));
  await db.person.createMany({ data: people });
  for (const [i, email] of emails.entries()) {
    const payload = { email, language: languageOf(i), next: null };
    await transact((tx) => enqueue(tx, "send_sign_in_link", payload, { attempts: signInLinkAttempts }));
    if (i % 2)
      await expect(transact((tx) => undo(enqueue(tx, "send_sign_in_link", payload)))).rejects.toThrow("undone");
  }
}

const undo = async (work: Promise<void>) => {
  await work;
  throw new Error("undone");
};

/** The pauses between attempts are the queue's own, ever longer; here they are over at once. */
async function countWaiting(): Promise<number> {
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()
    WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now()`;
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE attempts < max_attempts OR locked_at IS NOT NULL`;
  return rows[0]?.count ?? 0;
}
const drained = () => expect.poll(countWaiting, { timeout: 30_000, interval: 40 }).toBe(0);

const arrivedAt = (to: string) => server.arrived.filter((mail) => mail.to === to);

beforeEach(async () => {
  failing = true;
  server.arrived.length = 0;
  server.attempts.count = 0;
  await ownerDb.person.deleteMany({});
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});
afterEach(() => Promise.all(queues.map((queue) => queue.stop())));
afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("through a server that fails, hangs up and refuses, every mail arrives, and twice only in the one window", async () => {
  const people = addresses(60);
  await ask([...people, refused]);
  // So many that bad luck alone gives nobody up.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET max_attempts = 25`;
  await start(2);
  await drained();

  expect([...new Set(server.arrived.map((mail) => mail.to))].sort()).toEqual([...people].sort());
  expect(server.attempts.count).toBeGreaterThan(80);
  const lost = server.arrived.filter((mail) => mail.conduct === "takeAndHangUp").length;
  expect(lost).toBeGreaterThan(0);
  expect(server.arrived).toHaveLength(people.length + lost);
  for (const to of people) {
    const mails = arrivedAt(to);
    expect(
      mails.filter((mail) => mail.conduct === "take"),
      to,
    ).toHaveLength(1);
    expect(new Set(mails.map((mail) => mail.messageId)).size, to).toBe(1);
  }
  expect(new Set(server.arrived.map((mail) => mail.messageId)).size).toBe(people.length);
});

test("a mailbox that is refused for ever is given up at the first answer, and listed without its address", async () => {
  failing = false;
  await ask([refused]);
  await start(1);
  await drained();
  expect(server.attempts.count).toBe(1);
  const given = await readDeadLetters();
  expect(given).toMatchObject([{ task: "send_sign_in_link", error: "MailNotSent EENVELOPE-550" }]);
  const [kept] = await db.$queryRaw<{ error: string }[]>`SELECT last_error AS error FROM graphile_worker.jobs`;
  expect(kept?.error).not.toContain("@demo.example");
});

test("a mail that is put off is no dead letter before its ninth attempt, and one after it", async () => {
  await ask(addresses(1));
  await server.close();
  await start(1);
  await drained();
  expect(await readDeadLetters()).toMatchObject([{ attempts: 9, error: "MailNotSent ESOCKET" }]);
  await server.open();
});

test("while the server is down mails wait; when it is back each arrives once", async () => {
  failing = false;
  await server.close();
  await ask(addresses(20));
  await start(2);
  const tried = () => db.$queryRaw<{ all: boolean }[]>`
    SELECT bool_and(attempts > 0) AS all FROM graphile_worker.jobs`;
  await expect.poll(async () => (await tried())[0]?.all, { timeout: 10_000, interval: 40 }).toBe(true);
  expect(server.arrived).toEqual([]);
  await server.open();
  await drained();
  expect(server.arrived.map((mail) => mail.to).sort()).toEqual(addresses(20).sort());
  expect(await readDeadLetters()).toEqual([]);
});

test("a mail says nothing to whoever sees it on its way: no name, no organization, only a link to a page of ours", async () => {
  failing = false;
  await ask(addresses(2));
  await start(1);
  await drained();
  expect(server.arrived.map((mail) => mail.subject).sort()).toEqual(
    ["Votre lien de connexion", "Your sign-in link"].sort(),
  );
  for (const { raw, to } of server.arrived) {
    const names = [...raw.slice(0, raw.indexOf("\r\n\r\n")).matchAll(/^([\w-]+):/gm)].map((it) => it[1]?.toLowerCase());
    expect(names.sort()).toEqual(
      ["auto-submitted", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version"]
        .concat(["subject", "to"])
        .sort(),
    );
    expect(raw).not.toMatch(/Anouk|Tremblay|position|proposition|mandat/i);
    expect(raw.split(to)).toHaveLength(2);
  }
});
