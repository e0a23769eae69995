import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { toXlsx } from "@/lib/platform/files/xlsx";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { commentAs } from "@/tests/support/comment-world";
import { pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { makeBook, type TableCell } from "@/tests/support/table-files";
import { writeCommentTable } from "./read.comment-table";
import { listComments } from "./read.comments";
import { getTalkingPoint } from "./read.detail";
import { amendmentInput, handlingInput } from "./schema.amendments";
import { tableUpload } from "./schema.comment-table";
import { commentsInput } from "./schema.comments";
import { amend } from "./write.amendments";
import { readCommentTable } from "./write.comment-table";
import { handleAmendment } from "./write.handling";
import { postVersion } from "./write.versions";

type Named = { slug: string };
type UploadOptions = { preview?: "true" | "false"; digest?: string };
const ask = (
  viewer: Viewer,
  id: string,
  { slug }: Named,
  file: File,
  { preview = "true", digest }: UploadOptions = {},
) =>
  readCommentTable(
    viewer,
    tableUpload.parse({ params: { id }, query: { preview }, body: { organization: slug, file, digest } }),
    "en",
  );

async function send(viewer: Viewer, id: string, organization: Named, file: File) {
  const { digest } = await ask(viewer, id, organization, file);
  return ask(viewer, id, organization, file, { preview: "false", digest });
}

const head = ["Organization", "Version", "Clause", "Language", "Kind of comment", "Exact wording", "Comment"];
const columns = [...head, "Proposed wording", "Lead’s observation"];
const fileOf = (...rows: TableCell[][]) => makeBook([columns, ...rows]);

/** The rows of a table that somebody takes, without the sheet that explains them. */
async function take(viewer: Viewer, id: string, organization?: Named, language: "en" | "fr" = "en") {
  const input = { id, language, ...(organization && { organization: organization.slug }) };
  const { sheets } = await writeCommentTable(viewer, input);
  return { rows: sheets[0]?.rows ?? [], file: new File([await toXlsx(sheets)], "table.xlsx") };
}

test.each(["en", "fr"] as const)("a table that nobody filled in changes nothing: %s", async (language) => {
  const { other, signer, point } = await pointWorld({ clauses: 3 });
  await commentAs(signer, point.id, other, { text: "=1+1\n@SUM(A1)", quote: "Clause 1" });
  await commentAs(signer, point.id, other, { language: "fr", text: "« L’été », dit-elle" });
  const { rows, file } = await take(signer, point.id, other, language);
  expect(rows.length).toBe(2 + 1 + 3);
  const answer = await ask(signer, point.id, other, file);
  expect(answer.counts).toEqual({ comment: 0, amendment: 0, unchanged: rows.length, refused: 0 });
  expect(await refusalOf(send(signer, point.id, other, file))).toBe("CONFLICT tableHasNothing");
});

test("a row is a comment, or with proposed words a draft that its own organization alone reads; the file says nothing of whose", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const file = fileOf(
    [null, "1", "1", "English", "editorial", "Clause 1", "Say “line”.", null, null],
    [other.slug, null, "2", "fr", null, null, "Trop long.", "Passage deux.", null],
    [null, null, null, "français", "Technique", null, "L’ordre des passages.", null, null],
    [null, null, "2", "English", "general", null, null, null, null],
  );
  const preview = await ask(signer, point.id, other, file);
  expect(
    preview.rows.map(({ line, outcome, clause, language, kind }) => [line, outcome, clause, language, kind]),
  ).toEqual([
    [2, "comment", 1, "en", "editorial"],
    [3, "amendment", 2, "fr", "general"],
    [4, "comment", null, "fr", "technical"],
    [5, "unchanged", null, null, null],
  ]);
  expect(await db.talkingPointComment.count({ where: { talkingPointId: point.id } })).toBe(0);
  const { applied } = await send(signer, point.id, other, file);
  expect(applied).toEqual({ comments: 2, amendments: 1 });
  const { items } = await listComments(writer, commentsInput.parse({ id: point.id }));
  expect(items.map((it) => [it.organization.slug, it.text, it.quote, it.kind]).sort()).toEqual(
    [
      [other.slug, "L’ordre des passages.", null, "technical"],
      [other.slug, "Say “line”.", "Clause 1", "editorial"],
    ].sort(),
  );
  expect(await db.amendment.findMany({ where: { talkingPointId: point.id } })).toMatchObject([
    {
      ...{ state: "draft", kind: "words", clauseKey: "clause-2", wordsEn: null, wordsFr: "Passage deux." },
      ...{ reasonFr: "Trop long.", reasonEn: null, organizationId: other.id },
    },
  ]);
  const theirs =
    JSON.stringify((await take(writer, point.id, lead)).rows) + JSON.stringify((await take(writer, point.id)).rows);
  expect(theirs).not.toContain("Passage deux.");
  const told = await db.activity.findFirst({
    where: { subject: `talkingPoint/${point.id}`, kind: "commentTable.read" },
  });
  expect(told).toMatchObject({ facts: { comments: 2, amendments: 1, organization: other.id } });
});

