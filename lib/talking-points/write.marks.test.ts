import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import type { ClauseMark } from "./constants";
import { noteRedLinesIn } from "./jobs.red-lines";
import { getTalkingPoint } from "./read.detail";
import { getWalkAway } from "./read.marks";
import { markInput } from "./schema.marks";
import { endorse } from "./write.endorsements";
import { markClause } from "./write.marks";
import { postVersion } from "./write.versions";

type World = Awaited<ReturnType<typeof pointWorld>>;
type Member = { slug: string; viewer: Viewer };

const marking = (
  { point }: Pick<World, "point">,
  { slug }: { slug: string },
  mark: ClauseMark | null,
  more: object = {},
) =>
  markInput.parse({
    ...{ id: point.id, clause: "clause-1", organization: slug, version: 1, digest: point.digest, mark },
    ...(mark === "needs_change" && { text: { en: "Fewer words." } }),
    ...more,
  });
const memberOf = async (): Promise<Member> => {
  const organization = await given.organization();
  return { slug: organization.slug, viewer: await as(await given.signatory(organization)) };
};
const convenerOf = async () => as(await given.convener(await given.organization()));
const night = () => transact(noteRedLinesIn);
const redLinesFor = async (viewer: Viewer, { point }: World) =>
  (await getWalkAway(viewer, { id: point.id })).clauses.map(({ redLine }) => redLine);

/** An amendment that is open on a clause, as the amendments' own acts would leave it. */
async function openAmendment({ point, lead }: World, number: number, clauseKey: string) {
  const text = { summaryEn: "Shorter.", reasonEn: "It is long.", wordsEn: "Short words." };
  const at = { createdAt: new Date(), openedAt: new Date(), authorId: randomUUID() };
  const of = { talkingPointId: point.id, number, version: 1, clauseKey, organizationId: lead.id };
  return db.amendment.create({ data: { ...of, kind: "words", state: "open", ...text, ...at } });
}

test("a mark is read by its own people and the convener; everybody else reads how many have marked, and no name", async () => {
  const world = await pointWorld();
  const { other, signer, writer, point } = world;
  await markClause(signer, marking(world, other, "would_leave"));
  await markClause(
    signer,
    marking(world, other, "needs_change", { clause: "clause-2", text: { fr: "Mots à changer." } }),
  );
  const own = await getWalkAway(signer, { id: point.id });
  expect(own.own).toMatchObject([
    {
      organization: { slug: other.slug },
      marks: [
        { clause: "clause-1", mark: "would_leave" },
        { clause: "clause-2", text: { fr: "Mots à changer." } },
      ],
    },
  ]);
  expect(own.convener).toBeNull();
  const convener = await getWalkAway(await convenerOf(), { id: point.id });
  const [clause] = convener.convener?.clauses ?? [];
  expect(clause?.marks).toMatchObject([{ organization: { slug: other.slug }, mark: "would_leave" }]);
  expect(clause?.unmarked.map(({ slug }) => slug)).toContain(world.lead.slug);
  for (const viewer of [writer, (await memberOf()).viewer]) {
    const read = await getWalkAway(viewer, { id: point.id });
    expect(read).toMatchObject({ marked: 1, convener: null });
    const seen = JSON.stringify(read);
    for (const word of [other.slug, "would_leave", "Mots à changer"]) expect(seen).not.toContain(word);
  }
  // A representative of another organization cannot mark for it, nor can a drafter of its own.
  expect(await refusalOf(markClause(writer, marking(world, other, "acceptable")))).toBe(
    "FORBIDDEN notYourOrganization",
  );
  const drafter = await as(await given.signatory(other, { powers: ["draft"] }));
  expect(await refusalOf(markClause(drafter, marking(world, other, "acceptable")))).toBe(
    "FORBIDDEN notAnEndorsingSignatory",
  );
});

test("whoever endorses the whole text without a reservation is not consulted; everybody else is, also for part of it", async () => {
  const world = await pointWorld();
  const { other, signer, point } = world;
  const { consulted } = await getWalkAway(signer, { id: point.id });
  await endorse(signer, await answerFor(signer, point.id, other, { clauses: ["clause-1"] }));
  expect((await getWalkAway(signer, { id: point.id })).consulted).toBe(consulted);
  await markClause(signer, marking(world, other, "cannot_sign", { clause: "clause-2" }));
  await endorse(signer, await answerFor(signer, point.id, other));
  expect(await getWalkAway(signer, { id: point.id })).toMatchObject({ consulted: consulted - 1, marked: 0 });
  expect(await refusalOf(markClause(signer, marking(world, other, "acceptable")))).toBe("CONFLICT notConsulted");
});

