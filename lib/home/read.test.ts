import { call } from "@orpc/server";
import { expect, test } from "vitest";
import { readBoardPack } from "@/lib/board-pack/read";
import { requestMandate } from "@/lib/mandates/write.requests";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays, addWorkingDays } from "@/lib/platform/time/working-days";
import { draftInput } from "@/lib/positions/schema";
import { requestConfirmations } from "@/lib/positions/write.confirmation-requests";
import { saveDraft, submitDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import { getTalkingPoint } from "@/lib/talking-points/read.detail";
import { endorse } from "@/lib/talking-points/write.endorsements";
import { postVersion } from "@/lib/talking-points/write.versions";
import { anonymousContext } from "@/lib/viewer/api.procedure";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, rewrite } from "@/tests/support/point-world";
import { home } from "./api";
import { toRows } from "./rules.rows";

const read = (viewer: Viewer) => call(home.read, {}, { context: { ...anonymousContext, viewer } });
const only = async (viewer: Viewer) => {
  const [owed] = (await read(viewer)).organizations;
  if (!owed) throw new Error("no organization of theirs");
  return owed;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("home says what an organization owes, has said and has left open", async () => {
  const theme = await given.theme();
  const [handed, back, open, soon, past, later, quiet] = await Promise.all(
    Array.from({ length: 7 }, () => given.proposition({ theme })),
  );
  if (!handed || !back || !open || !soon || !past || !later || !quiet) throw new Error("there are seven");
  const organization = await given.organization({ signOffTypicalDays: 10 });
  const drafter = await as(await given.representative(organization, { name: "Odile Marchand" }));
  const signer = await as(await given.signatory(organization));
  await given.standing({ organization, proposition: soon, reviewBy: inDays(20), visibility: "public" });
  await given.standing({ organization, proposition: past, reviewBy: inDays(-20), stance: "oppose" });
  await given.standing({ organization, proposition: later, reviewBy: inDays(90), stance: "undecided" });
  for (const { slug } of [handed, back, open, later]) {
    const positionPath = { organization: organization.slug, proposition: slug };
    const version = slug === later.slug ? 3 : null;
    const expected = version
      ? (await db.position.findFirstOrThrow({ where: { proposition: { slug } } })).version
      : null;
    await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "support" }), expected);
    if (slug === handed.slug || slug === back.slug) await submitDraft(drafter, positionPath, null);
    if (slug === back.slug) await signOff(signer, { ...positionPath, decision: "return", note: "Say why." }, 2);
  }

  const owed = await only(signer);
  expect(owed.awaitingSignOff).toMatchObject({
    total: 1,
    items: [
      {
        proposition: { slug: handed.slug },
        submittedBy: "Odile Marchand",
        suggestedBy: addWorkingDays((await readToday(db)).today, 10),
        maySignOff: true,
      },
    ],
  });
  expect(owed.returned).toMatchObject({ total: 1, items: [{ proposition: { slug: back.slug }, note: "Say why." }] });
  expect(owed.leftOpen.total).toBe(2);
  expect(owed.review.items.map((it) => [it.proposition.slug, it.stale])).toEqual([
    [past.slug, true],
    [soon.slug, false],
  ]);
  expect(owed.notRecorded).toMatchObject({ total: 1, items: [{ proposition: { slug: quiet.slug } }] });
  expect(owed.said).toMatchObject({
    counts: { support: 1, oppose: 1, undecided: 1, stand_aside: 0 },
    propositions: 7,
    notRecorded: 4,
    public: 1,
    stale: 1,
  });
  expect((await only(drafter)).awaitingSignOff.items[0]?.maySignOff).toBe(false);
});

test("a review that another confirms says whom to ask, and with whom it is once they were asked", async () => {
  const organization = await given.organization();
  const proposition = await given.proposition();
  await given.standing({ organization, proposition, reviewBy: inDays(-3) });
  const signer = await as(await given.signatory(organization, { name: "Mireille Aubin" }));
  const drafter = await as(await given.representative(organization));
  const reviewOf = async (viewer: Viewer) => (await only(viewer)).review.items[0];
  expect(await reviewOf(signer)).toMatchObject({ mayConfirm: true });
  expect(await reviewOf(drafter)).toMatchObject({
    mayConfirm: false,
    confirmer: { name: "Mireille Aubin", asked: false },
  });
  await requestConfirmations(drafter, { organization: organization.slug });
  expect(await reviewOf(drafter)).toMatchObject({ confirmer: { name: "Mireille Aubin", asked: true } });
});

test("who may not draft is told who can give them a mandate, and since when they ask for one", async () => {
  const organization = await given.organization();
  const alone = await as(await given.memberOf(organization));
  expect((await only(alone)).mandate).toEqual({ givers: [], self: true, requestedAt: null });
  const signer = await as(await given.signatory(organization, { name: "Colm Haverty" }));
  expect(await only(signer)).toMatchObject({ mayDraft: true, mandate: null });
  const wanted = await only(alone);
  expect(wanted).toMatchObject({ mayDraft: false, mandate: { givers: ["Colm Haverty"], requestedAt: null } });
  const { at } = await requestMandate(alone, { slug: organization.slug });
  expect((await only(alone)).mandate?.requestedAt).toBe(at);
});

