import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, refusalOf } from "@/tests/support/point-world";
import { work } from "./jobs";
import { getAmendment, listAmendments } from "./read.amendments";
import { previewConsolidation } from "./read.consolidation";
import { getTalkingPoint } from "./read.detail";
import { amendmentAnswerInput, amendmentInput, amendmentsInput, handlingInput } from "./schema.amendments";
import { consolidationInput } from "./schema.consolidation";
import { listTalkingPointTasks } from "./tasks";
import { amend, changeAmendment, discardAmendment, withdrawAmendment } from "./write.amendments";
import { consolidate } from "./write.consolidation";
import { confirmEndorsement, endorse } from "./write.endorsements";
import { answerHandling, handleAmendment } from "./write.handling";

type World = Awaited<ReturnType<typeof pointWorld>>;

const matterOf = (clause: string, en = `Other words for ${clause}.`) => ({
  ...{ kind: "words", clause, words: { en, fr: `${en} En français.` } },
});
const reasons = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };

const amendmentTo = ({ point, other }: World, matter: object, more: object = {}) =>
  amendmentInput.parse({
    id: point.id,
    onBehalfOf: other.slug,
    version: 1,
    open: true,
    ...reasons,
    ...matter,
    ...more,
  });

const handle = ({ point, lead, writer }: World, amendment: string, more: object = {}) =>
  handleAmendment(
    writer,
    handlingInput.parse({ id: point.id, amendment, onBehalfOf: lead.slug, handling: "accept", ...more }),
  );

const stepOf = async ({ point, signer }: World, amendment: string) =>
  (await getAmendment(signer, point.id, amendment)).handling?.step ?? 1;
const answer = async (world: World, amendment: string, agrees = true) => {
  const of = { id: world.point.id, amendment, step: await stepOf(world, amendment) };
  return answerHandling(world.signer, amendmentAnswerInput.parse({ ...of, agrees }));
};

const consolidating = ({ point, lead }: World, amendments: string[], more: object = {}) =>
  consolidationInput.parse({ id: point.id, onBehalfOf: lead.slug, amendments, note: { en: "Taken over." }, ...more });

const all = (world: World, viewer = world.writer) =>
  listAmendments(viewer, amendmentsInput.parse({ id: world.point.id }));

test("a draft is read by its own organization alone, has no number, and is reworded, opened or thrown away", async () => {
  const world = await pointWorld();
  const { point, signer, writer, other } = world;
  const input = amendmentTo(world, matterOf("clause-1"), { open: false, summary: {}, reason: {} });
  const id = await amend(signer, input);
  const colleague = await as(await given.memberOf(other));
  expect((await getAmendment(colleague, point.id, id)).viewer).toMatchObject({ mayEdit: false });
  expect(await getAmendment(signer, point.id, id)).toMatchObject({ number: null, state: "draft" });
  expect((await all(world)).total).toBe(0);
  for (const act of [
    () => getAmendment(writer, point.id, id),
    () => withdrawAmendment(writer, { id: point.id, amendment: id }),
    () => handle(world, id),
  ])
    expect(await refusalOf(act())).toBe("NOT_FOUND noSuchAmendment");
  expect(await refusalOf(withdrawAmendment(signer, { id: point.id, amendment: id }))).toBe("CONFLICT amendmentIsDraft");

  const { onBehalfOf: _, ...change } = { ...input, ...reasons, amendment: id, open: true };
  await changeAmendment(signer, change);
  expect(await getAmendment(writer, point.id, id)).toMatchObject({ number: 1, state: "open" });
  expect(await refusalOf(discardAmendment(signer, { id: point.id, amendment: id }))).toBe("CONFLICT amendmentOpened");

  const second = await amend(signer, { ...input });
  await discardAmendment(signer, { id: point.id, amendment: second });
  expect((await all(world, signer)).total).toBe(1);
});

test("what was opened keeps its words, and its steps stay, whoever asks the database", async () => {
  const world = await pointWorld();
  const id = await amend(world.signer, amendmentTo(world, matterOf("clause-1")));
  const changes = [
    db.$executeRaw`UPDATE "Amendment" SET "wordsEn" = 'Others' WHERE "id" = ${id}::uuid`,
    db.$executeRaw`UPDATE "Amendment" SET "state" = 'draft' WHERE "id" = ${id}::uuid`,
    db.$executeRaw`DELETE FROM "Amendment" WHERE "id" = ${id}::uuid`,
    db.$executeRaw`UPDATE "AmendmentStep" SET "kind" = 'opened' WHERE "amendmentId" = ${id}::uuid`,
    db.$executeRaw`INSERT INTO "AmendmentClause" ("amendmentId", "number", "kind", "en") VALUES (${id}::uuid, 1, 'ask', 'x')`,
  ];
  for (const change of changes) await expect(change).rejects.toThrow();
});

