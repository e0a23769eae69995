import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { buildDiscussion } from "@/tests/support/build-comments";
import { as, given } from "@/tests/support/builders";
import { commentAs } from "@/tests/support/comment-world";
import { listStatements } from "@/tests/support/count-statements";
import { pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { replied } from "./jobs.comments";
import { writeCommentTable } from "./read.comment-table";
import { getThread, listComments } from "./read.comments";
import { getTalkingPoint } from "./read.detail";
import { commentsInput } from "./schema.comments";
import { listTalkingPointTasks } from "./tasks";
import { correctComment, editComment, reopenComment, resolveComment } from "./write.comments";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

const listed = (viewer: Parameters<typeof listComments>[0], id: string, more: object = {}) =>
  listComments(viewer, commentsInput.parse({ id, ...more }));

test("a comment stands at its clause with the words it quotes, in its own language, and is replied to", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const fr = { language: "fr", quote: "Passage 1 de", text: "« Passage » est trop large." };
  const id = await commentAs(signer, point.id, other, fr);
  const replyId = await commentAs(writer, point.id, lead, {
    replyTo: id,
    quote: "Clause 1",
    text: "We could say “line”.",
  });
  const { items, total, viewer } = await listed(signer, point.id);
  expect([total, viewer.speaksFor]).toEqual([1, [other.slug]]);
  expect(items[0]).toMatchObject({
    ...{ id, ...fr, version: 1, clause: { key: "clause-1", number: 1 }, inPlace: true, state: "open", settled: null },
    organization: { slug: other.slug },
    replies: [{ id: replyId, language: "en", quote: "Clause 1", organization: { slug: lead.slug } }],
  });
  expect(await refusalOf(commentAs(writer, point.id, lead, { replyTo: replyId }))).toBe("CONFLICT repliesOneLevel");
  expect((await db.activity.findMany({ where: { subject: `talkingPoint/${point.id}` } })).map((it) => it.kind)).toEqual(
    ["comment.said", "comment.replied"],
  );
});

test("words that do not stand in that clause in that language are no quote", async () => {
  const { other, signer, point } = await pointWorld();
  for (const said of [
    { quote: "Passage 1" },
    { quote: "Clause 1", language: "fr" },
    { quote: "Clause 1", clause: "clause-2" },
    { quote: "clause 1" },
  ])
    expect(await refusalOf(commentAs(signer, point.id, other, said))).toBe("BAD quote notInText");
  expect(await refusalOf(commentAs(signer, point.id, other, { clause: "clause-9" }))).toBe("NOT_FOUND noSuchClause");
  expect(await refusalOf(commentAs(signer, point.id, other, { version: 2 }))).toBe("NOT_FOUND noSuchVersion");
  expect(await refusalOf(commentAs(signer, point.id, other, { amendment: randomUUID() }))).toBe(
    "NOT_FOUND noSuchAmendment",
  );
});

test("whoever drafts comments; a retired point takes none, and a draft is discussed at home alone", async () => {
  const { other, lead, writer, signer, point } = await pointWorld();
  const bystander = await as(await given.memberOf(other));
  expect(await refusalOf(commentAs(bystander, point.id, other))).toBe("FORBIDDEN notDrafter");
  expect(await refusalOf(commentAs(signer, point.id, lead))).toBe("FORBIDDEN notYourOrganization");
  const retired = await pointWorld({ status: "retired" });
  expect(await refusalOf(commentAs(retired.signer, retired.point.id, retired.other))).toBe("CONFLICT pointRetired");
  const draft = await pointWorld({ status: "draft" });
  const id = await commentAs(draft.writer, draft.point.id, draft.lead);
  expect(await refusalOf(listed(draft.signer, draft.point.id))).toBe("NOT_FOUND noSuchTalkingPoint");
  expect((await listed(draft.writer, draft.point.id)).items.map((it) => it.id)).toEqual([id]);
  expect((await listed(writer, point.id)).items).toEqual([]);
});