test("marks are of the words that were shown, can be taken back, and said again change nothing", async () => {
  const world = await pointWorld();
  const { other, signer, writer, lead, point } = world;
  await markClause(signer, marking(world, other, "acceptable"));
  await markClause(signer, marking(world, other, "acceptable"));
  await markClause(signer, marking(world, other, null));
  expect(await getWalkAway(signer, { id: point.id })).toMatchObject({ marked: 0, own: [{ marks: [] }] });
  expect(await db.clauseMark.count({ where: { talkingPointId: point.id } })).toBe(2);
  await markClause(signer, marking(world, other, "cannot_sign"));
  expect(await refusalOf(markClause(signer, marking(world, other, "acceptable", { clause: "clause-9" })))).toBe(
    "NOT_FOUND noSuchClause",
  );
  const before = await getTalkingPoint(writer, point.id);
  const words = { "clause-2": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses: words }), before.version);
  expect(await refusalOf(markClause(signer, marking(world, other, "acceptable")))).toBe("CONFLICT textChanged");
  expect(await getWalkAway(signer, { id: point.id })).toMatchObject({ number: 2, marked: 0, own: [{ marks: [] }] });
  for (const wrong of [
    { mark: "needs_change" },
    { mark: "acceptable", text: { en: "But." } },
    { mark: "acceptable", amendment: 1 },
    { mark: null, amendment: 1 },
  ])
    expect(markInput.safeParse({ ...marking(world, other, "acceptable"), ...wrong }).success).toBe(false);
});

test("the convener reads who returns when a clause goes, stands in brackets, or has the words of an amendment", async () => {
  const world = await pointWorld();
  const { other, signer, point } = world;
  const [refusing, silent] = [await memberOf(), await memberOf()];
  await openAmendment(world, 3, "clause-1");
  await openAmendment(world, 4, "clause-2");
  await markClause(signer, marking(world, other, "would_leave", { amendment: 3 }));
  expect(await refusalOf(markClause(signer, marking(world, other, "would_leave", { amendment: 4 })))).toBe(
    "BAD amendment invalid",
  );
  await markClause(refusing.viewer, marking(world, refusing, "cannot_sign"));
  const convener = await convenerOf();
  const namesIn = (all: readonly { slug: string }[] | undefined) => (all ?? []).map(({ slug }) => slug).sort();
  const both = [other.slug, refusing.slug].sort();
  const read = async (input: object) => (await getWalkAway(convener, { id: point.id, ...input })).convener;
  const view = await read({});
  expect(view?.clauses[0]?.returns.map((it) => [it.treatment, it.amendment, namesIn(it.organizations)])).toEqual([
    ["dropped", null, both],
    ["bracketed", null, [refusing.slug]],
    ["swapped", 3, [other.slug]],
  ]);
  expect(view?.clauses[1]?.returns).toEqual([]);
  const standing = view?.now.find(({ organization }) => organization.slug === silent.slug)?.standing;
  expect(standing).toBe("unknown");
  expect(namesIn((await read({ dropped: [1] }))?.returns)).toEqual(both);
  expect(namesIn((await read({ bracketed: [1] }))?.returns)).toEqual([refusing.slug]);
  expect(namesIn((await read({ swapped: [3], dropped: [2] }))?.returns)).toEqual([other.slug]);
  expect(await refusalOf(getWalkAway(convener, { id: point.id, dropped: [9] }))).toBe("BAD dropped invalid");
  expect(await refusalOf(getWalkAway(convener, { id: point.id, dropped: [1], swapped: [3] }))).toBe(
    "BAD swapped invalid",
  );
  // Nobody else asks what if.
  expect((await getWalkAway(signer, { id: point.id, dropped: [1] })).convener).toBeNull();
});

