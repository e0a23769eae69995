import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { addRecommendation, freeItem, putOnAgenda, toInput } from "@/tests/support/build-agendas";
import { briefingWorld, insertBriefing } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { readAgenda } from "./read.agenda";
import { listBriefingsAbout, listDiscussed } from "./read.discussions";
import type { ItemInput } from "./schema.agenda";
import { inheritItems, takeOver } from "./write.agenda";
import { declineItem, markOutcomes, proposeItem, takeBackItem } from "./write.agenda-items";
import { saveAgenda } from "./write.agenda-order";

const refusal = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const _badField = (field: string, reason: string) => expect.objectContaining({ name: "BadField", field, reason });
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000);
const wallIn = (days: number) => `${dayIn(days).toISOString().slice(0, 10)}T10:00`;
type World = Awaited<ReturnType<typeof briefingWorld>>;

let world: World;
let slug: string;
beforeEach(async () => {
  world = await briefingWorld({ wallStart: wallIn(30), callClosesOn: dayIn(5) });
  slug = world.briefing.slug;
});

const read = (viewer: Viewer = world.hosting, at = slug) => readAgenda(viewer, at);
const versionNow = async (at = slug) => (await read(world.hosting, at)).version;
const save = async (items: ItemInput[], seen?: number) =>
  saveAgenda(world.hosting, { id: slug, items }, seen ?? (await versionNow()));
const _titles = async (viewer?: Viewer) => (await read(viewer)).items.map((it) => it.title.en);

test("an invited organization proposes an item until the day is over, and the host puts it in order or says why not", async () => {
  const propose = (viewer: Viewer, onBehalfOf: string, title = "Ours") =>
    proposeItem(viewer, { id: slug, onBehalfOf, kind: "free", title: { en: title }, why: {}, minutes: 10 });
  const outsider = await given.organization();
  await expect(propose(await as(await given.signatory(outsider)), outsider.slug)).rejects.toEqual(
    refusal("notInvitedTo"),
  );
  await expect(propose(world.hosting, world.other.slug)).rejects.toEqual(refusal("notYourOrganization"));
  const member = await as(await given.signatory(world.other));
  await propose(member, world.other.slug);
  await propose(member, world.other.slug, "Another");
  expect(await versionNow(), "a proposal moves nothing").toBe(1);
  const [ours, another] = (await read()).proposed;
  if (!ours || !another) throw new Error("nothing was proposed");
  await save([freeItem("First"), toInput(ours)]);
  expect((await read()).items[1]).toMatchObject({ id: ours.id, proposedBy: { slug: world.other.slug } });

  const reason = { en: "There is no time for it." };
  await expect(declineItem(member, { id: slug, item: another.id, reason })).rejects.toEqual(refusal("notTheHost"));
  await declineItem(world.hosting, { id: slug, item: another.id, reason });
  await expect(declineItem(world.hosting, { id: slug, item: another.id, reason })).rejects.toEqual(
    refusal("proposalAnswered"),
  );
  for (const viewer of [member, world.hosting])
    expect((await read(viewer)).proposed.map((it) => it.declined?.reason.en)).toEqual([reason.en]);
  const third = await as(await given.memberOf(outsider));
  expect((await read(third)).proposed, "why is between the two").toEqual([]);
  await expect(takeBackItem(member, { id: slug, item: another.id })).rejects.toEqual(refusal("proposalAnswered"));
});

test("what a member proposed is not thrown away with the place it had: it waits again, and is theirs to take back", async () => {
  const [, theirs] = await putOnAgenda(world.briefing, [{}, { proposedById: world.other.id, titleEn: "Theirs" }]);
  const [own] = (await read()).items;
  if (!own || !theirs) throw new Error("nothing there");
  await save([toInput(own)]);
  expect((await read()).proposed).toMatchObject([{ id: theirs.id, after: null, viewer: { mayTakeBack: false } }]);
  expect((await read(world.invited)).proposed[0]?.viewer.mayTakeBack).toBe(true);
  await expect(takeBackItem(world.hosting, { id: slug, item: theirs.id })).rejects.toEqual(
    refusal("notYourOrganization"),
  );
  await takeBackItem(world.invited, { id: slug, item: theirs.id });
  expect((await read()).proposed).toEqual([]);
});

test("the day of the call is the coalition's, and there is no end of proposals from one organization but ten", async () => {
  const propose = () =>
    proposeItem(world.invited, {
      ...{ id: slug, onBehalfOf: world.other.slug, kind: "free", why: {}, minutes: 10 },
      title: { en: "Again" },
    });
  for (let n = 0; n < 10; n++) await propose();
  await expect(propose()).rejects.toEqual(refusal("tooManyProposedItems"));
  const [one, another] = (await read()).proposed.map((it) => it.id);
  await declineItem(world.hosting, { id: slug, item: one ?? "", reason: { en: "Another time." } });
  await expect(propose(), "one that was left off stays in the list").rejects.toEqual(refusal("tooManyProposedItems"));
  await takeBackItem(world.invited, { id: slug, item: another ?? "" });
  await propose();
  expect((await read()).proposed).toHaveLength(10);
  await db.briefing.update({ where: { id: world.briefing.id }, data: { callClosesOn: dayIn(-2) } });
  expect((await read(world.invited)).viewer.proposesFor).toEqual([]);
  await expect(propose()).rejects.toEqual(refusal("callClosed"));
});

async function pastMeetingWith(outcomes: ("open" | "reached" | "not_reached")[]) {
  const held = await briefingWorld({ wallStart: wallIn(-10) });
  const items = await putOnAgenda(
    held.briefing,
    outcomes.map((outcome) => ({ outcome })),
  );
  return { ...held, items };
}

