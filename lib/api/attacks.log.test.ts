import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { JobError } from "@/lib/platform/jobs/job-error";
import { given } from "@/tests/support/builders";
import { browserOf, origin, ours, rest, rpc } from "@/tests/support/identities";
import { toPageError } from "./errors";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";

// What is written goes into these lines instead of the terminal, by the same settings.
const lines = vi.hoisted((): string[] => []);
vi.mock("pino", async (original) => {
  const { default: pino } = await original<typeof import("pino")>();
  const listening = (options: object) => pino(options, { write: (line: string) => void lines.push(line) });
  return { default: Object.assign(listening, { stdTimeFunctions: pino.stdTimeFunctions }) };
});
afterEach(() => {
  vi.restoreAllMocks();
  lines.length = 0;
});

const secrets = ["cnry-words", "someone@red-cedar.example", "203.0.113.77"];

/** An error as drivers make them: what was asked and said is in its words, its causes and its stack. */
function loud() {
  const message = `Key (email)=(${secrets[1]}) from ${secrets[2]}: ${secrets[0]}\n    at ${secrets[0]} (${secrets[1]}:1:1)`;
  return Object.assign(new Error(message, { cause: { data: secrets } }), { meta: { target: secrets } });
}
const findSecrets = (text: string) => secrets.filter((it) => text.includes(it));

// Attack 3, in the log: values that come along with an error.
test("what breaks is logged and answered by its place, without a word of what was sent or read", async () => {
  const as = await browserOf(await given.memberOf(await given.organization()));
  vi.spyOn(db.position, "findMany").mockRejectedValue(loud());
  vi.spyOn(db.organization, "findMany").mockRejectedValue(loud());
  const headers = { "x-concerted-address": secrets[2] ?? "", "user-agent": secrets[0] ?? "" };
  const answers = [
    await rest("GET", `/organizations?q=${secrets[0]}`, { as, headers }),
    await rpc("positions.list", {}, { as, headers }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500]);
  for (const answer of answers) expect(findSecrets(await answer.text())).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
  expect(findSecrets(lines.join("")), lines.join("")).toEqual([]);
});

test("what breaks before the router is logged and answered in the same way", async () => {
  await db.theme.count();
  const { concertedDb } = globalThis as typeof globalThis & { concertedDb: typeof db };
  vi.spyOn(concertedDb, "$queryRaw").mockRejectedValue(loud());
  const headers = { ...ours, authorization: `Bearer ${"x".repeat(43)}` };
  const answer = await handleRequest(new Request(`${origin}/api/v1/themes`, { headers }), handleRest);
  expect([answer.status, findSecrets(await answer.text())]).toEqual([500, []]);
  expect(findSecrets(lines.join(""))).toEqual([]);
});

test("an error that a page throws, and one that a job ends with, holds no words of anybody", () => {
  const thrown = toPageError(loud()) as Error;
  expect(findSecrets(`${thrown.message}${thrown.stack}${JSON.stringify(thrown)}${String(thrown.cause)}`)).toEqual([]);
  expect(thrown.stack).toContain("attacks.log.test");
  const failed = new JobError(loud());
  expect(findSecrets(`${failed.message}${failed.stack}${String(failed.cause)}`)).toEqual([]);
});

test("requests that are refused leave no line at all", async () => {
  await rest("GET", `/positions?organization=${secrets[0]}%00`);
  await rest("POST", "/sign-in-links", { body: { email: secrets[1], language: "en", secret: secrets[0] } });
  await rest("PUT", `/positions/${secrets[0]}/x`, { body: { rationale: { en: secrets[0] } } });
  expect(lines).toEqual([]);
});
