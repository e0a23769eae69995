import { afterAll, beforeEach, expect, test } from "vitest";
import { nameRapporteur } from "@/lib/briefings/write.rapporteurs";
import { requestMandate } from "@/lib/mandates/write.requests";
import { decideMembership } from "@/lib/organizations/write.membership";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays } from "@/lib/positions/rules";
import { requestConfirmations } from "@/lib/positions/write.confirmation-requests";
import { propose } from "@/lib/proposals/write";
import { as, given } from "@/tests/support/builders";
import { proposalWorld } from "@/tests/support/proposal-world";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { workQueue } = await import("./queue");

const { today } = await readToday(db);
const clearQueue = () => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
/** A job as an earlier release left it: by a name of then, without a key. */
const leave = (task: string, payload: object) =>
  db.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json)`;

/** Everything that waits, by two workers at once. */
async function work() {
  const start = () => workQueue({ pollInterval: 25, concurrency: 3, onLost: () => undefined });
  const queues = await Promise.all([start(), start()]);
  const waiting = () => db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs`;
  await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(0);
  await Promise.all(queues.map((queue) => queue.stop()));
}
const arrivedAt = (email: string | null) => server.arrived.filter(({ to }) => to === email).map((it) => it.subject);

beforeEach(async () => {
  await clearQueue();
  server.arrived.length = 0;
});
afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

type Former = { payload: object; to: string | null; subject: string };

/** For each name of before: something that happened, the job that was left about it then, and who was to be mailed. */
const makers: [task: string, make: () => Promise<Former>][] = [
  [
    "tell_of_proposal",
    async () => {
      const { author, convener, input } = await proposalWorld();
      const proposal = await propose(author, input());
      const payload = { proposal, step: 1 };
      return { payload, to: convener.email, subject: "Something waits for you" };
    },
  ],
  [
    "tell_of_admission",
    async () => {
      const convener = await as(await given.convener(await given.organization()));
      const { id, slug } = await given.organization();
      const { email } = await given.memberOf({ id });
      await decideMembership(convener, { slug, decision: "suspend", reason: "Silence." });
      const step = await db.organizationStep.count({ where: { organizationId: id } });
      const payload = { organization: id, step };
      return { payload, to: email, subject: "A decision was recorded" };
    },
  ],
  [
    "tell_of_mandate_request",
    async () => {
      const { id, slug } = await given.organization();
      const { email } = await given.signatory({ id });
      const person = await given.memberOf({ id });
      await requestMandate(await as(person), { slug });
      const payload = { person: person.id, organization: id };
      return { payload, to: email, subject: "Someone asks for a mandate" };
    },
  ],
  [
    "tell_of_rapporteur",
    async () => {
      const own = await given.organization();
      const convener = await as(await given.convener(own));
      const { id: person, email } = await given.memberOf(own);
      const days = { firstOn: today, lastOn: addDays(today, 2) };
      const occasion = { en: "A working session" };
      const { id: rapporteur } = await nameRapporteur(convener, { person, organization: own.slug, occasion, ...days });
      return { payload: { rapporteur }, to: email, subject: "You were asked to write a record" };
    },
  ],
  [
    "ask_to_confirm",
    async () => {
      const organization = await given.organization();
      const signatory = await given.signatory(organization);
      const proposition = await given.proposition();
      const since = new Date("2026-01-01T12:00:00Z");
      await given.standing({ organization, proposition, since, reviewBy: addDays(today, -3) });
      await requestConfirmations(await as(await given.memberOf(organization)), { organization: organization.slug });
      const payload = { signatory: signatory.id, organization: organization.id };
      return { payload, to: signatory.email, subject: "Positions to confirm" };
    },
  ],
];

test.each(
  makers,
)("a %s that an earlier release left in the queue is mailed, once however often it stands there", async (task, make) => {
  const made = await make();
  await clearQueue();
  await leave(task, made.payload);
  await leave(task, made.payload);
  await work();
  expect(arrivedAt(made.to)).toEqual([made.subject]);
});

test.each(
  makers,
)("where a %s and the notification of the same event stand in the queue, one mail goes out", async (task, make) => {
  const made = await make();
  await leave(task, made.payload);
  await work();
  expect(arrivedAt(made.to)).toEqual([made.subject]);
});

test("a job of before about something that is there no more mails nobody and is done", async () => {
  const id = "00000000-0000-4000-8000-000000000009";
  await leave("tell_of_proposal", { proposal: id, step: 1 });
  await leave("tell_of_admission", { organization: id, step: 1 });
  await leave("tell_of_mandate_request", { person: id, organization: id });
  await leave("tell_of_rapporteur", { rapporteur: id });
  await leave("ask_to_confirm", { signatory: id, organization: id });
  await work();
  expect(server.arrived).toEqual([]);
});