test("what was filled in comes out as it went in, and says nothing new a second time", async () => {
  const { other, signer, point } = await pointWorld();
  const name = (await getTalkingPoint(signer, point.id)).viewer.organizations[0]?.organization.name.en ?? "";
  const filled = [
    ["1", "1", "English", "editorial", "Clause 1", "Say “line”.\nTwice.", ""],
    ["1", "2", "French", "technical", "", "Trop long.", "Passage deux."],
    ["1", "", "French", "general", "", "'=1+1", ""],
  ].map(([version, clause, language, kind, quote, comment, proposed]) => [
    ...[name, version, clause, language, kind, quote, comment, proposed, null].map((it) => it || null),
  ]);
  const file = fileOf(...filled);
  await send(signer, point.id, other, file);
  expect((await ask(signer, point.id, other, file)).counts).toMatchObject({ unchanged: 3, refused: 0 });
  const said = (await take(signer, point.id, other)).rows.filter((row) => row[8] !== null || row[9] !== null);
  const plain = (row: readonly unknown[]) => row.map((it) => (it === null ? "" : String(it)));
  const brought = said.map((row) => plain([...row.slice(0, 3), ...row.slice(5)]));
  expect(brought.sort()).toEqual(filled.map((row) => plain(row).map((it) => it.replace("'=", "="))).sort());
});

test("the leads’ replies and what they do with amendments are the observations of the table of all", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const id = await commentAs(signer, point.id, other, { text: "Too long." });
  await commentAs(writer, point.id, lead, { replyTo: id, text: "We shorten it in version 2." });
  const third = await given.organization();
  await commentAs(await as(await given.signatory(third)), point.id, third, { replyTo: id, text: "Keep it." });
  const { rows } = await take(writer, point.id);
  expect(rows.map((row) => [row[8], row[10]])).toEqual([
    ["Too long.", "We shorten it in version 2."],
    ["Keep it.", null],
  ]);
  // An observation is the leads': whoever fills in the table leaves it as it is.
  const own = await take(signer, point.id, other);
  expect((await ask(signer, point.id, other, own.file)).counts.refused).toBe(0);
});

