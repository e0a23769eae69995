import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { applicationBy } from "@/tests/support/application-form";
import { given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { browserOf, rest } from "@/tests/support/identities";

// Attack 18: who has an account here. The same body, the same status, and the same work, so that there is nothing to time.
const known = "known@enumeration.example";
const unknown = "unknown@enumeration.example";

beforeAll(async () => {
  await given.person({ email: known });
  // The first request of all prepares what later ones find prepared.
  await rest("POST", "/sign-in-links", { body: { email: "first@enumeration.example", language: "en" } });
});
afterAll(() => db.$disconnect());

const mails = async () =>
  (await readdir(path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox")).catch(() => [])).length;

type Observation = { status: number; body: string; headers: string[]; statements: string[] };

async function observe(ask: () => Promise<Response>): Promise<Observation> {
  let observed = { status: 0, body: "", headers: [] as string[] };
  const statements = await listStatements(async () => {
    const answer = await ask();
    // A number that only counts requests, and a date, are nobody's secret.
    const headers = [...answer.headers].filter(([name]) => !/^(date|x-request-id)$/.test(name)).map(String);
    observed = { status: answer.status, body: await answer.text(), headers };
  });
  return { ...observed, statements };
}

const requestsWithEmail: Record<string, (email: string) => Promise<Response>> = {
  "asking for a link": (email) => rest("POST", "/sign-in-links", { body: { email, language: "en" } }),
  "asking how one's organization signs in": (email) => rest("POST", "/sign-in-ways", { body: { email } }),
  "applying with it": (email) => rest("POST", "/organizations", { body: applicationBy(email) }),
};

test.each(
  Object.entries(requestsWithEmail),
)("%s is answered alike for an address with an account and one without, by the same statements, and mails nothing itself", async (_, ask) => {
  const before = await mails();
  const [one, other] = [await observe(() => ask(known)), await observe(() => ask(unknown))];
  expect(one.status).toBeLessThan(300);
  expect({ ...other, statements: [] }).toEqual({ ...one, statements: [] });
  expect(other.statements).toEqual(one.statements);
  expect(one.statements.join(" "), "nobody is looked up while somebody waits").not.toContain('"Person"');
  expect(await mails()).toBe(before);
});

test("asking to be known by an address is answered alike whether or not it is somebody’s, by the same statements", async () => {
  const ask = async (email: string) => {
    const as = await browserOf(await given.person());
    const told = await observe(() => rest("POST", "/me/email-change", { as, body: { email } }));
    const { id, to, requestedAt, expiresAt, ...same } = JSON.parse(told.body) as Record<string, unknown>;
    expect([typeof id, to, typeof requestedAt, typeof expiresAt]).toEqual(["string", email, "string", "string"]);
    return { status: told.status, headers: told.headers, statements: told.statements, same };
  };
  await ask("first@enumeration.example");
  const before = await mails();
  const [one, other] = [await ask(known), await ask(unknown)];
  expect(one).toMatchObject({ status: 202, same: { confirmed: { new: false, old: false } } });
  expect(other).toEqual(one);
  expect(await mails()).toBe(before);
});
