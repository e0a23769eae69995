import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { findSignInLink } from "@/lib/platform/session/sign-in-links";
import { ownerDb } from "@/tests/support/owner-db";
import { sendSignInLink } from "./jobs";

const email = "rep.red-cedar@demo.example";
const requestedAt = new Date();
const job = (data: object = {}) => ({ job: { id: "7", created_at: requestedAt, attempts: 1, ...data } });
const idOf = (id: string) => `<sign-in-link.${id}.${requestedAt.getTime().toString(36)}@localhost>`;
const outbox = async () => (await readOutbox(0, 100)).mails;

beforeEach(async () => {
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  await db.signInLink.deleteMany({});
  await db.rateWindow.deleteMany({});
  await ownerDb.person.deleteMany({});
  await db.person.create({ data: { email } });
});
afterAll(() => db.$disconnect());

const speaks = (language: string) => db.person.update({ where: { email }, data: { language } });

test("the mail holds a link to a page of ours, which opens for its reader", async () => {
  await speaks("fr");
  await sendSignInLink({ email, language: "fr", next: "/fr/positions?theme=x" }, job());
  const [mail] = await outbox();
  expect(mail).toMatchObject({
    to: email,
    subject: "Votre lien de connexion",
    messageId: idOf("7"),
  });
  const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(link.origin + link.pathname).toBe("http://localhost:3000/fr/sign-in/confirm");
  expect(link.searchParams.get("next")).toBe("/fr/positions?theme=x");
  expect(await findSignInLink(link.searchParams.get("token") ?? "")).toEqual({ email });
});

test("the subject says nothing about anybody", async () => {
  await sendSignInLink({ email, language: "en", next: null }, job());
  expect((await outbox())[0]?.subject).toBe("Your sign-in link");
});

test("the mail and the page it opens are in its reader's language, wherever the link was asked for", async () => {
  await speaks("fr");
  await sendSignInLink({ email, language: "en", next: null }, job());
  const [mail] = await outbox();
  expect(mail?.subject).toBe("Votre lien de connexion");
  expect(mail?.text).toContain("http://localhost:3000/fr/sign-in/confirm?token=");
});

test("who asked from a page goes back to it, in the language it was in", async () => {
  await speaks("fr");
  await sendSignInLink({ email, language: "en", next: "/en/positions" }, job());
  expect((await outbox())[0]?.text).toContain("next=%2Fen%2Fpositions");
});

test("an address without an account gets nothing, and no link is made for it", async () => {
  await sendSignInLink({ email: "nobody@demo.example", language: "en", next: null }, job());
  expect(await outbox()).toEqual([]);
  expect(await db.signInLink.count()).toBe(0);
});

test("a mailbox is not flooded: after five links in a quarter of an hour nothing more is sent", async () => {
  for (let i = 0; i < 8; i++) await sendSignInLink({ email, language: "en", next: null }, job({ id: String(i) }));
  expect(await outbox()).toHaveLength(5);
});

test("a mail that could not be handed over is tried again, with the same Message-ID", async () => {
  for (let attempts = 1; attempts <= 6; attempts++) {
    await sendSignInLink({ email, language: "en", next: null }, job({ id: "9", attempts }));
  }
  const mails = await outbox();
  expect(mails).toHaveLength(6);
  expect(new Set(mails.map((it) => it.messageId)).size).toBe(1);
});

test("a link asked for yesterday is not sent today", async () => {
  await sendSignInLink(
    { email, language: "en", next: null },
    job({ created_at: new Date(Date.now() - 24 * 3_600_000) }),
  );
  expect(await outbox()).toEqual([]);
});

test("the outbox shows the newest first, by pages", async () => {
  for (const id of ["1", "2", "3"]) await sendSignInLink({ email, language: "en", next: null }, job({ id }));
  const idsOf = async (offset: number, limit: number) =>
    (await readOutbox(offset, limit)).mails.map((it) => it.messageId);
  expect(await idsOf(0, 2)).toEqual([idOf("3"), idOf("2")]);
  expect(await idsOf(2, 2)).toEqual([idOf("1")]);
  expect((await readOutbox(0, 2)).total).toBe(3);
});

test("a job of the same number made at another time is another mail", async () => {
  await sendSignInLink({ email, language: "en", next: null }, job());
  await sendSignInLink({ email, language: "en", next: null }, job({ created_at: new Date(requestedAt.getTime() + 1) }));
  const ids = (await outbox()).map((it) => it.messageId);
  expect(new Set(ids).size).toBe(2);
});
