import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { origin, rest } from "@/tests/support/identities";
import { OPTIONS, POST } from "./route";

vi.hoisted(() => {
  process.env.HOST = "127.0.0.1";
});

const email = "rep.sandbar@demo.example";
const direct = { "x-concerted-direct": "1" };

beforeAll(async () => {
  await db.network.update({ where: { id: 1 }, data: { kind: "demonstration" } });
  await given.person({ email });
});
afterAll(() => db.network.update({ where: { id: 1 }, data: { kind: "real" } }));

const signIn = (headers: Record<string, string>) =>
  POST(
    new Request(`${origin}/api/demonstration/sign-in`, {
      method: "POST",
      headers: { origin, "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams({ email }),
    }),
  );
const ask = (headers: Record<string, string>) =>
  OPTIONS(new Request(`${origin}/api/demonstration/sign-in`, { method: "OPTIONS", headers }));
const read = (path: string, headers: Record<string, string>) => rest("GET", path, { headers });

test("on this machine itself a click signs a demonstration person in, and kept mails can be read", async () => {
  expect((await signIn(direct)).headers.getSetCookie().join()).toContain("concerted-session=");
  expect((await ask(direct)).status).toBe(204);
  for (const path of ["/outbox", "/demonstration/people"]) expect((await read(path, direct)).status, path).toBe(200);
});

test("reached through somebody, the demonstration signs nobody in, and shows neither its mails nor its people", async () => {
  const before = await db.session.count();
  for (const headers of [{}, { "x-concerted-direct": "0" }]) {
    expect((await signIn(headers)).status).toBe(404);
    expect((await ask(headers)).status).toBe(404);
    for (const path of ["/outbox", "/demonstration/people"]) expect((await read(path, headers)).status, path).toBe(404);
  }
  expect(await db.session.count()).toBe(before);
});
