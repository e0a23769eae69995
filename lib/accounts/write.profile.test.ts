import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { toClockStyle, withClockStyle } from "@/lib/platform/i18n/clock-style";
import { messagesIn } from "@/lib/platform/i18n/messages";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { profileInput } from "./schema";
import { changeProfile } from "./write.profile";

let me: Viewer;

const kept = () => db.person.findUniqueOrThrow({ where: { id: me.personId ?? "" } });
const listRecorded = async () =>
  (await db.activity.findMany({ where: { actorId: me.personId }, orderBy: { id: "asc" } })).map(
    ({ kind, subject, facts }) => ({ kind, subject, facts }),
  );

beforeEach(async () => {
  me = await as(await given.person({ name: "Anouk Tremblay" }));
});
afterAll(() => db.$disconnect());

test("what is said is kept and answered; what is left out stays", async () => {
  const { person } = await changeProfile(me, { language: "fr", timeZone: "America/St_Johns" });
  expect(person).toMatchObject({ name: "Anouk Tremblay", language: "fr", timeZone: "America/St_Johns" });
  expect(await kept()).toMatchObject({ name: "Anouk Tremblay", language: "fr", timeZone: "America/St_Johns" });
  expect((await changeProfile(me, {})).person).toMatchObject({ language: "fr", timeZone: "America/St_Johns" });
});

test("how hours are said is kept, and travels with the words of every page for this reader alone", async () => {
  const [asked, other] = [await as(await given.person()), await as(await given.person())];
  expect((await changeProfile(asked, { hours: "h12" })).person.hours).toBe("h12");
  const [mine, theirs] = [await as({ id: asked.personId ?? "" }), await as({ id: other.personId ?? "" })];
  expect([mine.hours, theirs.hours]).toEqual(["h12", "h24"]);
  const messages = await messagesIn("fr");
  expect([mine, theirs].map(({ hours }) => toClockStyle(withClockStyle(messages, hours).ui.hours))).toEqual([
    "h12",
    "h24",
  ]);
  expect(messages.ui.hours, "what others are told is not touched").toBe("h24");
});

test("the record hears that a name changed, and not to what; of language and time zone it hears nothing", async () => {
  await changeProfile(me, { language: "fr", timeZone: "Africa/Kigali", name: "Anouk Tremblay" });
  expect(await listRecorded()).toEqual([]);
  await changeProfile(me, { name: "Anouk T. Roy" });
  expect(await listRecorded()).toEqual([{ kind: "person.renamed", subject: `person/${me.personId}`, facts: {} }]);
});

test("two tabs that change different things both keep theirs", async () => {
  await Promise.all([changeProfile(me, { name: "Anouk Roy" }), changeProfile(me, { timeZone: "Africa/Kigali" })]);
  expect(await kept()).toMatchObject({ name: "Anouk Roy", timeZone: "Africa/Kigali" });
});

test.each(["read", "draft", "commit"] as const)("a token that may %s changes nothing of it", async (token) => {
  const program = await as({ id: me.personId ?? "" }, { token });
  const refused = expect.objectContaining({ code: "FORBIDDEN", reason: "profileByPerson" });
  await expect(changeProfile(program, { language: "fr" })).rejects.toEqual(refused);
  await expect(changeProfile(visitor, { language: "fr" })).rejects.toEqual(refused);
  expect(await kept()).toMatchObject({ language: "en" });
});

test.each([
  ["another language", { language: "de" }],
  ["a zone that is none", { timeZone: "America/Nowhere" }],
  ["hours of another kind", { hours: "h11" }],
  ["an offset for a zone", { timeZone: "-05:00" }],
  ["no name", { name: "  " }],
  ["two lines for a name", { name: "Anouk\nTremblay" }],
  ["a name that turns what is read", { name: "Anouk\u202eyalbmerT" }],
  ["a name of hidden characters alone", { name: "\u200b\u00ad" }],
  ["a name of 121 letters", { name: "a".repeat(121) }],
  ["rights", { administrator: true }],
  ["another address", { email: "guest@demo.example" }],
  ["another person", { id: "00000000-0000-4000-8000-000000000000" }],
])("%s is refused before anything is done", (_, given) => {
  expect(profileInput.safeParse(given).success).toBe(false);
});

test("a name is kept in one form of Unicode, without spaces around it", () => {
  expect(profileInput.parse({ name: " Ame\u0301lie " })).toEqual({ name: "Amélie" });
});

test("a zone by a name of before is taken, and kept by its name of today", async () => {
  const { person } = await changeProfile(me, profileInput.parse({ timeZone: "America/Coral_Harbour" }));
  expect(person.timeZone).toBe("America/Atikokan");
  expect(profileInput.safeParse({ timeZone: "+05:00" }).error?.issues).toMatchObject([
    { path: ["timeZone"], message: "notATimeZone" },
  ]);
});
