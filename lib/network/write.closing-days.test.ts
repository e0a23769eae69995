import { afterAll, beforeEach, expect, test } from "vitest";
import { listBlackouts } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { getNetwork } from "./read";
import { closingsOn, getClosingDays } from "./read.closing-days";
import type { EnteredClosing } from "./schema.closing-days";
import { keepClosingDays } from "./write.closing-days";

const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const winter: EnteredClosing = {
  ...{ kind: "blackout", firstOn: "2026-12-21", lastOn: "2027-01-04", provinces: [] },
  name: { en: "Winter break", fr: "Congé d’hiver" },
};
const family: EnteredClosing = {
  ...{ kind: "provincial", firstOn: "2027-02-15", lastOn: "2027-02-15", provinces: ["BC", "ON"] },
  name: { en: "Family Day", fr: "Jour de la famille" },
};
const sitting: EnteredClosing = {
  ...{ kind: "sitting", firstOn: "2027-02-15", lastOn: "2027-02-19", provinces: [] },
  name: { en: "The House sits", fr: "La Chambre siège" },
};

let convener: Viewer;
beforeEach(async () => {
  await db.blackout.deleteMany({});
  await db.closingDay.deleteMany({});
  await db.network.update({ where: { id: 1 }, data: { closingDaysVersion: 1, quebecDay: false } });
  convener = await as(await given.convener(await given.organization()));
});
afterAll(() => db.$disconnect());

const enteredNow = async () => (await getClosingDays(convener, {})).entered;

test("the list is replaced on the version that was seen; what stays keeps its row; the record hears of which kinds, and not which days", async () => {
  await keepClosingDays(convener, { entered: [winter, family] }, 1);
  expect(await enteredNow()).toEqual([winter, family]);
  const rows = await db.closingDay.findMany();
  await keepClosingDays(convener, { entered: [family, sitting] }, 2);
  expect(await enteredNow()).toEqual([family, sitting]);
  expect(await db.closingDay.findMany({ where: { kind: "provincial" } })).toEqual(rows);
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({
    kind: "network.closingDaysChanged",
    facts: { version: 3, kinds: "blackout sitting", added: 1, removed: 1 },
  });
  await expect(keepClosingDays(convener, { entered: [] }, 2)).rejects.toEqual(
    refusedBecause("closingDaysChangedMeanwhile"),
  );
});

test("saying the same again, in another order or twice, changes no version and tells the record nothing", async () => {
  await keepClosingDays(convener, { entered: [winter, family] }, 1);
  const before = await db.activity.count();
  await keepClosingDays(convener, { entered: [family, winter, family] }, 2);
  expect((await getClosingDays(convener, {})).version).toBe(2);
  expect(await db.activity.count()).toBe(before);
});

test("of two who save over the same version one is told of the other", async () => {
  const both = await Promise.allSettled([winter, family].map((it) => keepClosingDays(convener, { entered: [it] }, 1)));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the convener and administrators keep the list; the rest of the network reads it; nobody else sees it", async () => {
  const administrator = await as(await given.person({ administrator: true }));
  await keepClosingDays(administrator, { entered: [winter] }, 1);
  const member = await as(await given.memberOf(await given.organization()));
  expect(await getClosingDays(member, {})).toMatchObject({ entered: [winter], viewer: { mayChange: false } });
  await expect(keepClosingDays(member, { entered: [] }, 2)).rejects.toEqual(
    refusedBecause("convenersOrAdministrators"),
  );
  for (const viewer of [visitor, await as(await given.person())]) {
    await expect(getClosingDays(viewer, {})).rejects.toEqual(refusedBecause("notFound"));
    await expect(keepClosingDays(viewer, { entered: [] }, 2)).rejects.toEqual(
      refusedBecause("convenersOrAdministrators"),
    );
  }
});

test("blackout days are those of the settings, told from a day on, both ends included", async () => {
  await keepClosingDays(convener, { entered: [winter, sitting] }, 1);
  expect((await getNetwork(convener)).blackouts).toEqual([
    { firstOn: winter.firstOn, lastOn: winter.lastOn, name: winter.name },
  ]);
  expect((await getNetwork(visitor)).blackouts, "when it rests is the network's own business").toBeNull();
  expect(await listBlackouts("2027-01-04")).toEqual([{ firstOn: "2026-12-21", lastOn: "2027-01-04" }]);
  expect(await listBlackouts("2027-01-05")).toEqual([]);
});

test("for each day it is said what closes it and where, and for those who are not of the network only what anybody knows", async () => {
  await keepClosingDays(convener, { entered: [winter, family, sitting] }, 1);
  const days = ["2027-01-01", "2027-01-04", "2027-02-15", "2027-02-22", "2027-06-24"];
  const namesFor = async (where: Parameters<typeof closingsOn>[2]) =>
    [...(await closingsOn(db, days, where)).values()].map((it) => it.map(({ name }) => name.en));
  expect(await namesFor({ entered: true })).toEqual([
    ["New Year’s Day", "Winter break"],
    ["Winter break"],
    ["Family Day", "The House sits"],
    [],
    ["Saint-Jean-Baptiste Day (Quebec)"],
  ]);
  expect(await namesFor({ entered: true, provinces: ["QC"] })).toMatchObject([{}, {}, ["The House sits"], [], [{}]]);
  expect(await namesFor({ entered: false, provinces: ["ON"] })).toEqual([["New Year’s Day"], [], [], [], []]);
  expect(await closingsOn(db, [], { entered: true })).toEqual(new Map());
});

test("however many days and entries there are, one statement finds what closes them", async () => {
  const weeks = Array.from({ length: 60 }, (_, at) => {
    const firstOn = new Date(Date.UTC(2027, 0, 4 + 7 * at)).toISOString().slice(0, 10);
    return { ...sitting, firstOn, lastOn: firstOn };
  });
  await keepClosingDays(convener, { entered: weeks }, 1);
  const days = weeks.map(({ firstOn }) => firstOn);
  expect(await listStatements(() => closingsOn(db, days, { entered: true }))).toHaveLength(1);
});