test("what was said of a version before it was opened stays with those who wrote it", async () => {
  const { lead, writer, signer, other, point } = await pointWorld({ status: "draft" });
  const early = await commentAs(writer, point.id, lead);
  await postVersion(
    writer,
    rewrite(await getTalkingPoint(writer, point.id), lead, { clauses: { "clause-2": null } }),
    1,
  );
  await changeStatus(writer, { id: point.id, onBehalfOf: lead.slug, status: "in_discussion" });
  const later = await commentAs(signer, point.id, other);
  expect((await listed(signer, point.id)).items.map((it) => it.id)).toEqual([later]);
  expect((await listed(writer, point.id)).items.map((it) => it.id)).toEqual([later, early]);
  expect(await refusalOf(getThread(signer, point.id, early))).toBe("NOT_FOUND noSuchComment");
  expect(await refusalOf(commentAs(signer, point.id, other, { replyTo: early }))).toBe("NOT_FOUND noSuchComment");
});

test("what was said of a draft stays at home where its words are opened as they stand", async () => {
  const { lead, writer, signer, other, point } = await pointWorld({ status: "draft" });
  const colleague = await as(await given.signatory(lead));
  const early = await commentAs(colleague, point.id, lead, { text: "Said at home." });
  await changeStatus(writer, { id: point.id, onBehalfOf: lead.slug, status: "in_discussion" });
  const answer = await commentAs(writer, point.id, lead, { replyTo: early, text: "Answered at home." });
  const later = await commentAs(signer, point.id, other);
  const idsFor = async (viewer: typeof writer) => (await listed(viewer, point.id)).items.map(({ id }) => id);
  expect(await idsFor(signer)).toEqual([later]);
  expect(await idsFor(writer)).toEqual([later, early]);
  for (const id of [early, answer]) {
    expect(await refusalOf(getThread(signer, point.id, id))).toBe("NOT_FOUND noSuchComment");
    expect(await refusalOf(commentAs(signer, point.id, other, { replyTo: id }))).toBe("NOT_FOUND noSuchComment");
  }
  const table = async (viewer: typeof writer) =>
    JSON.stringify(await writeCommentTable(viewer, { id: point.id, language: "en" }));
  expect(await table(signer)).not.toContain("at home");
  expect(await table(writer)).toContain("Said at home.");
});

test("when the words move on, a remark on a clause that stayed is in place, and one on a changed or dropped clause is not", async () => {
  const { lead, other, writer, signer, point } = await pointWorld({ clauses: 3 });
  const at = (clause: string) => commentAs(signer, point.id, other, { clause });
  const [stays, changes, goes] = [await at("clause-1"), await at("clause-2"), await at("clause-3")];
  const change = { clauses: { "clause-2": { fr: "Autrement dit." }, "clause-3": null } };
  await postVersion(writer, rewrite(await getTalkingPoint(writer, point.id), lead, change), 1);
  const { items } = await listed(signer, point.id);
  const places = Object.fromEntries(items.map((it) => [it.id, [it.inPlace, it.version]]));
  expect(places).toEqual({ [stays]: [true, 1], [changes]: [false, 1], [goes]: [false, 1] });
});

test("its author changes a comment for 15 minutes, and nobody else does; later a correction stands beside it", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const id = await commentAs(signer, point.id, other, { text: "First." });
  const key = { id: point.id, comment: id };
  const colleague = await as(await given.signatory(other));
  for (const viewer of [writer, colleague])
    for (const act of [editComment, correctComment])
      expect(await refusalOf(act(viewer, { ...key, text: "Mine." }))).toBe("FORBIDDEN notYourComment");
  await editComment(signer, { ...key, text: "Second." });
  expect(await getThread(writer, point.id, id)).toMatchObject({
    ...{ text: "Second.", corrections: [] },
    viewer: { editUntil: null, mayCorrect: false },
  });
  const early = await as(await given.signatory(lead));
  expect(early.personId).not.toBe(signer.personId);
  const old = await db.talkingPointComment.create({
    data: {
      ...{ talkingPointId: point.id, version: 1, clauseKey: "clause-1", language: "en", organizationId: other.id },
      ...{ authorId: signer.personId ?? "", at: new Date(Date.now() - 15 * 60_000) },
      steps: {
        create: [
          {
            ...{ number: 1, kind: "said", text: "Old.", organizationId: other.id, actorId: signer.personId ?? "" },
            at: new Date(Date.now() - 15 * 60_000),
          },
        ],
      },
    },
  });
  const oldKey = { id: point.id, comment: old.id };
  expect(await refusalOf(editComment(signer, { ...oldKey, text: "New." }))).toBe("CONFLICT editOver");
  await correctComment(signer, { ...oldKey, text: "New." });
  expect(await refusalOf(correctComment(signer, { ...oldKey, text: "New." }))).toBe("CONFLICT commentUnchanged");
  expect(await getThread(signer, point.id, old.id)).toMatchObject({
    ...{ text: "Old.", corrections: [{ text: "New." }], viewer: { editUntil: null, mayCorrect: true } },
  });
});