test("since you were here tells what others committed to, where it may be read, and no draft", async () => {
  const theirs = await given.desk();
  const hidden = await given.desk();
  const reader = await as(await given.memberOf(await given.organization()));
  const recordTwice = async (
    { positionPath, drafter, signer }: typeof theirs,
    visibility: "network" | "organization",
  ) => {
    await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "oppose", visibility }), null);
    await signOff(signer, { ...positionPath, decision: "sign_off" }, 1);
    await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "support", visibility }), 2);
  };
  await recordTwice(theirs, "network");
  await recordTwice(hidden, "organization");
  const { lastHere, items } = (await read(reader)).since;
  expect(lastHere).toBeNull();
  const told = items.map((it) => [it.kind, it.organization.slug, it.stance, it.before]);
  expect(told).toContainEqual(["signed_off", theirs.organization.slug, "oppose", null]);
  expect(told.some(([, slug]) => slug === hidden.organization.slug)).toBe(false);
  expect((await read(theirs.signer)).since.items.some((it) => it.organization.slug === theirs.organization.slug)).toBe(
    false,
  );
});

test("since then counts from the end of the visit before", async () => {
  const organization = await given.organization();
  const person = await given.memberOf(organization);
  await given.standing({ organization: await given.organization(), proposition: await given.proposition() });
  const earlier = await as(person);
  expect((await read(earlier)).since.total).toBeGreaterThan(0);
  const again = await as(person);
  const { lastHere, total } = (await read(again)).since;
  expect([lastHere === null, total]).toEqual([false, 0]);
});

test("a visitor owes nothing and is asked to sign in; who has no organization is told so by an empty list", async () => {
  await expect(read(await as(null))).rejects.toMatchObject({ status: 401 });
  expect((await read(await as(await given.person({ guest: true })))).organizations).toEqual([]);
});

test("an observer owes no position", async () => {
  const observer = await as(await given.memberOf(await given.organization({ status: "observer" })));
  expect(await only(observer)).toMatchObject({
    status: "observer",
    mayDraft: false,
    said: { propositions: 0, notRecorded: 0 },
  });
});

test("what is due at home and in the board pack goes round the days on which the network rests, counted in its own zone", async () => {
  const { organization, drafter, signer, positionPath } = await given.desk({ organization: { signOffTypicalDays: 3 } });
  await saveDraft(drafter, draftInput.parse({ ...positionPath, stance: "support" }), null);
  await submitDraft(drafter, positionPath, null);
  const { timeZone } = await db.network.findUniqueOrThrow({ where: { id: 1 } });
  const suggested = async () => {
    const [decision] = (await readBoardPack(signer, organization.slug)).content.decisions;
    return [(await only(signer)).awaitingSignOff.items[0]?.suggestedBy, decision?.deadline];
  };
  const { today } = await readToday(db);
  const plain = addWorkingDays(today, 3);
  expect(await suggested()).toEqual([plain, plain]);
  const rest = { firstOn: addDays(today, 1), lastOn: addDays(plain, 5) };
  const row = { firstOn: new Date(rest.firstOn), lastOn: new Date(rest.lastOn), nameEn: "Rest", nameFr: "Repos" };
  await db.blackout.create({ data: row });
  const after = addWorkingDays(today, 3, [rest]);
  expect(after > rest.lastOn).toBe(true);
  expect(await suggested()).toEqual([after, after]);
  await db.blackout.deleteMany({});
  // On the far side of the date line it is another day for half of every day.
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    await db.network.update({ where: { id: 1 }, data: { timeZone: zone } });
    const there = addWorkingDays((await readToday(db)).today, 3);
    expect(await suggested()).toEqual([there, there]);
  }
  await db.network.update({ where: { id: 1 }, data: { timeZone } });
});

test("home lists what talking points ask: an answer, then a confirmation of other words, told together", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const countTasks = async (viewer: Viewer) => {
    const { talkingPoints } = await only(viewer);
    const mine = (list: { items: { point: { slug: string } }[] }) =>
      list.items.filter((it) => it.point.slug === point.slug).length;
    return [mine(talkingPoints.answer), mine(talkingPoints.confirm)];
  };
  const member = await as(await given.memberOf(other));
  expect(await countTasks(signer)).toEqual([1, 0]);
  expect((await only(signer)).talkingPoints.answer.items[0]?.mayEndorse).toBe(true);
  expect((await only(member)).talkingPoints.answer.items[0]?.mayEndorse).toBe(false);
  expect(toRows(await only(signer)).filter(({ kind }) => kind === "pointAnswer")).toMatchObject([
    { count: 1, own: true, day: null },
  ]);
  await endorse(signer, await answerFor(signer, point.id, other));
  expect(await countTasks(signer)).toEqual([0, 0]);
  const before = await getTalkingPoint(writer, point.id);
  await postVersion(writer, rewrite(before, lead, { clauses: { "clause-1": { en: "Other." } } }), before.version);
  expect(await countTasks(signer)).toEqual([0, 1]);
});
