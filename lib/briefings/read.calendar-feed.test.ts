import { afterAll, expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { briefingWorld } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import { browserOf, line, origin } from "@/tests/support/identities";
import { readCalendar } from "@/tests/support/read-calendar";

afterAll(() => db.$disconnect());

const ask = (address: string, headers: Record<string, string> = {}, method = "GET") =>
  handleRequest(
    new Request(address, { method, headers: { ...line(), origin, "x-concerted": "1", ...headers } }),
    handleRest,
  );

/** A person whose organization is asked to a meeting, signed in, and the link to their calendar. */
async function linked() {
  const world = await briefingWorld({ wallStart: "2031-12-16T09:00", zone: "America/Winnipeg" });
  const person = await given.representative(world.other);
  const caller = await browserOf(person);
  const answer = await ask(`${origin}/api/v1/me/calendar`, { ...caller, "idempotency-key": "a" }, "POST");
  const made = (await answer.json()) as { address: string };
  return { ...world, person, caller, address: made.address };
}

test("the link opens the calendar of its person without an account, the same bytes twice, and nothing new is said so", async () => {
  const { address, person } = await linked();
  const [first, second] = [await ask(address), await ask(address)];
  expect([first.status, first.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const [text, again] = [await first.text(), await second.text()];
  expect(again).toBe(text);
  expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  expect(readCalendar(text).events).toMatchObject([{ status: "CONFIRMED", starts: { tzid: "America/Winnipeg" } }]);
  const known = await ask(address, { "if-none-match": `W/${first.headers.get("etag")}` });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  const kept = await db.calendarFeed.findUniqueOrThrow({ where: { personId: person.id } });
  expect(address).not.toContain(kept.tokenHash);
});

test("it ends with another link, by being ended, and with the rights of its person", async () => {
  const { address, caller, person, other } = await linked();
  const events = async (at: string) => readCalendar(await (await ask(at)).text()).events.length;
  expect(await events(address)).toBe(1);
  await db.representation.updateMany({
    where: { personId: person.id, organizationId: other.id },
    data: { endedAt: new Date() },
  });
  expect(await events(address)).toBe(0);
  const answer = await ask(`${origin}/api/v1/me/calendar`, { ...caller, "idempotency-key": "b" }, "POST");
  const { address: newer } = (await answer.json()) as { address: string };
  expect([(await ask(address)).status, (await ask(newer)).status]).toEqual([404, 200]);
  await ask(`${origin}/api/v1/me/calendar`, caller, "DELETE");
  const [ended, never, wrong] = await Promise.all([
    ask(newer),
    ask(`${origin}/api/v1/calendar/${"a".repeat(22)}.ics`),
    ask(`${origin}/api/v1/calendar/x`),
  ]);
  const bodies = await Promise.all([ended, never, wrong].map((it) => it.text()));
  expect([ended.status, never.status, wrong.status]).toEqual([404, 404, 404]);
  expect(new Set(bodies).size).toBe(1);
});

test("whoever guesses is stopped, and whoever asks too often as well", async () => {
  const { address } = await linked();
  const many = await Promise.all(Array.from({ length: 65 }, () => ask(address)));
  expect(many.filter(({ status }) => status === 200)).toHaveLength(60);
  expect(many.filter(({ status }) => status === 429)).toHaveLength(5);
});