test("an amendment is about something in the words that were shown; what is wrong is named by its field", async () => {
  const world = await pointWorld();
  const refused = (matter: object, more: object = {}) =>
    refusalOf(amend(world.signer, amendmentTo(world, matter, more)));
  expect(await refused(matterOf("clause-9"))).toBe("BAD clause notInText");
  expect(await refused({ kind: "move", clause: "clause-1", after: "clause-9" })).toBe("BAD after notInText");
  expect(await refused({ kind: "everywhere", find: { en: "nowhere" }, words: { en: "x" } })).toBe("BAD find notInText");
  expect(await refused(matterOf("clause-1"), { version: 2 })).toBe("CONFLICT textChanged");
  const parse = (matter: object) => () => amendmentTo(world, matter);
  expect(parse({ kind: "drop" })).toThrow("required");
  expect(parse({ ...matterOf("clause-1"), find: { en: "x" } })).toThrow("invalid");
  expect(parse({ kind: "drop", clause: "clause-1", reason: {} })).toThrow("reasonMissing");
});

test("the lead proposes, the amender answers, both stand; another proposal asks again", async () => {
  const world = await pointWorld();
  const { point, signer } = world;
  const [id, second] = [
    await amend(signer, amendmentTo(world, matterOf("clause-1"))),
    await amend(signer, amendmentTo(world, { kind: "drop", clause: "clause-1" })),
  ];
  expect(await refusalOf(answer(world, id))).toBe("CONFLICT notHandled");
  await handle(world, id, { handling: "superseded_by", supersededBy: second });
  expect(await refusalOf(handle(world, second, { handling: "superseded_by", supersededBy: id }))).toBe(
    "CONFLICT supersedesItself",
  );
  await answer(world, id, false);
  expect(await refusalOf(answer(world, id, false))).toBe("CONFLICT answerUnchanged");
  expect(await getAmendment(signer, point.id, id)).toMatchObject({
    ...{ state: "superseded", answer: { agrees: false }, handling: { supersededBy: { id: second, number: 2 } } },
  });
  const read = { id: point.id, amendment: id, step: await stepOf(world, id), agrees: true, comment: {} };
  await handle(world, id, { handling: "accept_with_changes", words: { en: "In between." } });
  expect(await refusalOf(answerHandling(signer, read))).toBe("CONFLICT handlingChanged");
  expect(await getAmendment(signer, point.id, id)).toMatchObject({ state: "open", answer: null });
  expect(
    await refusalOf(handle(world, second, { handling: "accept_with_changes", words: { en: "In between." } })),
  ).toBe("BAD handling invalid");
  const { signer: stranger } = await pointWorld();
  expect(await refusalOf(answerHandling(stranger, read))).toBe("FORBIDDEN notDrafter");
});

test("who holds the pen has a task and a mail until it says what becomes of it, and then the amender has both", async () => {
  const world = await pointWorld();
  const { point, lead, other, writer, signer } = world;
  const id = await amend(signer, amendmentTo(world, matterOf("clause-1")));
  const kindsOf = async (viewer: typeof writer) =>
    (await listTalkingPointTasks(viewer))
      .filter(({ thing }) => thing === point.slug)
      .map((it) => [it.kind, it.organization]);
  const recipients = async (kind: "amendment.opened" | "amendment.handled") =>
    work.notices[kind].recipients({ subjectId: point.id, facts: { amendment: id } } as never);
  expect(await kindsOf(writer)).toContainEqual(["handle", lead.slug]);
  expect(await recipients("amendment.opened")).toEqual([writer.personId]);
  expect((await kindsOf(signer)).map(([kind]) => kind)).not.toContain("reply");
  await handle(world, id);
  expect((await kindsOf(writer)).map(([kind]) => kind)).not.toContain("handle");
  expect(await recipients("amendment.opened")).toEqual([]);
  expect(await kindsOf(signer)).toContainEqual(["reply", other.slug]);
  expect(await recipients("amendment.handled")).toEqual([signer.personId]);
  await answer(world, id);
  expect((await kindsOf(signer)).map(([kind]) => kind)).not.toContain("reply");
  expect(await recipients("amendment.handled")).toEqual([]);
});