test("a remark is settled by a lead or its own organization, once, and opened again", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const third = await given.organization();
  const stranger = await as(await given.signatory(third));
  const id = await commentAs(signer, point.id, other);
  const reply = await commentAs(stranger, point.id, third, { replyTo: id });
  const key = (organization: { slug: string }) => ({ id: point.id, comment: id, onBehalfOf: organization.slug });
  expect(await refusalOf(resolveComment(stranger, key(third)))).toBe("FORBIDDEN notYoursToSettle");
  expect(await refusalOf(resolveComment(writer, { ...key(lead), comment: reply }))).toBe("CONFLICT settleTheThread");
  const both = await Promise.all([
    refusalOf(resolveComment(writer, key(lead))),
    refusalOf(resolveComment(signer, key(other))),
  ]);
  expect(both.sort()).toEqual(["CONFLICT settledAlready", null].sort());
  expect((await listed(signer, point.id, { state: "open" })).total).toBe(0);
  expect((await listed(signer, point.id, { state: "resolved" })).items[0]).toMatchObject({ id, state: "resolved" });
  await reopenComment(signer, key(other));
  expect(await getThread(writer, point.id, id)).toMatchObject({ state: "open", settled: { by: { slug: other.slug } } });
  expect(await refusalOf(reopenComment(writer, key(lead)))).toBe("CONFLICT settledAlready");
});

test("remarks that no lead replied to are one task of those who hold the pen", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const waiting = async (viewer: typeof writer) =>
    (await listTalkingPointTasks(viewer)).filter((it) => it.kind === "comments" && it.thing === point.slug);
  const [first, second] = [await commentAs(signer, point.id, other), await commentAs(signer, point.id, other)];
  await commentAs(writer, point.id, lead);
  expect(await waiting(writer)).toMatchObject([{ organization: lead.slug, facts: { count: 2, mayWrite: true } }]);
  expect(await waiting(signer)).toEqual([]);
  await commentAs(writer, point.id, lead, { replyTo: first });
  await resolveComment(signer, { id: point.id, comment: second, onBehalfOf: other.slug });
  expect(await waiting(writer)).toEqual([]);
});

test("who is replied to is mailed, as long as they write for the organization, and nobody for their own reply", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const id = await commentAs(signer, point.id, other);
  const answer = await commentAs(writer, point.id, lead, { replyTo: id });
  const own = await commentAs(signer, point.id, other, { replyTo: id });
  const ask = (comment: string) => replied.recipients({ subjectId: point.id, facts: { comment } });
  expect([await ask(answer), await ask(own), await ask(id)]).toEqual([[signer.personId], [], []]);
  await db.mandate.updateMany({ where: { personId: signer.personId ?? "" }, data: { revokedAt: new Date() } });
  expect(await ask(answer)).toEqual([]);
});

test("a discussion is read page by page, and a day's end shows what had been said by then", async () => {
  const { other, signer, point } = await pointWorld();
  const ids = [];
  for (let at = 0; at < 5; at++) ids.push(await commentAs(signer, point.id, other, { text: `Remark ${at}.` }));
  const seen = [];
  let cursor: string | undefined;
  do {
    const page = await listed(signer, point.id, { limit: 2, cursor });
    seen.push(...page.items.map((it) => it.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(ids.reverse());
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  expect(await listed(signer, point.id, { asOf: yesterday })).toMatchObject({ total: 0, viewer: { speaksFor: [] } });
});

test("five hundred comments are read with as many statements as five", async () => {
  const { other, signer, point } = await pointWorld();
  const add = (count: number) =>
    buildDiscussion({ point, organization: other, author: signer.personId ?? "", count, clauses: 2 });
  await add(5);
  const few = await listStatements(() => listed(signer, point.id).then(() => undefined));
  await add(495);
  const many = await listStatements(() => listed(signer, point.id).then(() => undefined));
  expect((await listed(signer, point.id)).total).toBe(400);
  expect(many.length).toBe(few.length);
});