test("an amendment of the same words everywhere is named at each clause that it changes, and brings back whoever named it there", async () => {
  const world = await pointWorld({ clauses: 3 });
  const { other, signer, point, lead } = world;
  const open = { talkingPointId: point.id, version: 1, organizationId: lead.id, state: "open" as const };
  const by = {
    authorId: randomUUID(),
    createdAt: new Date(),
    openedAt: new Date(),
    summaryEn: "One word",
    reasonEn: "It is.",
  };
  const find = { findEn: `1 of ${point.slug}`, wordsEn: "first" };
  await db.amendment.create({ data: { ...open, ...by, ...find, number: 5, kind: "everywhere" } });
  const every = { findEn: "Clause", wordsEn: "Passage" };
  await db.amendment.create({ data: { ...open, ...by, ...every, number: 6, kind: "everywhere" } });
  await db.amendment.create({ data: { ...open, ...by, number: 7, kind: "whole" } });
  await db.amendment.create({ data: { ...open, ...by, number: 8, kind: "new_clause" } });
  const read = await getWalkAway(signer, { id: point.id });
  expect(read.amendments.map(({ number, clause }) => [number, clause])).toEqual([
    [5, "clause-1"],
    [6, "clause-1"],
    [6, "clause-2"],
    [6, "clause-3"],
  ]);
  expect(read.unnamed).toEqual([
    { number: 7, kind: "whole" },
    { number: 8, kind: "new_clause" },
  ]);
  const mark = (clause: string, amendment: number) =>
    markClause(signer, marking(world, other, "cannot_sign", { clause, amendment }));
  for (const [clause, amendment] of [
    ["clause-2", 5],
    ["clause-1", 7],
    ["clause-1", 8],
  ] as const)
    expect(await refusalOf(mark(clause, amendment))).toBe("BAD amendment invalid");
  await mark("clause-1", 6);
  await mark("clause-2", 6);

  const convener = await convenerOf();
  const returning = async (input: object) =>
    (await getWalkAway(convener, { id: point.id, ...input })).convener?.returns.map(({ slug }) => slug);
  const { convener: view } = await getWalkAway(convener, { id: point.id });
  expect(view?.clauses.map(({ returns }) => returns.map((it) => it.amendment))).toEqual([[6], [6], [6]]);
  expect(await returning({ swapped: [6] })).toEqual([other.slug]);
  expect(await returning({ swapped: [6], dropped: [3] })).toEqual([other.slug]);
  expect(await returning({ dropped: [1] })).toEqual([]);
  for (const wrong of [{ swapped: [5, 6] }, { swapped: [6], dropped: [1, 2, 3] }, { swapped: [7] }])
    expect(await refusalOf(getWalkAway(convener, { id: point.id, ...wrong }))).toBe("BAD swapped invalid");
});

test("members read one sentence, said in the night after the sixth mark, once, whatever is marked later", async () => {
  const world = await pointWorld();
  const members = await Promise.all(Array.from({ length: 7 }, memberOf));
  const [first, ...others] = members;
  if (!first) throw new Error("nobody is there");
  for (const it of others.slice(0, 5)) await markClause(it.viewer, marking(world, it, "acceptable"));
  await night();
  expect(await db.redLineNote.count({ where: { talkingPointId: world.point.id } })).toBe(0);
  await markClause(first.viewer, marking(world, first, "cannot_sign"));
  // Marked in the day, it is not said before the night.
  expect(await redLinesFor(world.writer, world)).toEqual([false, false]);
  await night();
  expect(await redLinesFor(world.writer, world)).toEqual([true, false]);
  await markClause(first.viewer, marking(world, first, "acceptable"));
  await night();
  expect(await redLinesFor(world.writer, world)).toEqual([true, false]);

  // No red line among the first six: it reads as before, and a seventh mark tells nobody anything.
  const second = { clause: "clause-2" };
  for (const it of others) await markClause(it.viewer, marking(world, it, "acceptable", second));
  await night();
  await markClause(first.viewer, marking(world, first, "would_leave", second));
  await night();
  expect(await redLinesFor(world.writer, world)).toEqual([true, false]);
  expect(await db.redLineNote.count({ where: { talkingPointId: world.point.id } })).toBe(2);
});

test("of many nights at once, one says it", async () => {
  const world = await pointWorld();
  for (const it of await Promise.all(Array.from({ length: 6 }, memberOf)))
    await markClause(it.viewer, marking(world, it, "would_leave"));
  await Promise.all(Array.from({ length: 4 }, night));
  expect(await db.redLineNote.findMany({ where: { talkingPointId: world.point.id } })).toMatchObject([
    { redLine: true },
  ]);
});
