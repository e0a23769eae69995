import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { addRecommendation, freeItem, putOnAgenda, toInput } from "@/tests/support/build-agendas";
import { briefingWorld, insertBriefing } from "@/tests/support/build-briefings";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { readAgenda } from "./read.agenda";
import { listBriefingsAbout, listDiscussed } from "./read.discussions";
import { type ItemInput, itemInput } from "./schema.agenda";
import { inheritItems, takeOver } from "./write.agenda";
import { declineItem, markOutcomes, proposeItem, takeBackItem } from "./write.agenda-items";
import { saveAgenda } from "./write.agenda-order";

const refusal = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const badField = (field: string, reason: string) => expect.objectContaining({ name: "BadField", field, reason });
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
const titles = async (viewer?: Viewer) => (await read(viewer)).items.map((it) => it.title.en);

test("what is saved is read again in its order, each with when it begins on the clock of the meeting", async () => {
  const point = await buildPoint({ organization: world.host, title: "No licence" });
  const proposition = await given.proposition();
  const recommendation = await addRecommendation();
  const items: ItemInput[] = [
    freeItem("", { kind: "approval", title: {}, minutes: 5 }),
    freeItem("", { kind: "recommendation", about: recommendation.ref, title: {}, minutes: 25, lead: world.other.slug }),
    freeItem("", { kind: "point", about: point.slug, title: {}, minutes: 20, attribution: "decisions_only" }),
    freeItem("", { kind: "proposition", about: proposition.slug, title: { fr: "Un pas à la fois" }, minutes: 45 }),
  ];
  await save(items);
  const agenda = await read(world.invited);
  expect(agenda.items.map((it) => [it.kind, it.after, it.starts?.wall.slice(11)])).toEqual([
    ["approval", 0, "10:00"],
    ["recommendation", 5, "10:05"],
    ["point", 30, "10:30"],
    ["proposition", 50, "10:50"],
  ]);
  expect(agenda).toMatchObject({ total: 95, minutes: 90, over: 5, version: 2 });
  expect(agenda.ends?.wall.slice(11)).toBe("11:35");
  expect(agenda.items[1]).toMatchObject({
    about: { ref: recommendation.ref, title: { en: recommendation.titleEn, fr: recommendation.titleFr } },
    lead: { slug: world.other.slug },
    rule: "not_for_attribution",
  });
  expect(agenda.items[2]).toMatchObject({ rule: "decisions_only", about: { title: { en: "No licence" } } });
  expect(agenda.items[3]?.title).toEqual({ en: null, fr: "Un pas à la fois" });
});

test("what was read can be sent again, and changes no version", async () => {
  await save([freeItem("One"), freeItem("Two", { minutes: 0 })]);
  const agenda = await read();
  await save(agenda.items.map(toInput), agenda.version);
  expect(await versionNow()).toBe(agenda.version);
  await save(agenda.items.map(toInput).reverse(), agenda.version);
  expect(await titles()).toEqual(["Two", "One"]);
});