test("what was not reached is said once a meeting has begun, and the next takes it over once", async () => {
  await expect(markOutcomes(world.hosting, { id: slug, outcomes: [] }, 1)).rejects.toEqual(refusal("notBegunYet"));
  const held = await pastMeetingWith(["open", "open", "open"]);
  const marks = held.items.map(({ id }, at) => ({ item: id, outcome: at === 0 ? "reached" : "not_reached" }) as const);
  await markOutcomes(held.hosting, { id: held.briefing.slug, outcomes: marks }, 1);
  const before = await readAgenda(held.hosting, held.briefing.slug);
  expect(before.items.map((it) => it.outcome)).toEqual(["reached", "not_reached", "not_reached"]);
  expect(before.version).toBe(2);

  await save([freeItem("Already there")]);
  await expect(
    takeOver(world.hosting, { id: slug, from: held.briefing.slug }, await versionNow()),
    "of another host",
  ).rejects.toEqual(refusal("notTheHost"));
  await db.briefing.update({ where: { id: held.briefing.id }, data: { hostId: world.host.id } });
  await takeOver(world.hosting, { id: slug, from: held.briefing.slug }, await versionNow());
  const agenda = await read();
  expect(agenda.items.map((it) => [it.kind, it.title.en, it.inheritedFrom?.slug])).toEqual([
    ["approval", null, undefined],
    ["free", "Already there", undefined],
    ["free", "Item 2", held.briefing.slug],
    ["free", "Item 3", held.briefing.slug],
  ]);
  expect(agenda.items[0]?.about?.slug).toBe(held.briefing.slug);
  await expect(takeOver(world.hosting, { id: slug, from: held.briefing.slug }, await versionNow())).rejects.toEqual(
    refusal("nothingLeftOver"),
  );
});

test("two who plan the next meeting at once do not both inherit an item; one that was called off gives it back", async () => {
  const held = await pastMeetingWith(["not_reached"]);
  const [one, other] = [
    buildBriefing({ host: world.host, at: new Date() }),
    buildBriefing({ host: world.host, at: new Date() }),
  ];
  await insertBriefing(one);
  await insertBriefing(other);
  const counts = await Promise.all(
    [one, other].map(({ briefing }) => transact((tx) => inheritItems(tx, held.briefing, briefing))),
  );
  expect(counts.sort()).toEqual([0, 1]);
  await db.briefing.updateMany({
    where: { id: { in: [one.briefing.id, other.briefing.id] } },
    data: { state: "cancelled" },
  });
  expect(await transact((tx) => inheritItems(tx, held.briefing, world.briefing))).toBe(1);
});

test("a new meeting begins with the approval of the last minutes; a caucus has none to approve", async () => {
  await transact((tx) => inheritItems(tx, null, world.briefing));
  expect((await read()).items.map((it) => it.kind)).toEqual(["approval"]);
  const caucus = buildBriefing({ host: world.host, at: new Date(), part: "caucus", partOfId: world.briefing.id });
  await insertBriefing(caucus);
  await transact((tx) => inheritItems(tx, null, caucus.briefing));
  expect((await readAgenda(world.hosting, caucus.briefing.slug)).items).toEqual([]);
});

test("an item's tighter rule goes along to the next meeting only where it is tighter there too", async () => {
  const held = await briefingWorld({ wallStart: wallIn(-10), attribution: "on_record" });
  await putOnAgenda(held.briefing, [
    { outcome: "not_reached", attribution: "not_for_attribution" },
    { outcome: "not_reached", attribution: "decisions_only" },
  ]);
  await transact((tx) => inheritItems(tx, held.briefing, world.briefing));
  expect((await read()).items.map((it) => it.attribution)).toEqual([null, null, "decisions_only"]);
});

test("a thing names the meetings whose agendas carry it, newest first; a proposal, or what was called off, is none", async () => {
  const recommendation = await addRecommendation();
  const carry = { kind: "recommendation" as const, recommendationId: recommendation.id, titleEn: null, titleFr: null };
  const worlds = [await briefingWorld({ wallStart: wallIn(-90) }), world, await briefingWorld()];
  for (const { briefing } of worlds) await putOnAgenda(briefing, [carry]);
  const called = await briefingWorld({ state: "cancelled" });
  await putOnAgenda(called.briefing, [carry]);
  const proposing = await briefingWorld();
  await putOnAgenda(proposing.briefing, [{ ...carry, number: null, proposedById: proposing.other.id }]);
  const about = { kind: "recommendation" as const, about: recommendation.ref };
  const found = await listBriefingsAbout(world.invited, { ...about, limit: 100 });
  const [past, coming, undated] = worlds.map(({ briefing }) => briefing.slug);
  expect(found.items.map((it) => it.briefing.slug)).toEqual([coming, past, undated]);
  const discussed = (await listDiscussed(world.invited)).items.find((it) => it.ref === recommendation.ref);
  expect(discussed).toMatchObject({ total: 3, latest: found.items });
  const guest = await as(await given.person({ guest: true }));
  expect(await listDiscussed(guest)).toEqual({ items: [] });
  expect((await listBriefingsAbout(guest, { ...about, limit: 100 })).total).toBe(0);
});

test("an item of another meeting is nobody's to decline here", async () => {
  const [theirs] = await putOnAgenda((await briefingWorld()).briefing, [
    { number: null, proposedById: world.other.id },
  ]);
  for (const item of [theirs?.id ?? "", randomUUID()])
    await expect(declineItem(world.hosting, { id: slug, item, reason: { en: "No." } })).rejects.toEqual(
      refusal("noSuchItem"),
    );
});
