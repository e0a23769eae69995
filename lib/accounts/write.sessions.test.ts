import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { findViewerBySession } from "@/lib/viewer/read";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { mayEndSessions, sessionsReadableBy } from "./policy";
import { listSessions } from "./read.sessions";
import { sessionList } from "./schema";
import { endOtherSessions, endSessionOf } from "./write.sessions";

const hour = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const refusedBecause = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const page = { limit: 100 };

let person: { id: string };
let me: Viewer;

/** Another browser of somebody's, and the cookie it holds. */
async function browser({ id: personId }: { id: string }, times: { lastSeenAt?: Date; expiresAt?: Date } = {}) {
  const cookie = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 24 * hour);
  const session = await db.session.create({ data: { personId, tokenHash: sha256(cookie), expiresAt, ...times } });
  return { cookie, id: session.id };
}
const opens = async (cookie: string) => (await findViewerBySession(cookie)).personId !== null;
const listRecorded = async () =>
  (await db.activity.findMany({ where: { kind: "session.ended" }, orderBy: { id: "asc" } })).map(
    ({ actorId, subject, facts }) => ({ actorId, subject, facts }),
  );

beforeEach(async () => {
  person = await given.person();
  me = await as(person);
});
afterAll(() => db.$disconnect());

test("one sees one's own sessions by their times, and which of them one is in; nothing of a device, no secret", async () => {
  const other = await browser(person, { lastSeenAt: ago(hour) });
  await browser(await given.person());
  const { items, total } = await listSessions(me, page);
  expect(items.map(({ id, current }) => [id, current])).toEqual([
    [me.sessionId, true],
    [other.id, false],
  ]);
  expect(total).toBe(2);
  expect(Object.keys(sessionList.parse({ items, nextCursor: null, total }).items[0] ?? {}).sort()).toEqual([
    "current",
    "expiresAt",
    "id",
    "lastSeenAt",
    "signedInAt",
  ]);
  expect(JSON.stringify(items)).not.toContain(sha256(other.cookie));
});

test("a session that is over or idle for too long is not listed", async () => {
  await browser(person, { expiresAt: ago(1_000) });
  await browser(person, { lastSeenAt: ago(8 * hour + 1_000) });
  expect((await listSessions(me, page)).total).toBe(1);
});

test("a long list comes by pages", async () => {
  for (let i = 1; i <= 4; i++) await browser(person, { lastSeenAt: ago(i * 60_000) });
  const first = await listSessions(me, { limit: 3 });
  expect([first.items.length, first.total]).toEqual([3, 5]);
  const rest = await listSessions(me, { limit: 3, cursor: first.nextCursor ?? "" });
  expect([rest.items.length, rest.nextCursor]).toEqual([2, null]);
});

test("a session that is ended opens nothing any more, and the record knows it by its id alone", async () => {
  const other = await browser(person);
  const before = (await listRecorded()).length;
  expect(await endSessionOf(me, other.id)).toEqual({ ended: 1 });
  expect(await opens(other.cookie)).toBe(false);
  expect((await listRecorded()).slice(before)).toEqual([
    { actorId: person.id, subject: `person/${person.id}`, facts: { session: other.id } },
  ]);
  await expect(endSessionOf(me, other.id)).rejects.toEqual(refusedBecause("NOT_FOUND", "noSuchSession"));
  expect((await listRecorded()).length).toBe(before + 1);
});

test("somebody else's session is not there, and stays open", async () => {
  const other = await browser(await given.person());
  await expect(endSessionOf(me, other.id)).rejects.toEqual(refusedBecause("NOT_FOUND", "noSuchSession"));
  expect(await opens(other.cookie)).toBe(true);
});

test("all others end at once; the one that asks, and everybody else's, go on", async () => {
  const [one, two, stranger] = [await browser(person), await browser(person), await browser(await given.person())];
  const before = (await listRecorded()).length;
  expect(await endOtherSessions(me)).toEqual({ ended: 2 });
  expect(await Promise.all([one, two, stranger].map(({ cookie }) => opens(cookie)))).toEqual([false, false, true]);
  expect((await listSessions(me, page)).items).toMatchObject([{ id: me.sessionId, current: true }]);
  expect(await endOtherSessions(me)).toEqual({ ended: 0 });
  expect((await listRecorded()).slice(before)).toEqual([
    { actorId: person.id, subject: `person/${person.id}`, facts: { kept: me.sessionId, ended: 2 } },
  ]);
});

test("twenty who end the same session at once end it once", async () => {
  const other = await browser(person);
  const before = (await listRecorded()).length;
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => endSessionOf(me, other.id)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await listRecorded()).length).toBe(before + 1);
});

test.each(["read", "draft", "commit"] as const)("a token that may %s lists sessions and ends none", async (scope) => {
  const other = await browser(person);
  const program = await as(person, { token: scope });
  expect((await listSessions(program, page)).items.every(({ current }) => !current)).toBe(true);
  const refused = refusedBecause("FORBIDDEN", "sessionsByPerson");
  await expect(endSessionOf(program, other.id)).rejects.toEqual(refused);
  await expect(endOtherSessions(program)).rejects.toEqual(refused);
  expect(await opens(other.cookie)).toBe(true);
});

test("whose sessions one may end are among those one sees", async () => {
  const [a, b] = [await browser(person), await browser(await given.person())];
  for (const viewer of [visitor, me, await as(person, { token: "read" }), await as(await given.person())]) {
    const seen = await db.session.findMany({
      where: { AND: [sessionsReadableBy(viewer), { id: { in: [a.id, b.id] } }] },
    });
    expect(seen.map(({ id }) => id)).toEqual(viewer.personId === person.id ? [a.id] : []);
    if (mayEndSessions(viewer)) expect(viewer.token).toBeNull();
  }
});