test("six amendments accepted in one consolidation make one version, and ask each endorser exactly once", async () => {
  const endorsers = [await given.organization(), await given.organization(), await given.organization()];
  const world = await pointWorld({ clauses: 7, answers: endorsers.map((organization) => ({ organization })) });
  const { point, signer, writer } = world;
  const signers = await Promise.all(endorsers.map(async (it) => as(await given.signatory(it))));
  const drop = { kind: "drop", clause: "clause-5" };
  const move = { kind: "move", clause: "clause-6", after: null };
  const fresh = [{ kind: "key_message", text: { en: "A new one.", fr: "Un nouveau." } }];
  const matters = [
    ...[matterOf("clause-1"), matterOf("clause-2"), matterOf("clause-3"), drop, move],
    { kind: "new_clause", after: "clause-7", clauses: fresh },
  ];
  const ids: string[] = [];
  for (const matter of matters) ids.push(await amend(signer, amendmentTo(world, matter)));
  const open = await amend(signer, amendmentTo(world, matterOf("clause-4")));
  const marked = await amend(signer, amendmentTo(world, matterOf("clause-2", "Still other words.")));
  for (const id of ids) await handle(world, id);
  for (const id of ids.slice(1)) await answer(world, id);

  const preview = await previewConsolidation(writer, { id: point.id });
  expect(preview).toMatchObject({ number: 2, obstacle: null, amendments: ids });
  expect(preview.asks.map((it) => it.organization.slug).sort()).toEqual(endorsers.map((it) => it.slug).sort());
  const { digest } = preview;
  await consolidate(writer, consolidating(world, ids, { digest: digest ?? undefined }), preview.version);

  const after = await getTalkingPoint(writer, point.id);
  expect(after).toMatchObject({ number: 2, digest });
  expect(after.versions).toHaveLength(2);
  expect(after.text.clauses.map(({ key }) => key)).toEqual([
    ...["clause-6", "clause-1", "clause-2", "clause-3", "clause-4", "clause-7", `${ids[5]}-1`],
  ]);
  const asked = await db.activity.findMany({
    where: { subject: `talkingPoint/${point.id}`, kind: { startsWith: "talkingPoint." } },
  });
  expect(asked.filter(({ kind }) => kind !== "talkingPoint.proposed").map(({ kind }) => kind)).toEqual([
    "talkingPoint.consolidated",
  ]);
  for (const [at, viewer] of signers.entries()) {
    const own = await getTalkingPoint(viewer, point.id);
    expect(own.viewer.needs).toEqual([endorsers[at]?.slug]);
  }
  const fates = new Map((await all(world)).items.map((it) => [it.id, it.fates.map(({ fate }) => fate)]));
  for (const id of ids) expect(fates.get(id)).toEqual(["accepted"]);
  expect([fates.get(open), fates.get(marked)]).toEqual([["moved_along"], ["marked"]]);
  expect(await getAmendment(writer, point.id, marked)).toMatchObject({ state: "open", touched: true });
  expect(await getAmendment(writer, point.id, open)).toMatchObject({ state: "open", touched: false });
});

test("a consolidation is of what was shown: other words, settled ones and those in conflict are refused, and open ones hinder nobody", async () => {
  const world = await pointWorld();
  const { point, signer, writer, other } = world;
  const [one, two] = [
    await amend(signer, amendmentTo(world, matterOf("clause-1"))),
    await amend(signer, amendmentTo(world, matterOf("clause-1", "All of it anew."))),
  ];
  const make = (ids: string[], more: object = {}, expected = 1) =>
    refusalOf(consolidate(writer, consolidating(world, ids, more), expected));
  expect(await make([one])).toBe("CONFLICT amendmentNotAccepted");
  await handle(world, one);
  await handle(world, two);
  expect(await make([one, two])).toBe("CONFLICT amendmentsConflict");
  expect(await make([one], { digest: "0".repeat(64) })).toBe("CONFLICT textChanged");
  expect(await make([one], {}, 7)).toBe("PRECONDITION_FAILED changedMeanwhile");
  expect(await make([crypto.randomUUID()])).toBe("BAD amendments.0 invalid");
  const bySigner = consolidationInput.parse({ ...consolidating(world, [one]), onBehalfOf: other.slug });
  expect(await refusalOf(consolidate(signer, bySigner, 1))).toBe("FORBIDDEN notALead");
  await withdrawAmendment(signer, { id: point.id, amendment: two });
  expect(await make([two])).toBe("CONFLICT amendmentNotAccepted");
  expect(await make([one])).toBe(null);
  expect(await make([one], {}, 2)).toBe("BAD amendments.0 invalid");
  expect(await refusalOf(handle(world, one))).toBe("CONFLICT amendmentSettled");
  expect((await getAmendment(signer, point.id, two)).fates).toMatchObject([{ version: 2, fate: "withdrawn" }]);
});

test("who amended a clause does not judge its languages; an endorser confirms the consolidated words", async () => {
  const world = await pointWorld();
  const { point, signer, other, writer } = world;
  await endorse(signer, await answerFor(signer, point.id, other));
  const id = await amend(signer, amendmentTo(world, matterOf("clause-1")));
  await handle(world, id);
  await consolidate(writer, consolidating(world, [id]), 1);
  const { authorId } = await db.talkingPointClause.findFirstOrThrow({
    where: { talkingPointId: point.id, version: 2, key: "clause-1" },
  });
  expect(authorId).toBe(signer.personId);
  const { number: version, digest, obstacle } = await getTalkingPoint(signer, point.id);
  expect(obstacle).toBe("parityPending");
  const confirming = { id: point.id, organization: other.slug, version, digest };
  expect(await refusalOf(confirmEndorsement(signer, confirming))).toBe("CONFLICT parityPending");
});
