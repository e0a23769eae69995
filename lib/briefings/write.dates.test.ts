import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { getPoll } from "./read.dates";
import { answerDates } from "./write.date-answers";
import { changeDate, offerDates } from "./write.dates";
import { askForDates, chooseDate } from "./write.poll";
import { correctZone } from "./write.zone";

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
const count = () => db.activity.count({ where: { subject: `briefing/${world.briefing.id}` } });

beforeEach(async () => {
  world = await briefingWorld({ options });
  slug = world.briefing.slug;
});

test("who drafts for an organization that is asked answers for it, and nobody else does; the record says nothing of it", async () => {
  const before = await count();
  await answer(world.invited, world.other.slug, answersOf("yes", "if_need_be"));
  const stranger = await as(await given.signatory(await given.organization()));
  await expect(answer(stranger, world.other.slug, answersOf("no"))).rejects.toEqual(
    refusal("FORBIDDEN", "notYourOrganization"),
  );
  const poll = await getPoll(stranger, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect([row?.answers[idOf(0)], row?.answers[idOf(1)], row?.complete]).toEqual(["yes", "if_need_be", true]);
  expect(poll.dates[0]?.tally).toEqual({ yes: 1, ifNeedBe: 0, no: 0, unanswered: 1 });
  expect(await count()).toBe(before);
});

test("an answer is given over what was read: of two, the second reads the first", async () => {
  await answer(world.invited, world.other.slug, answersOf("yes"));
  await expect(answer(world.invited, world.other.slug, answersOf("no"))).rejects.toEqual(
    refusal("PRECONDITION_FAILED", "changedMeanwhile"),
  );
  expect(await answer(world.invited, world.other.slug, answersOf("no"), 1)).toEqual({ version: 2 });
});

test("none of these works is a no to the dates that stand, and none to one that is offered later", async () => {
  await answer(world.invited, world.other.slug, { noneWorks: true });
  await offerDates(world.hosting, { id: slug, date: walls("2027-03-23T10:00", "2027-03-23T11:30") });
  const poll = await getPoll(world.hosting, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect(Object.values(row?.answers ?? {}).sort()).toEqual(["no", "no", null].sort());
  expect(row?.noneWorks).toBe(false);
});

test("a note is read by the host and by those who wrote it, and by nobody else of the network", async () => {
  await answer(world.invited, world.other.slug, { ...answersOf("yes"), note: "Only after ten." });
  const noteSeenBy = async (viewer: Viewer) =>
    (await getPoll(viewer, slug)).organizations.find((it) => it.organization.slug === world.other.slug)?.note;
  const third = await as(await given.signatory(await given.organization()));
  expect([await noteSeenBy(world.hosting), await noteSeenBy(world.invited), await noteSeenBy(third)]).toEqual([
    "Only after ten.",
    "Only after ten.",
    null,
  ]);
});

test("the host enters the answer of another with its source, marked so, and not without one", async () => {
  await expect(answer(world.hosting, world.other.slug, answersOf("yes"))).rejects.toEqual(
    badField("source", "sourceMissing"),
  );
  await answer(world.hosting, world.other.slug, { ...answersOf("yes"), source: { en: "by telephone, 3 March" } });
  const poll = await getPoll(world.invited, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect([row?.enteredByHost, row?.source?.en]).toEqual([true, "by telephone, 3 March"]);
});

test("where the host enters an answer, the note that the organization left stays", async () => {
  await answer(world.invited, world.other.slug, { ...answersOf("yes"), note: "Only after ten." });
  await answer(world.hosting, world.other.slug, { ...answersOf("no"), source: { en: "by telephone" } }, 1);
  const { organizations } = await getPoll(world.hosting, slug);
  expect(organizations.find((it) => it.organization.slug === world.other.slug)?.note).toBe("Only after ten.");
});

test("who belongs to an organization and does not draft for it reads its answer, not its note, and gives none", async () => {
  await answer(world.invited, world.other.slug, { ...answersOf("yes"), note: "Only after ten." });
  const colleague = await as(await given.representative(world.other, { powers: ["endorse"] }));
  const poll = await getPoll(colleague, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect([row?.answers[idOf(0)], row?.note, poll.viewer.answersFor]).toEqual(["yes", null, []]);
  await expect(answer(colleague, world.other.slug, answersOf("no"), 1)).rejects.toEqual(
    refusal("FORBIDDEN", "notYourOrganization"),
  );
});

test("a changed date is asked again by itself: the other answers stand, and the old one counts as none", async () => {
  await answer(world.invited, world.other.slug, answersOf("yes", "no"));
  const date = walls("2027-03-10T10:00", "2027-03-10T11:30");
  expect(await changeDate(world.hosting, { id: slug, option: idOf(0), date }, 1)).toEqual({ revision: 2 });
  const poll = await getPoll(world.hosting, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect([row?.answers[idOf(0)], row?.answers[idOf(1)], row?.complete]).toEqual([null, "no", false]);
  await expect(answer(world.invited, world.other.slug, answersOf("yes"), 1)).rejects.toEqual(
    refusal("CONFLICT", "dateChanged"),
  );
  await expect(changeDate(world.hosting, { id: slug, option: idOf(0), date }, 1)).rejects.toEqual(
    refusal("PRECONDITION_FAILED", "changedMeanwhile"),
  );
});

test("another note on a date asks nobody again", async () => {
  await answer(world.invited, world.other.slug, answersOf("yes"));
  const date = walls("2027-03-09T10:00", "2027-03-09T11:30", { note: { en: "In the small room." } });
  expect(await changeDate(world.hosting, { id: slug, option: idOf(0), date }, 1)).toEqual({ revision: 2 });
  const poll = await getPoll(world.hosting, slug);
  const row = poll.organizations.find((it) => it.organization.slug === world.other.slug);
  expect(row?.answers[idOf(0)]).toBe("yes");
  // Another who keeps the dates, and read the note before, does not write over it.
  await expect(changeDate(world.hosting, { id: slug, option: idOf(0), date }, 1)).rejects.toEqual(
    refusal("PRECONDITION_FAILED", "changedMeanwhile"),
  );
});

test("a pattern offers its dates at once, without those that are offered already, and 40 at most", async () => {
  const pattern = {
    ...{ zone, weekdays: [2, 4], firstOn: "2027-03-01", lastOn: "2027-03-31" },
    ...{ allDay: false, from: "10:00", until: "11:30" },
  };
  expect(await offerDates(world.hosting, { id: slug, pattern })).toEqual({ offered: 7 });
  await expect(offerDates(world.hosting, { id: slug, pattern })).rejects.toEqual(
    refusal("CONFLICT", "dateOfferedAlready"),
  );
  const whole = { ...pattern, weekdays: [3], until: "13:30" };
  // As long as the meeting, where nothing is said: 10:00 to 11:30, and 11:30 to 13:00.
  expect(await offerDates(world.hosting, { id: slug, pattern: whole })).toEqual({ offered: 10 });
  const past = { ...pattern, weekdays: [5], firstOn: "2026-03-01" };
  expect(await offerDates(world.hosting, { id: slug, pattern: { ...past, lastOn: "2027-01-08" } })).toEqual({
    offered: 6,
  });
  await expect(offerDates(world.hosting, { id: slug, pattern: { ...past, lastOn: "2026-03-31" } })).rejects.toEqual(
    badField("pattern.firstOn", "notInFuture"),
  );
  const many = { ...pattern, weekdays: [1, 2, 3, 4, 5], lastOn: "2027-06-30" };
  await expect(offerDates(world.hosting, { id: slug, pattern: many })).rejects.toEqual(
    refusal("CONFLICT", "tooManyDates"),
  );
});

test("an hour that the clock skips names the next one, one that it shows twice is asked about, and past days are refused", async () => {
  const offer = (start: string, end: string, more = {}) =>
    offerDates(world.hosting, { id: slug, date: walls(start, end, more) });
  await expect(offer("2027-03-14T02:30", "2027-03-14T04:00")).rejects.toMatchObject({
    reason: "hourSkipped",
    facts: { field: "wallStart", day: "2027-03-14", hour: "03:00" },
  });
  await expect(offer("2027-11-07T01:30", "2027-11-07T03:00")).rejects.toEqual(refusal("CONFLICT", "hourDoubled"));
  await offer("2027-11-07T01:30", "2027-11-07T03:00", { doubledHour: "second" });
  const kept = await db.dateOption.findFirstOrThrow({ where: { briefingId: world.briefing.id, number: 3 } });
  expect([kept.doubledHour, kept.startsAt.toISOString()]).toEqual(["second", "2027-11-07T06:30:00.000Z"]);
  await expect(offer("2020-03-03T10:00", "2020-03-03T11:00")).rejects.toEqual(
    badField("date.wallStart", "notInFuture"),
  );
});

test("dates are kept by the host alone", async () => {
  const date = walls("2027-04-06T10:00", "2027-04-06T11:00");
  const no = refusal("FORBIDDEN", "notTheHost");
  await expect(offerDates(world.invited, { id: slug, date })).rejects.toEqual(no);
  await expect(changeDate(world.invited, { id: slug, option: idOf(0), withdrawn: true }, 1)).rejects.toEqual(no);
  await expect(askForDates(world.invited, { id: slug })).rejects.toEqual(no);
  await expect(chooseDate(world.invited, { id: slug, option: idOf(0), revision: 1, evenSo: true })).rejects.toEqual(no);
});

test("a wrong zone is corrected freely until somebody answered; later those who did are asked again, knowingly", async () => {
  const correct = (evenSo: boolean, from: string, to: string) =>
    correctZone(world.hosting, { id: slug, from, to, evenSo });
  expect(await correct(false, zone, "America/Vancouver")).toEqual({ dates: 2, askedAgain: 0 });
  const moved = await db.dateOption.findUniqueOrThrow({ where: { id: idOf(0) } });
  expect([moved.wallStart, moved.zone, moved.revision]).toEqual(["2027-03-09T10:00", "America/Vancouver", 2]);
  // Whoever still reads the old hours does not say yes to others.
  await expect(answer(world.invited, world.other.slug, answersOf("yes"))).rejects.toEqual(
    refusal("CONFLICT", "dateChanged"),
  );
  const read = answersOf("yes", "yes").answers.map((it) => ({ ...it, revision: 2 }));
  await answer(world.invited, world.other.slug, { answers: read });
  await db.dateOption.create({
    data: {
      ...{ briefingId: world.briefing.id, number: 9, zone: "America/Vancouver", zoneVersion: "2026a" },
      ...{ wallStart: "2026-01-06T10:00", wallEnd: "2026-01-06T11:00", stampedAt: new Date() },
      ...{ startsAt: new Date("2026-01-06T18:00Z"), endsAt: new Date("2026-01-06T19:00Z") },
    },
  });
  await expect(correct(false, "America/Vancouver", "America/Regina")).rejects.toMatchObject({
    reason: "answersAffected",
    facts: { affected: 1 },
  });
  expect(await correct(true, "America/Vancouver", "America/Regina")).toEqual({ dates: 2, askedAgain: 1 });
  const { organizations } = await getPoll(world.hosting, slug);
  expect(organizations.find((it) => it.organization.slug === world.other.slug)?.complete).toBe(false);
  const steps = await db.briefingStep.findMany({ where: { briefingId: world.briefing.id, kind: "zone_corrected" } });
  expect(steps).toHaveLength(1);
});

test("a poll of many dates and many organizations is read with as many statements as one of few", async () => {
  const few = (await listStatements(() => getPoll(world.hosting, slug))).length;
  const organizations = await Promise.all(Array.from({ length: 12 }, () => given.organization()));
  const large = await briefingWorld({
    invited: organizations,
    options: Array.from({ length: 12 }, (_, at) => ({
      wallStart: `2027-05-${String(at + 10)}T10:00`,
      wallEnd: `2027-05-${String(at + 10)}T11:30`,
    })),
  });
  expect(await listStatements(() => getPoll(large.hosting, large.briefing.slug))).toHaveLength(few);
});
