import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { browserOf, rest } from "@/tests/support/identities";
import { ownerDb } from "@/tests/support/owner-db";
import { sendEmailChange } from "./jobs.email";
import { openEmailChange } from "./read.email";

const [email, newEmail] = ["wren@here.example", "wren@there.example"];
const job = (data: object = {}) => ({ job: { id: "7", created_at: new Date(), attempts: 1, ...data } });
const outbox = async () => (await readOutbox(0, 100)).mails;
const tokenIn = (text = "") => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "").searchParams.get("token") ?? "";

let change: string;

async function ask() {
  const person = await db.person.findUniqueOrThrow({ where: { email } });
  const answer = await rest("POST", "/me/email-change", { as: await browserOf(person), body: { email: newEmail } });
  expect(answer.status).toBe(202);
  change = (await db.emailChange.findUniqueOrThrow({ where: { personId: person.id } })).id;
}

beforeEach(async () => {
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  await db.rateWindow.deleteMany({});
  await ownerDb.person.deleteMany({ where: { email: { endsWith: "here.example" } } });
  await db.person.create({ data: { email, language: "fr" } });
  await ask();
});
afterAll(() => db.$disconnect());

test("each address gets a link of its own, in its person's language, and neither mail names an address or a name", async () => {
  await sendEmailChange({ change, side: "new" }, job({ id: "1" }));
  await sendEmailChange({ change, side: "old" }, job({ id: "2" }));
  const mails = await outbox();
  expect(mails.map(({ to }) => to).sort()).toEqual([email, newEmail]);
  for (const { subject, text, to } of mails) {
    expect(`${subject} ${text}`).not.toContain("@");
    expect(text).toContain("http://localhost:3000/fr/account/email/confirm?token=");
    expect(await openEmailChange(tokenIn(text))).toMatchObject({ side: to === email ? "old" : "new", to: newEmail });
  }
  expect(new Set(mails.map(({ text }) => tokenIn(text))).size).toBe(2);
});

test("an address that is somebody's already gets no mail, so it is never confirmed", async () => {
  await db.person.create({ data: { email: newEmail } });
  await sendEmailChange({ change, side: "new" }, job());
  expect(await outbox()).toEqual([]);
  await sendEmailChange({ change, side: "old" }, job());
  expect((await outbox()).map(({ to }) => to)).toEqual([email]);
});

test("a change that was stopped, asked for anew or is over is not mailed", async () => {
  const first = change;
  await ask();
  await sendEmailChange({ change: first, side: "new" }, job());
  await db.emailChange.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  await sendEmailChange({ change, side: "new" }, job());
  expect(await outbox()).toEqual([]);
});

test("a mailbox is not flooded, a mail that is tried again is not counted, and it is the same mail", async () => {
  for (let n = 0; n < 8; n++) await sendEmailChange({ change, side: "new" }, job({ id: String(n) }));
  expect(await outbox()).toHaveLength(env().rates.signInPerAccount);
  await sendEmailChange({ change, side: "new" }, job({ id: "9", attempts: 2 }));
  const texts = new Set((await outbox()).map(({ text }) => text));
  expect(texts.size).toBe(1);
});

test("no secret and no address lies in the queue", async () => {
  const jobs = await db.$queryRaw<{ payload: object }[]>`SELECT payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send_email_change'`;
  expect(jobs.map(({ payload }) => payload)).toEqual(
    expect.arrayContaining([
      { change, side: "new" },
      { change, side: "old" },
    ]),
  );
  expect(JSON.stringify(jobs)).not.toContain("@");
});
