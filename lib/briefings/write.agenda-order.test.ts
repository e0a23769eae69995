import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { addRecommendation, freeItem, putOnAgenda, toInput } from "@/tests/support/build-agendas";
import { briefingWorld } from "@/tests/support/build-briefings";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { readAgenda } from "./read.agenda";
import { type ItemInput, itemInput } from "./schema.agenda";
import { proposeItem } from "./write.agenda-items";
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
