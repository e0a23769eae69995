import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readDocx } from "@/lib/platform/files/docx-read";
import { readZip } from "@/lib/platform/files/zip";
import { as, given } from "@/tests/support/builders";
import { askMarked, bareDocx, changePart, toMarkedFile } from "@/tests/support/marked-file";
import { pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { getTalkingPoint } from "./read.detail";
import { writeWord } from "./read.word";
import { amendmentInput } from "./schema.amendments";
import { amend } from "./write.amendments";
import { readMarkedUp } from "./write.marked-text";
import { postVersion } from "./write.versions";

const opened = (bytes: Uint8Array) => readZip(bytes, { entries: 100, bytes: 10_000_000 });
const by = 'w:id="900" w:author="Jane Doe" w:initials="JD" w:date="2026-06-03T09:30:00Z"';

/** A text that went out with an amendment as a comment, and comes back with words, a clause and a remark of a board. */
async function markedWorld() {
  const world = await pointWorld();
  const { point, writer, signer, other, lead } = world;
  const proposed = { kind: "words", clause: "clause-2", words: { en: "Clause 2, better." } };
  const said = { summary: { en: "Better" }, reason: { en: "It is." } };
  await amend(
    writer,
    amendmentInput.parse({ id: point.id, onBehalfOf: lead.slug, version: 1, open: true, ...proposed, ...said }),
  );
  const { name, bytes } = await writeWord(signer, { id: point.id, language: "en", comments: "amendments" });
  const marked = changePart(opened(bytes), "word/document.xml", (xml) =>
    xml.replace(
      /(<w:t[^>]*>)Clause 1 of ([^<]*)\.(<\/w:t><\/w:r>)(.*?<\/w:p>)/,
      `$1Clause 1 $3<w:ins ${by}><w:r><w:t xml:space="preserve">now </w:t></w:r></w:ins><w:r><w:t>of $2.</w:t></w:r>$4<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}><w:r><w:t>One clause more.</w:t></w:r></w:ins></w:p>`,
    ),
  );
  const commented = changePart(opened(marked), "word/comments.xml", (xml) =>
    xml.replace(
      "</w:comments>",
      `<w:comment w:id="77" ${by.slice(11)}><w:p><w:r><w:t>Since when?</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
  );
  const anchored = changePart(opened(commented), "word/document.xml", (xml) =>
    xml.replace(
      /<w:r><w:t>of ([^<]*)<\/w:t><\/w:r>/,
      '<w:commentRangeStart w:id="77"/>$&<w:commentRangeEnd w:id="77"/>',
    ),
  );
  return { ...world, name, bytes, file: toMarkedFile(anchored), slug: other.slug };
}

test("a preview names every row and stores nothing; what was seen is then stored, as drafts and comments of the organization", async () => {
  const { point, signer, other, file, slug } = await markedWorld();
  const preview = await readMarkedUp(signer, askMarked(point.id, slug, file));
  expect(preview.rows.map(({ what, clause, after, place, reason }) => [what, clause, after, place, reason])).toEqual([
    ["wording", 1, `Clause 1 now of ${point.slug}.`, null, null],
    ["new_clause", null, "One clause more.", 1, null],
    ["comment", 1, "Since when?", null, null],
  ]);
  expect(preview).toMatchObject({ version: 1, current: 1, language: "en", returned: 1, applied: null });
  const where = { talkingPointId: point.id, organizationId: other.id };
  expect([await db.amendment.count({ where }), await db.talkingPointComment.count({ where })]).toEqual([0, 0]);

  const { digest } = preview;
  const apply = (more: object) => readMarkedUp(signer, askMarked(point.id, slug, file, { preview: "false", ...more }));
  expect(await refusalOf(apply({}))).toBe("PRECONDITION_REQUIRED previewFirst");
  expect(await refusalOf(apply({ digest: "0".repeat(64) }))).toBe("PRECONDITION_FAILED markedChanged");
  expect(await refusalOf(apply({ digest, leaveOut: "1,2,3" }))).toBe("CONFLICT nothingMarked");
  expect((await apply({ digest, leaveOut: "2" })).applied).toEqual({ amendments: 1, comments: 1 });
  const [amendment] = await db.amendment.findMany({ where });
  expect(amendment).toMatchObject({
    ...{ kind: "words", state: "draft", number: null, clauseKey: "clause-1", version: 1, openedAt: null },
    ...{ wordsEn: `Clause 1 now of ${point.slug}.`, wordsFr: null },
  });
  const [comment] = await db.talkingPointComment.findMany({ where, include: { steps: true } });
  expect(comment).toMatchObject({ clauseKey: "clause-1", language: "en", steps: [{ kind: "said" }] });
  expect(`${comment?.quote} ${comment?.steps[0]?.text}`).toContain("Since when?");
  const kept = JSON.stringify(
    [amendment, comment, await db.activity.findMany({ orderBy: { id: "desc" }, take: 3 })],
    (_, it) => (typeof it === "bigint" ? String(it) : it),
  );
  expect(kept).not.toMatch(/Jane|Doe|"JD"|T09:30/);
});

test("the same file sent again stores nothing twice: every row names what the organization has of it already", async () => {
  const { point, signer, other, file, slug } = await markedWorld();
  const { digest } = await readMarkedUp(signer, askMarked(point.id, slug, file));
  const apply = (more: object = {}) =>
    readMarkedUp(signer, askMarked(point.id, slug, file, { preview: "false", digest, ...more }));
  const where = { talkingPointId: point.id, organizationId: other.id };
  const stored = async () => [await db.amendment.count({ where }), await db.talkingPointComment.count({ where })];
  expect((await apply({ leaveOut: "2" })).applied).toEqual({ amendments: 1, comments: 1 });
  const again = await apply();
  expect(again.applied).toEqual({ amendments: 1, comments: 0 });
  expect(again.rows.map(({ what, kept }) => [what, kept?.kind ?? null])).toEqual([
    ["already", "amendment"],
    ["new_clause", null],
    ["already", "comment"],
  ]);
  expect((await apply()).applied).toEqual({ amendments: 0, comments: 0 });
  expect(await stored()).toEqual([2, 1]);

  const named = (await readMarkedUp(signer, askMarked(point.id, slug, file))).rows.map(({ kept }) => kept);
  const drafts = await db.amendment.findMany({ where, select: { id: true } });
  expect(drafts.map(({ id }) => id).sort()).toEqual([named[0]?.id, named[1]?.id].sort());
  // Another organization's drafts are nobody's to learn of.
  const stranger = await given.organization();
  const theirs = await as(await given.signatory(stranger));
  const seen = await readMarkedUp(theirs, askMarked(point.id, stranger.slug, file));
  expect(seen.rows.map(({ kept }) => kept)).toEqual([null, null, null]);
});

test("a proof and an ask written in Word are drafted as key messages that say what they lack, and nothing is dropped", async () => {
  const { point, signer, other } = await pointWorld();
  const [one, two] = [1, 2].map((at) => `Clause ${at} of ${point.slug}.`);
  const words = ["Proof", "It was accepted in 2005.", "(Outcome, paragraph 138)", "Ask", "Name the office.", "Proof"];
  const file = toMarkedFile(bareDocx([one ?? "", ...words, two ?? ""]));
  const { rows, digest } = await readMarkedUp(signer, askMarked(point.id, other.slug, file));
  const written = rows.filter(({ after }) => after !== null);
  expect(written.map(({ what, after, reason, note }) => [what, after, reason ?? note])).toEqual([
    ["new_clause", "It was accepted in 2005.", "sourceToChoose"],
    ["unplaced", "(Outcome, paragraph 138)", "kindNeedsMore"],
    ["new_clause", "Name the office.", "officeToChoose"],
    ["unplaced", "Proof", "kindAlone"],
  ]);
  await readMarkedUp(signer, askMarked(point.id, other.slug, file, { preview: "false", digest }));
  const drafts = await db.amendment.findMany({
    where: { talkingPointId: point.id, organizationId: other.id },
    orderBy: { summaryEn: "desc" },
    select: { state: true, summaryEn: true, clauses: { select: { kind: true, en: true } } },
  });
  expect(drafts).toEqual([
    {
      ...{ state: "draft", summaryEn: "Proof: its source is to be added" },
      clauses: [{ kind: "key_message", en: "It was accepted in 2005." }],
    },
    {
      ...{ state: "draft", summaryEn: "Ask: whom it asks is to be added" },
      clauses: [{ kind: "key_message", en: "Name the office." }],
    },
  ]);
});

test("without bookmarks and properties the words alone are enough; another text is refused", async () => {
  const { point, signer, other } = await pointWorld();
  const bare = (words: string[]) =>
    readMarkedUp(signer, askMarked(point.id, other.slug, toMarkedFile(bareDocx(words))));
  const [one, two] = [1, 2].map((at) => `Clause ${at} of ${point.slug}.`);
  const { rows } = await bare([one ?? "", "One more.", two ?? ""]);
  expect(rows.filter(({ what }) => what === "new_clause")).toMatchObject([{ after: "One more." }]);
  expect(await refusalOf(bare(["Something else."]))).toBe("CONFLICT nothingRecognized");
  const another = await pointWorld();
  const { bytes } = await writeWord(signer, { id: another.point.id, language: "en" });
  expect(await refusalOf(readMarkedUp(signer, askMarked(point.id, other.slug, toMarkedFile(bytes))))).toBe(
    "CONFLICT markedAnotherText",
  );
});

test("a file of an earlier version is read against that version, and words that changed since are left as they are", async () => {
  const { point, signer, slug, file, writer, lead } = await markedWorld();
  const shown = await getTalkingPoint(writer, point.id);
  await postVersion(writer, rewrite(shown, lead, { clauses: { "clause-1": { en: "Another first." } } }), shown.version);
  const { rows, ...answer } = await readMarkedUp(signer, askMarked(point.id, slug, file));
  expect(answer).toMatchObject({ version: 1, current: 2 });
  expect(rows.map(({ what, reason }) => reason ?? what)).toEqual(["changedMeanwhile", "new_clause", "comment"]);
});

test("the text goes out with what changed since an earlier version, and with open amendments as comments alone", async () => {
  const { point, signer, bytes, name } = await markedWorld();
  expect(name).toBe(`${point.slug}-v1-en.docx`);
  const { comments, properties } = readDocx(bytes);
  expect(comments).toMatchObject([{ quote: `Clause 2 of ${point.slug}.` }]);
  expect(comments[0]?.text).toContain("Clause 2, better.");
  expect(properties.concertedDigest).toBe(point.digest);
  expect(await refusalOf(writeWord(signer, { id: point.id, language: "en", since: 2 }))).toBe(
    "NOT_FOUND noSuchVersion",
  );
});

test("a broken file is refused by its name and place, before anything is compared", async () => {
  const { point, signer, slug, bytes } = await markedWorld();
  const broken = changePart(opened(bytes), "word/document.xml", (xml) => xml.replace("</w:body>", ""));
  const reading = readMarkedUp(signer, askMarked(point.id, slug, toMarkedFile(broken)));
  await expect(reading).rejects.toMatchObject({
    ...{ code: "CONFLICT", reason: "brokenXml" },
    facts: { part: "word/document.xml", where: expect.stringContaining("word/document.xml ¶") },
  });
});
