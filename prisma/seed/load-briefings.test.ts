import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { toDay } from "@/lib/platform/time/day";
import { resolveWall } from "@/lib/platform/time/offset-at";
import { loadDemonstration } from "./load-demonstration";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";

const demonstration = readDemonstration();
const { briefings: files } = demonstration;

beforeAll(async () => {
  await loadDemonstration(demonstration, readReport());
});

const find = (slug: string) =>
  db.briefing.findUniqueOrThrow({
    where: { slug },
    include: {
      ...{ parts: { orderBy: { startsAt: "asc" } }, steps: { orderBy: { number: "asc" } }, follows: true },
      ...{ options: { orderBy: { number: "asc" } }, items: { orderBy: { number: "asc" } }, rapporteurs: true },
    },
  });

test("the demonstration has every meeting, date, answer, item and update of its files, once", async () => {
  expect((await loadDemonstration(demonstration, readReport())).briefings).toBe(0);
  expect(await db.briefing.count()).toBe(files.briefings.length);
  expect(await db.dateOption.count()).toBe(files.options.length);
  const dated = (slug: string) => files.options.filter(({ briefing }) => briefing === slug).length;
  const answers = files.answers.map((it) => (it.answer === "none" ? dated(it.briefing) : 1));
  expect(await db.dateAnswer.count()).toBe(answers.reduce((sum, it) => sum + it, 0));
  expect(await db.dateReply.count({ where: { noneWorks: true } })).toBe(1);
  expect(await db.agendaItem.count()).toBe(files.items.length);
  expect(await db.memberUpdate.count()).toBe(files.updates.length);
  const asked = files.briefings.flatMap(({ invited, offices }) => [...invited, ...offices]);
  expect(await db.briefingInvitee.count()).toBe(asked.length);
});

test("meetings begin at the hour of their files on the clock of their zone, and the instants follow from it", async () => {
  const rows = await db.briefing.findMany({ where: { wallStart: { not: null } } });
  for (const { slug, wallStart, zone, startsAt, endsAt, minutes } of rows) {
    const file = files.briefings.find((it) => it.slug === slug);
    expect([slug, wallStart?.slice(11)]).toEqual([slug, file?.start_time]);
    expect([slug, resolveWall(zone, wallStart ?? "")]).toEqual([slug, { kind: "once", instant: startsAt }]);
    expect(Number(endsAt) - Number(startsAt)).toBe(minutes * 60_000);
  }
});

test("the second meeting with Foreign Affairs has its caucus the day before, and its debrief after it on its day", async () => {
  const room = await find("foreign-affairs-2");
  expect(room).toMatchObject({ state: "scheduled", part: "room", follows: { slug: "foreign-affairs-1" } });
  expect(room.parts.map(({ part }) => part)).toEqual(["caucus", "debrief"]);
  const [caucus, debrief] = room.parts;
  expect(new Date(room.wallStart?.slice(0, 10) ?? "").getUTCDay()).toBe(4);
  expect(Number(caucus?.endsAt)).toBeLessThan(Number(room.startsAt));
  expect(Number(debrief?.startsAt)).toBeGreaterThan(Number(room.endsAt));
  expect(debrief?.wallStart?.slice(0, 10)).toBe(room.wallStart?.slice(0, 10));
  // It is at the date that was chosen from those offered.
  const chosen = room.options.find(({ chosenAt }) => chosenAt !== null);
  expect(chosen?.wallStart).toBe(room.wallStart);
  expect(room.steps.map(({ kind }) => kind)).toEqual(["planned", "poll_opened", "scheduled"]);
  expect(room.rapporteurs.map(({ firstOn }) => toDay(firstOn))).toEqual([room.wallStart?.slice(0, 10)]);
});

test("a poll is open, one meeting is overdue and others are published, with what became of each in order", async () => {
  const polling = await find("civil-society-3");
  expect(polling).toMatchObject({ state: "polling", startsAt: null });
  expect(polling.options).toHaveLength(4);
  expect(Number(polling.answersCloseAt)).toBeGreaterThan(Date.now());
  const overdue = await find("international-law-office");
  expect(overdue).toMatchObject({ state: "planned", cadence: "twice_a_year", startsAt: null });
  expect(Number(overdue.dueOn)).toBeLessThan(Date.now());
  const published = await find("civil-society-2");
  expect(published.steps.map(({ kind }) => kind)).toEqual(["planned", "scheduled", "published"]);
  for (const { slug } of files.briefings) {
    const { steps } = await find(slug);
    const moments = steps.map(({ at }) => at.getTime());
    expect([slug, ...moments]).toEqual([slug, ...[...moments].sort((one, other) => one - other)]);
  }
});

test("what was not reached at one meeting stands on the agenda of the next", async () => {
  const { items } = await find("civil-society-3");
  const inherited = items.filter(({ inheritedFromId }) => inheritedFromId !== null);
  expect(inherited).toHaveLength(1);
  const from = await db.agendaItem.findUniqueOrThrow({
    where: { id: inherited[0]?.inheritedFromId ?? "" },
    include: { briefing: true, recommendation: true },
  });
  expect(from).toMatchObject({ outcome: "not_reached", briefing: { slug: "civil-society-2" } });
  expect(from.recommendation?.id).toBe(inherited[0]?.recommendationId);
});
