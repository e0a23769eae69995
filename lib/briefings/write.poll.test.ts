import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { officeRow } from "@/tests/support/office-row";
import { getPoll } from "./read.dates";
import { answerDates, answerForOffice } from "./write.date-answers";
import { changeDate, offerDates } from "./write.dates";
import { askForDates, chooseDate } from "./write.poll";

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const badField = (field: string, reason: string) => expect.objectContaining({ name: "BadField", field, reason });
const zone = "America/Toronto";
const options = [
  { wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" },
  { wallStart: "2027-03-16T10:00", wallEnd: "2027-03-16T11:30" },
];
const walls = (wallStart: string, wallEnd: string, more = {}) => ({
  ...{ zone, allDay: false, wallStart, wallEnd, note: {} },
  ...more,
});
type World = Awaited<ReturnType<typeof briefingWorld>>;
let world: World;
let slug: string;
const idOf = (at: number) => world.dates[at]?.id ?? "";
const answersOf = (...answers: ("yes" | "if_need_be" | "no")[]) => ({
  answers: answers.map((answer, at) => ({ option: idOf(at), revision: 1, answer })),
  noneWorks: false,
});
const answer = (viewer: Viewer, organization: string, given: object, seen: number | null = null) =>
  answerDates(viewer, { id: slug, organization, ...answersOf(), ...given }, seen, "en");

beforeEach(async () => {
  world = await briefingWorld({ options });
  slug = world.briefing.slug;
});

test("a date that somebody refused is chosen only by whoever has seen that; choosing sets the time and tells of it once", async () => {
  await answer(world.invited, world.other.slug, answersOf("no", "yes"));
  await expect(
    chooseDate(world.hosting, { id: slug, option: idOf(0), revision: 1, evenSo: false }),
  ).rejects.toMatchObject({
    reason: "dateRefused",
    facts: { refusals: 1 },
  });
  const chosen = await chooseDate(world.hosting, { id: slug, option: idOf(0), revision: 1, evenSo: true });
  expect(chosen).toMatchObject({ wallStart: "2027-03-09T10:00", zone });
  const briefing = await db.briefing.findUniqueOrThrow({ where: { id: world.briefing.id } });
  expect(briefing).toMatchObject({ state: "scheduled", minutes: 90, sequence: 1, version: 2 });
  expect(briefing.startsAt?.toISOString()).toBe(chosen.startsAt);
  await expect(chooseDate(world.hosting, { id: slug, option: idOf(1), revision: 1, evenSo: true })).rejects.toEqual(
    refusal("CONFLICT", "dateChosenAlready"),
  );
  const rows = await db.activity.findMany({
    where: { kind: "briefing.scheduled", subject: `briefing/${world.briefing.id}` },
  });
  expect(rows).toHaveLength(1);
});

test("a date that was changed since it was read is not chosen", async () => {
  const date = walls("2027-03-10T10:00", "2027-03-10T11:30");
  await changeDate(world.hosting, { id: slug, option: idOf(0), date }, 1);
  const choose = (revision: number) =>
    chooseDate(world.hosting, { id: slug, option: idOf(0), revision, evenSo: false });
  await expect(choose(1)).rejects.toEqual(refusal("CONFLICT", "dateChanged"));
  expect(await choose(2)).toMatchObject({ wallStart: "2027-03-10T10:00" });
});

test("answers are asked for within three years; of an hour that the clock shows twice, until the first", async () => {
  const ask = (closes: string) => askForDates(world.hosting, { id: slug, closes });
  await expect(ask("2031-01-01T17:00")).rejects.toEqual(badField("closes", "tooFar"));
  await ask("2027-11-07T01:30");
  const { answersCloseAt } = await db.briefing.findUniqueOrThrow({ where: { id: world.briefing.id } });
  expect(answersCloseAt?.toISOString()).toBe("2027-11-07T05:30:00.000Z");
});

test("the poll reopens with a reason and not without one; the date that was chosen stands no more", async () => {
  await chooseDate(world.hosting, { id: slug, option: idOf(1), revision: 1, evenSo: false });
  await expect(askForDates(world.hosting, { id: slug })).rejects.toEqual(refusal("CONFLICT", "reasonNeeded"));
  const change = {
    fromVersion: "2026a",
    toVersion: "2026b",
    foundAt: new Date(),
    fromAt: new Date(),
    toAt: new Date(),
  };
  await db.clockChange.create({ data: { briefingId: world.briefing.id, kind: "meeting", ...change } });
  await askForDates(world.hosting, { id: slug, reason: { en: "The room is taken." } });
  expect(await db.clockChange.count({ where: { briefingId: world.briefing.id, toldAt: null } })).toBe(0);
  const poll = await getPoll(world.invited, slug);
  expect([poll.state, poll.reopened?.en, poll.dates.some((it) => it.chosen)]).toEqual([
    "polling",
    "The room is taken.",
    false,
  ]);
  const briefing = await db.briefing.findUniqueOrThrow({ where: { id: world.briefing.id } });
  expect([briefing.startsAt, briefing.wallStart, briefing.sequence]).toEqual([null, null, 2]);
});

test("after the last moment the host still enters an answer, and others do not", async () => {
  await db.briefing.update({
    where: { id: world.briefing.id },
    data: { answersCloseWall: "2026-01-01T17:00", answersCloseAt: new Date("2026-01-01T22:00:00Z") },
  });
  await expect(answer(world.invited, world.other.slug, answersOf("yes"))).rejects.toEqual(
    refusal("CONFLICT", "answersClosed"),
  );
  await answer(world.hosting, world.other.slug, { ...answersOf("yes"), source: { en: "by mail" } });
  expect((await getPoll(world.invited, slug)).viewer.answersFor).toEqual([]);
});

test("of a government meeting no date is best until the office said so, which the host enters with its source", async () => {
  const office = await db.office.create({ data: officeRow(`office-${Date.now().toString(36)}`) });
  world = await briefingWorld({ options, offices: [office] });
  slug = world.briefing.slug;
  await answer(world.invited, world.other.slug, answersOf("yes", "yes"));
  const best = async () => (await getPoll(world.invited, slug)).dates.find((it) => it.best)?.id;
  expect(await best()).toBeUndefined();
  const entered = { ...answersOf(), answers: [{ option: idOf(1), revision: 1, answer: "if_need_be" as const }] };
  const enter = (viewer: Viewer, source?: { en: string }) =>
    answerForOffice(viewer, { id: slug, office: office.slug, ...entered, source }, null, "en");
  await expect(enter(world.hosting)).rejects.toEqual(badField("source", "sourceMissing"));
  await expect(enter(world.invited, { en: "by telephone" })).rejects.toEqual(
    refusal("FORBIDDEN", "notYourOrganization"),
  );
  await enter(world.hosting, { en: "by telephone, 20 November" });
  expect(await best()).toBe(idOf(1));
});

test("of a whole day the hour is said as it is chosen", async () => {
  await offerDates(world.hosting, { id: slug, date: walls("2027-04-06", "2027-04-06", { allDay: true }) });
  const { id: option } = await db.dateOption.findFirstOrThrow({ where: { briefingId: world.briefing.id, number: 3 } });
  await expect(chooseDate(world.hosting, { id: slug, option, revision: 1, evenSo: false })).rejects.toEqual(
    badField("begins", "required"),
  );
  const chosen = await chooseDate(world.hosting, { id: slug, option, revision: 1, begins: "13:00", evenSo: false });
  expect(chosen).toMatchObject({ wallStart: "2027-04-06T13:00", startsAt: "2027-04-06T17:00:00.000Z" });
});