test("of two who save over the same version one is told of the other, and nothing of either is half there", async () => {
  const [one, other] = [freeItem("One"), freeItem("Other")];
  const both = await Promise.allSettled([save([one], 1), save([other], 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = both.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
  expect(lost).toMatchObject({ code: "PRECONDITION_FAILED", reason: "agendaChangedMeanwhile", facts: { version: 2 } });
  expect(await titles()).toHaveLength(1);
});

test("an answer that was lost on its way adds nothing twice: an item is the same by its id", async () => {
  const item = freeItem("One");
  await save([item]);
  await save([item]);
  expect(await titles()).toEqual(["One"]);
  const elsewhere = await briefingWorld();
  await expect(
    saveAgenda(elsewhere.hosting, { id: elsewhere.briefing.slug, items: [freeItem("Two"), item] }, 1),
  ).rejects.toEqual(badField("items.1.id", "invalid"));
  expect(await titles()).toEqual(["One"]);
});

test("what cannot be meant is refused by its field, and what was there stays", async () => {
  await save([freeItem("Stays")]);
  const watched = await addRecommendation({ standing: false });
  const draft = await buildPoint({ organization: world.host, status: "draft" });
  const stranger = await given.organization();
  const wrong: [string, string, Partial<ItemInput>][] = [
    ["about", "invalid", { kind: "recommendation", about: watched.ref }],
    ["about", "invalid", { kind: "point", about: draft.slug }],
    ["about", "invalid", { kind: "proposition", about: "there-is-none" }],
    ["kind", "notOfferedYet", { kind: "message" }],
    ["kind", "notOfferedYet", { kind: "commitment" }],
    ["kind", "approvalFirst", { kind: "approval" }],
    ["lead", "notInvited", { lead: stranger.slug }],
    ["raises", "notInvited", { raises: stranger.slug }],
    ["answers", "notInvited", { answers: [stranger.slug] }],
    ["attribution", "onlyTighter", { attribution: "on_record" }],
    ["attribution", "onlyTighter", { attribution: "not_for_attribution" }],
  ];
  for (const [field, reason, more] of wrong)
    await expect(save([freeItem("Before"), freeItem("Wrong", more)])).rejects.toEqual(
      badField(`items.1.${field}`, reason),
    );
  expect(await titles()).toEqual(["Stays"]);
  const shape = (more: object) =>
    itemInput.safeParse({ ...freeItem("x"), ...more }).error?.issues.map(({ path, message }) => [path.join(), message]);
  expect(shape({ title: {} })).toEqual([["title", "required"]]);
  expect(shape({ kind: "point" })).toEqual([["about", "required"]]);
  expect(shape({ about: "G2" })).toEqual([["about", "invalid"]]);
});

test("messages and commitments that stand on an agenda stay as they are, and can be moved and worded", async () => {
  const [kept] = await putOnAgenda(world.briefing, [{ kind: "commitment", titleEn: "What each side promised" }]);
  const [read1] = (await read()).items;
  if (!read1) throw new Error("nothing there");
  await save([freeItem("First"), { ...toInput(read1), minutes: 40 }]);
  expect((await read()).items[1]).toMatchObject({ id: kept?.id, kind: "commitment", minutes: 40 });
});

test("who raises an item and who answers is in the caucus's view alone, and stays where others leave it out", async () => {
  const item = freeItem("One", { raises: world.host.slug, answers: [world.other.slug, world.host.slug] });
  await save([item]);
  expect(JSON.stringify((await read(world.invited)).items)).not.toContain(world.other.slug);
  const [shown] = (await readAgenda(world.invited, slug, { caucus: true })).items;
  expect(shown?.caucus).toMatchObject({ raises: { slug: world.host.slug } });
  expect(shown?.caucus?.answers.map((it) => it.slug).sort()).toEqual([world.host.slug, world.other.slug].sort());
  const { raises: _, answers: __, ...plain } = item;
  await save([{ ...plain, minutes: 20 }]);
  const [kept] = (await readAgenda(world.invited, slug, { caucus: true })).items;
  expect(kept).toMatchObject({ minutes: 20, caucus: shown?.caucus });
  await save([{ ...plain, raises: null, answers: [] }]);
  expect((await readAgenda(world.invited, slug, { caucus: true })).items[0]?.caucus).toEqual({
    raises: null,
    answers: [],
  });
});

test("an invited organization proposes an item until the day is over, and the host puts it in order or says why not", async () => {
  const propose = (viewer: Viewer, onBehalfOf: string, title = "Ours") =>
    proposeItem(viewer, { id: slug, onBehalfOf, kind: "free", title: { en: title }, why: {}, minutes: 10 });
  const outsider = await given.organization();
  await expect(propose(await as(await given.signatory(outsider)), outsider.slug)).rejects.toEqual(
    refusal("notInvitedTo"),
  );
  await expect(propose(world.hosting, world.other.slug)).rejects.toEqual(refusal("notYourOrganization"));
  const member = await as(await given.memberOf(world.other));
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
  await expect(propose()).rejects.toEqual(refusal("tooManyProposals"));
  await db.briefing.update({ where: { id: world.briefing.id }, data: { callClosesOn: dayIn(-2) } });
  expect((await read(world.invited)).viewer.proposesFor).toEqual([]);
  await expect(propose()).rejects.toEqual(refusal("callClosed"));
});

async function heldWith(outcomes: ("open" | "reached" | "not_reached")[]) {
  const held = await briefingWorld({ wallStart: wallIn(-10) });
  const items = await putOnAgenda(
    held.briefing,
    outcomes.map((outcome) => ({ outcome })),
  );
  return { ...held, items };
}

test("what was not reached is said once a meeting has begun, and the next takes it over once", async () => {
  await expect(markOutcomes(world.hosting, { id: slug, outcomes: [] }, 1)).rejects.toEqual(refusal("notBegunYet"));
  const held = await heldWith(["open", "open", "open"]);
  const marks = held.items.map(({ id }, at) => ({ item: id, outcome: at === 0 ? "reached" : "not_reached" }) as const);
  await markOutcomes(held.hosting, { id: held.briefing.slug, outcomes: marks }, 1);
  const before = await readAgenda(held.hosting, held.briefing.slug);
  expect(before.items.map((it) => it.outcome)).toEqual(["reached", "not_reached", "not_reached"]);
  expect(before.version).toBe(2);

  await save([freeItem("Already there")]);
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
  const held = await heldWith(["not_reached"]);
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

test("only whoever hosts keeps the agenda; outside the network it does not exist", async () => {
  const item = freeItem("Not ours");
  await expect(saveAgenda(world.invited, { id: slug, items: [item] }, 1)).rejects.toEqual(refusal("notTheHost"));
  for (const viewer of [
    await as(await given.person({ guest: true })),
    await as(await given.memberOf(await given.organization({ status: "applied" }))),
  ]) {
    await expect(read(viewer)).rejects.toEqual(refusal("noSuchBriefing"));
    await expect(saveAgenda(viewer, { id: slug, items: [item] }, 1)).rejects.toEqual(refusal("noSuchBriefing"));
  }
});

test("nothing of it is in the record: who saved, proposed, declined or marked", async () => {
  const before = await db.activity.count();
  await save([freeItem("One")]);
  await proposeItem(world.invited, {
    ...{ id: slug, onBehalfOf: world.other.slug, kind: "free", why: {}, minutes: 10, title: { en: "Ours" } },
  });
  expect(await db.activity.count()).toBe(before);
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

test("an agenda of 40 items and 200 organizations takes as many statements to read and to save as a small one", async () => {
  const organizations = await Promise.all(Array.from({ length: 200 }, () => given.organization()));
  const large = await briefingWorld({ invited: organizations, wallStart: wallIn(30) });
  const many = Array.from({ length: 40 }, (_, at) => ({
    leadId: organizations[at]?.id ?? null,
    raisesId: organizations[at + 40]?.id ?? null,
  }));
  const rows = await putOnAgenda(large.briefing, many);
  await db.agendaAnswerer.createMany({
    data: rows.flatMap(({ id }, at) =>
      organizations.slice(at, at + 5).map((it) => ({ itemId: id, organizationId: it.id })),
    ),
  });
  await putOnAgenda(world.briefing, [{}]);
  const reading = async ({ hosting, briefing }: World) =>
    (await listStatements(() => readAgenda(hosting, briefing.slug, { caucus: true }))).length;
  expect(await reading(large)).toBe(await reading(world));
  const saving = async ({ hosting, briefing }: World) => {
    const { items, version } = await readAgenda(hosting, briefing.slug);
    const changed = items.map(toInput).map((it) => ({ ...it, minutes: 7 }));
    return (await listStatements(() => saveAgenda(hosting, { id: briefing.slug, items: changed }, version))).length;
  };
  expect(await saving(large)).toBe(await saving(world));
  expect((await readAgenda(large.hosting, large.briefing.slug)).organizations).toHaveLength(201);
  expect((await readAgenda(large.hosting, large.briefing.slug)).total).toBe(280);
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
