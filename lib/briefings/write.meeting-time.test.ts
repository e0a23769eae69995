import { afterAll, describe, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { keepZoneSource } from "@/lib/platform/time/known-zones";
import { offsetAt } from "@/lib/platform/time/offset-at";
import { findRules } from "@/lib/platform/time/zone-data";
import type { Viewer } from "@/lib/viewer/schema";
import { briefingWorld, insertBriefing } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { readCalendar } from "@/tests/support/read-calendar";
import { buildBriefing } from "../../prisma/seed/build-briefing";
import { getBriefingCalendar } from "./read.briefing-calendar";
import { writeFeed, writeMeeting } from "./read.calendar";
import { findMovedClocks } from "./read.clocks";
import { findUnannounced, followClock, letClockChangeGo } from "./write.clocks";
import * as times from "./write.meeting-time";

afterAll(() => db.$disconnect());

const wallStart = "2028-12-12T09:00";
/** On the version that stands: that another is refused has a test of its own. */
const versionOf = async (slug: string) => (await db.briefing.findUniqueOrThrow({ where: { slug } })).version;
const moveBriefing = async (viewer: Viewer, input: Parameters<typeof times.moveBriefing>[1]) =>
  times.moveBriefing(viewer, input, await versionOf(input.id));
const cancelBriefing = async (viewer: Viewer, input: Parameters<typeof times.cancelBriefing>[1]) =>
  times.cancelBriefing(viewer, input, await versionOf(input.id));

const stored = (id: string) =>
  db.briefing.findUniqueOrThrow({ where: { id }, include: { steps: true, clockChanges: true } });

describe("another time", () => {
  test("its host moves a meeting: the wall time, the instant and the entry go together, and once to the same place is enough", async () => {
    const { hosting, briefing } = await briefingWorld({ wallStart, zone: "America/Vancouver" });
    const move = { id: briefing.slug, wallStart: "2028-12-13T10:30" };
    await moveBriefing(hosting, move);
    await moveBriefing(hosting, move);
    const row = await stored(briefing.id);
    expect(row).toMatchObject({
      wallStart: move.wallStart,
      sequence: 1,
      version: 2,
      startsAt: new Date("2028-12-13T17:30Z"),
    });
    expect(row.endsAt).toEqual(new Date("2028-12-13T19:00Z"));
    expect(row.steps.map((it) => it.kind)).toEqual(["planned", "scheduled", "moved"]);
  });

  test("another length moves its end; an earlier version, and a day more than three years ahead, are refused", async () => {
    const { hosting, briefing } = await briefingWorld({ wallStart, zone: "America/Vancouver" });
    const { version, startsAt } = await stored(briefing.id);
    await times.moveBriefing(hosting, { id: briefing.slug, wallStart, minutes: 45 }, version);
    const row = await stored(briefing.id);
    expect(row).toMatchObject({ minutes: 45, startsAt, endsAt: new Date(Number(startsAt) + 45 * 60_000) });
    const stale = { reason: "changedMeanwhile" };
    const move = { id: briefing.slug, wallStart: "2028-12-13T10:30" };
    await expect(times.moveBriefing(hosting, move, version)).rejects.toMatchObject(stale);
    const reason = { en: "Nobody can come" };
    await expect(times.cancelBriefing(hosting, { id: briefing.slug, reason }, version)).rejects.toMatchObject(stale);
    await expect(moveBriefing(hosting, { ...move, wallStart: "2090-12-13T10:30" })).rejects.toMatchObject({
      field: "wallStart",
      reason: "tooFar",
    });
  });

  test("a skipped hour is refused with the next that exists, and of a doubled one it is asked which", async () => {
    const { hosting, briefing } = await briefingWorld({ wallStart, zone: "America/Toronto" });
    const move = (at: string, doubledHour?: "first" | "second") =>
      moveBriefing(hosting, { id: briefing.slug, wallStart: at, ...(doubledHour && { doubledHour }) });
    await expect(move("2029-03-11T02:30")).rejects.toMatchObject({
      reason: "hourSkipped",
      facts: { day: "2029-03-11", hour: "03:00" },
    });
    await expect(move("2029-11-04T01:30")).rejects.toMatchObject({ reason: "hourDoubled" });
    await move("2029-11-04T01:30", "second");
    expect(await stored(briefing.id)).toMatchObject({ doubledHour: "second", startsAt: new Date("2029-11-04T06:30Z") });
    const [event] = readCalendar(await writeMeeting(hosting, briefing.slug, "en")).events;
    expect(event?.starts).toMatchObject({ instant: "2029-11-04T06:30:00.000Z", utc: true });
  });

  test("whoever is only invited, a meeting that is over, cancelled or without a date, and a past time are refused", async () => {
    const { hosting, invited, briefing } = await briefingWorld({ wallStart });
    const move = (viewer = hosting, slug = briefing.slug, at = "2029-01-08T09:00") =>
      moveBriefing(viewer, { id: slug, wallStart: at });
    await expect(move(invited)).rejects.toMatchObject({ reason: "notTheHost" });
    await expect(move(hosting, briefing.slug, "2020-01-05T09:00")).rejects.toMatchObject({ field: "wallStart" });
    await cancelBriefing(hosting, { id: briefing.slug, reason: { en: "Nobody can come" } });
    await expect(move()).rejects.toMatchObject({ reason: "briefingCancelled" });
    const over = await briefingWorld({ wallStart: "2020-01-05T09:00" });
    await expect(move(over.hosting, over.briefing.slug)).rejects.toMatchObject({ reason: "meetingBegan" });
    const planned = await briefingWorld();
    await expect(move(planned.hosting, planned.briefing.slug)).rejects.toMatchObject({ reason: "notScheduled" });
  });
});

describe("calendars", () => {
  const options = [1, 2, 3, 4, 5].map((day) => ({
    wallStart: `2031-12-0${day}T10:00`,
    wallEnd: `2031-12-0${day}T11:30`,
  }));

  test("five dates are held, then one is the meeting and four are let go, under the same names", async () => {
    const { hosting, briefing, dates } = await briefingWorld({ options });
    const feed = async () => readCalendar(await writeFeed(hosting)).events.filter((it) => it.uid !== null);
    const held = await feed();
    expect(held.map((it) => it.status)).toEqual(Array(5).fill("TENTATIVE"));
    const [, chosen] = dates;
    const at = new Date();
    const { wallStart: wall, startsAt, endsAt } = chosen ?? {};
    await db.dateOption.update({ where: { id: chosen?.id ?? "" }, data: { chosenAt: at } });
    const scheduled = {
      state: "scheduled" as const,
      zoneVersion: "2026f",
      wallStart: wall ?? "",
      startsAt: startsAt ?? at,
      endsAt: endsAt ?? at,
    };
    await db.briefing.update({ where: { id: briefing.id }, data: { ...scheduled, sequence: 1, stampedAt: at } });
    const after = await feed();
    expect(after.map((it) => it.uid).sort()).toEqual(held.map((it) => it.uid).sort());
    expect(after.filter((it) => it.status === "CONFIRMED").map((it) => String(it.uid).split("@")[0])).toEqual([
      chosen?.id,
    ]);
    expect(after.filter((it) => it.status === "CANCELLED")).toHaveLength(4);
    for (const it of after)
      expect(it.sequence).toBeGreaterThan(Number(held.find(({ uid }) => uid === it.uid)?.sequence));
    expect(await writeFeed(hosting)).toBe(await writeFeed(hosting));
  });

  test("a calendar holds the meetings of one's own organizations, by what is true when it is read, and names nothing", async () => {
    const { hosting, invited, other, briefing } = await briefingWorld({
      ...{ wallStart, titleEn: "Secretword", placeEn: "Secretplace", purposeEn: "Secretpurpose" },
    });
    const stranger = await as(await given.signatory(await given.organization()));
    const count = async (viewer = invited) => readCalendar(await writeFeed(viewer)).events.length;
    expect([await count(hosting), await count(), await count(stranger)]).toEqual([1, 1, 0]);
    expect(await writeFeed(invited)).not.toContain("Secret");
    await db.briefingInvitee.updateMany({
      where: { briefingId: briefing.id, organizationId: other.id },
      data: { removedAt: new Date() },
    });
    expect(await count()).toBe(0);
    expect(readCalendar(await writeMeeting(stranger, briefing.slug, "en")).events).toHaveLength(1);
  });
});

describe("a clock that changed", () => {
  /** Winnipeg as it was before its law: an hour later in winter than the rules that run now. */
  const older = (zone: string) => {
    const rules = findRules(zone);
    if (zone !== "America/Winnipeg" || !rules) return rules;
    const [turn] = rules.turns.filter((it) => it > Date.UTC(2026, 9));
    return {
      turns: [...rules.turns.filter((it) => it < Date.UTC(2026, 9)), turn ?? Date.UTC(2026, 10, 1, 7)],
      offsets: [
        ...rules.offsets.slice(0, rules.turns.filter((it) => it < Date.UTC(2026, 9)).length + 1),
        -6 * 3_600_000,
      ],
    };
  };

  async function winnipegMeeting() {
    const host = await given.organization();
    const hosting = await as(await given.signatory(host));
    keepZoneSource(older);
    const built = buildBriefing({
      ...{ host, invited: [host], at: new Date(), zone: "America/Winnipeg", wallStart: "2030-12-17T09:00" },
      options: [],
    });
    keepZoneSource(findRules);
    await insertBriefing({ ...built, briefing: { ...built.briefing, zoneVersion: "2026a" } });
    return { hosting, ...built };
  }

  test("the hour on the wall stays, the instant moves, the entry rises, and its host sees it before anybody is told", async () => {
    const { hosting, briefing } = await winnipegMeeting();
    expect((await stored(briefing.id)).startsAt).toEqual(new Date("2030-12-17T15:00Z"));
    expect(offsetAt("America/Winnipeg", new Date("2030-12-17T15:00Z"))).toBe(-5 * 3_600_000);
    expect(await findMovedClocks(db)).toContain(briefing.id);
    await transact((tx) => followClock(tx, briefing.id));
    await transact((tx) => followClock(tx, briefing.id));
    const row = await stored(briefing.id);
    expect(row).toMatchObject({ wallStart: "2030-12-17T09:00", startsAt: new Date("2030-12-17T14:00Z"), sequence: 1 });
    expect(row.endsAt).toEqual(new Date("2030-12-17T15:30Z"));
    expect(row.clockChanges).toMatchObject([{ kind: "meeting", fromVersion: "2026a", toldAt: null }]);
    expect(row.steps.at(-1)?.kind).toBe("clock_changed");
    expect(await findMovedClocks(db)).not.toContain(briefing.id);
    const seen = await getBriefingCalendar(hosting, briefing.slug);
    expect(seen.clockChanges).toMatchObject([
      { wall: "2030-12-17T09:00", from: "2030-12-17T15:00:00.000Z", toldAt: null },
    ]);
    expect(await findUnannounced(db)).not.toContain(briefing.id);
    await letClockChangeGo(hosting, briefing.slug);
    expect((await stored(briefing.id)).clockChanges[0]?.toldAt).not.toBeNull();
  });

  test("after a day those invited are told without the host", async () => {
    const { briefing } = await winnipegMeeting();
    await transact((tx) => followClock(tx, briefing.id));
    await db.clockChange.updateMany({
      where: { briefingId: briefing.id },
      data: { foundAt: new Date(Date.now() - 86_400_000) },
    });
    expect(await findUnannounced(db)).toContain(briefing.id);
  });

  test("a date that is offered and the end of answers move as well", async () => {
    const host = await given.organization();
    keepZoneSource(older);
    const zone = "America/Winnipeg";
    const built = buildBriefing({
      ...{ host, invited: [host], at: new Date(), zone, answersCloseWall: "2030-12-01T17:00" },
      options: [{ wallStart: "2030-12-17T09:00", wallEnd: "2030-12-17T10:30" }],
      answersCloseAt: new Date("2030-12-01T23:00Z"),
    });
    keepZoneSource(findRules);
    await insertBriefing(built);
    const { id } = built.briefing;
    await transact((tx) => followClock(tx, id));
    const row = await db.briefing.findUniqueOrThrow({ where: { id }, include: { options: true, clockChanges: true } });
    expect(row.answersCloseAt).toEqual(new Date("2030-12-01T22:00Z"));
    expect(row.options).toMatchObject([
      { startsAt: new Date("2030-12-17T14:00Z"), endsAt: new Date("2030-12-17T15:30Z"), sequence: 1 },
    ]);
    expect(row.clockChanges.map(({ kind }) => kind).sort()).toEqual(["answers_close", "option"]);
    expect(row.sequence).toBe(0);
  });
});