test("rows that were said already are unchanged, whatever the leads and the words did since the table was taken", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const id = await commentAs(signer, point.id, other, { text: "Too long." });
  await commentAs(writer, point.id, lead, { replyTo: id, text: "We shorten it." });
  const words = { kind: "words", clause: "clause-2", words: { en: "Clause two, amended." } };
  const reasons = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };
  const to = { id: point.id, onBehalfOf: other.slug, version: 1, open: true };
  const amendment = await amend(signer, amendmentInput.parse({ ...to, ...words, ...reasons }));
  const handling = { id: point.id, amendment, onBehalfOf: lead.slug };
  await handleAmendment(writer, handlingInput.parse({ ...handling, handling: "accept" }));
  const { file, rows } = await take(signer, point.id, other, "fr");

  await commentAs(writer, point.id, lead, { replyTo: id, text: "In version 2." });
  await handleAmendment(writer, handlingInput.parse({ ...handling, handling: "refer" }));
  const change = { clauses: { "clause-2": { en: "Other words." } } };
  await postVersion(writer, rewrite(await getTalkingPoint(writer, point.id), lead, change), 1);
  expect((await ask(signer, point.id, other, file)).counts).toMatchObject({ unchanged: rows.length, refused: 0 });
  // What is new brings no observation of its own.
  const mine = fileOf([null, "1", "1", "en", null, null, "Said anew.", null, "Agreed."]);
  expect((await ask(signer, point.id, other, mine)).rows).toMatchObject([{ outcome: "refused" }]);
});

test("rows on words that moved on are comments on their version; words are proposed for what is in force", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const change = { clauses: { "clause-2": { en: "Other words." } } };
  await postVersion(writer, rewrite(await getTalkingPoint(writer, point.id), lead, change), 1);
  const { rows } = await ask(
    signer,
    point.id,
    other,
    fileOf(
      [null, "1", "2", "en", null, null, "On the earlier words.", null, null],
      [null, "1", "2", "en", null, null, null, "Words.", null],
      [null, "1", "1", "en", null, null, null, "Words.", null],
    ),
  );
  expect(rows.map(({ outcome, version, column, reason }) => [outcome, version, column, reason])).toEqual([
    ["comment", 1, null, null],
    ["refused", null, "Version", expect.stringContaining("reads otherwise in version 2")],
    ["amendment", 1, null, null],
  ]);
});

test("a preview that something happened after is not applied, nor is another file, nor one with a refused row", async () => {
  const { other, signer, point } = await pointWorld();
  const row = (text: string): TableCell[] => [null, null, "1", "en", null, null, text, null, null];
  const file = fileOf(row("First."));
  const { digest } = await ask(signer, point.id, other, file);
  const apply = (it: File, more: UploadOptions = { digest }) =>
    ask(signer, point.id, other, it, { preview: "false", ...more });
  expect(await refusalOf(apply(file, {}))).toBe("PRECONDITION_REQUIRED previewFirst");
  expect(await refusalOf(apply(fileOf(row("Second."))))).toBe("PRECONDITION_FAILED importChanged");
  await commentAs(signer, point.id, other, { text: "First." });
  expect(await refusalOf(apply(file))).toBe("PRECONDITION_FAILED importChanged");
  const broken = fileOf(row("Third."), [null, null, "9", "en", null, null, "Where?", null, null]);
  expect(await refusalOf(send(signer, point.id, other, broken))).toBe("CONFLICT importHasRefusals");
  expect(await db.talkingPointComment.count({ where: { talkingPointId: point.id } })).toBe(1);
});

test("a table is read for those who draft, and taken for one’s own organization alone", async () => {
  const { lead, other, signer, point } = await pointWorld();
  const file = fileOf([null, null, "1", "en", null, null, "Said.", null, null]);
  const bystander = await as(await given.memberOf(other));
  expect(await refusalOf(ask(bystander, point.id, other, file))).toBe("FORBIDDEN notDrafter");
  expect(await refusalOf(ask(signer, point.id, lead, file))).toBe("NOT_FOUND noSuchOrganization");
  expect(await refusalOf(take(signer, point.id, lead))).toBe("NOT_FOUND noSuchOrganization");
  const draft = await pointWorld({ status: "draft" });
  expect(await refusalOf(ask(draft.signer, draft.point.id, draft.other, file))).toBe("NOT_FOUND noSuchTalkingPoint");
  expect(await refusalOf(take(draft.signer, draft.point.id))).toBe("NOT_FOUND noSuchTalkingPoint");
});
