import { afterAll, beforeEach, expect, test } from "vitest";
import { listAdministrators } from "@/lib/accounts/read.administrators";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { readAgreement } from "@/lib/agreement/read";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { federalRule } from "@/lib/platform/time/working-days";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { getNetwork } from "./read";
import { settingsInput } from "./schema";
import { changeNetwork } from "./write";

const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const northern = { en: "Northern Network", fr: "Réseau du Nord" };

let keeper: Viewer;
beforeEach(async () => {
  await db.network.update({
    where: { id: 1 },
    data: { version: 1, nameEn: "Concerted", nameFr: "Concerted", tooFewBelow: 6 },
  });
  keeper = await as(await given.person({ administrator: true }));
});
afterAll(() => db.$disconnect());

test("settings are changed over the version that was seen; what is left out stays; the record hears which, and not to what", async () => {
  await changeNetwork(keeper, { name: northern }, 1);
  expect(await getNetwork(keeper)).toMatchObject({ version: 2, name: northern, tooFewBelow: 6 });
  await expect(changeNetwork(keeper, { tooFewBelow: 3 }, 1)).rejects.toEqual(
    refusedBecause("settingsChangedMeanwhile"),
  );
  await changeNetwork(keeper, { tooFewBelow: 3 }, 2);
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({ kind: "network.changed", facts: { version: 3, settings: "tooFewBelow" } });
  expect((await getNetwork(keeper)).name).toEqual(northern);
});

test("what closes besides the federal days is set here, and every suggested deadline goes round it", async () => {
  expect((await readToday(db)).closing).toEqual(federalRule);
  const closing = { quebecDay: true, weekendRule: "as_dated" } as const;
  await changeNetwork(keeper, closing, 1);
  expect(await getNetwork(visitor)).toMatchObject(closing);
  expect((await readToday(db)).closing).toEqual(closing);
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last.facts).toEqual({ version: 2, settings: "quebecDay weekendRule" });
  await changeNetwork(keeper, federalRule, 2);
  expect(settingsInput.safeParse({ weekendRule: "sunday" }).error?.issues).toMatchObject([{ path: ["weekendRule"] }]);
});

test("saying the same again changes no version and tells the record nothing", async () => {
  const before = await db.activity.count();
  await changeNetwork(keeper, { tooFewBelow: 6 }, 1);
  expect((await getNetwork(keeper)).version).toBe(1);
  expect(await db.activity.count()).toBe(before);
});

test("of two who save over the same version one is told of the other", async () => {
  const both = await Promise.allSettled([3, 4].map((tooFewBelow) => changeNetwork(keeper, { tooFewBelow }, 1)));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("only an administrator who is there in person changes settings or sees who administers", async () => {
  const organization = await given.organization();
  const program = await as({ id: keeper.personId ?? "" }, { token: "commit" });
  for (const viewer of [visitor, await as(await given.convener(organization)), program]) {
    await expect(changeNetwork(viewer, { tooFewBelow: 3 }, 1)).rejects.toEqual(refusedBecause("administratorsOnly"));
    expect((await listAdministrators(viewer, { limit: 100 })).total).toBe(0);
  }
  expect((await getNetwork(visitor)).blackouts, "when it rests is the network's own business").toBeNull();
});

test("an administrator belongs to no organization by that part: no stance of theirs to edit, no closed content to read", () => {
  expect(keeper).toMatchObject({ administrator: true, representations: [], mandates: [], convenerFor: [] });
});

test("the agreement grid counts by the threshold that is set", async () => {
  const { proposition } = await given.desk();
  for (let n = 0; n < 2; n++)
    await given.standing({
      organization: await given.organization({ listing: "public" }),
      proposition,
      visibility: "public",
    });
  await refreshConcealed();
  const categoryOf = async () =>
    (await readAgreement(visitor, { limit: 100 }, "en")).propositions.find(({ slug }) => slug === proposition.slug)
      ?.category;
  expect(await categoryOf()).toBe("too_few");
  await changeNetwork(keeper, { tooFewBelow: 2 }, 1);
  expect(await categoryOf()).not.toBe("too_few");
});

test.each([
  ["when the network rests, which is kept with its closing days", { blackouts: [] }],
  ["a threshold of one", { tooFewBelow: 1 }],
  ["half a stance", { tooFewBelow: 2.5 }],
  ["a zone that is none", { timeZone: "Mars/Olympus" }],
  ["a name in one language", { name: { en: "Only" } }],
  ["a name that turns what is read", { name: { en: "a\u202eb", fr: "x" } }],
  ["its kind", { kind: "real" }],
])("%s is refused before anything is done", (_, input) => {
  expect(settingsInput.safeParse(input).success).toBe(false);
});
