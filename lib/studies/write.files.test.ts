import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { as, given } from "@/tests/support/builders";
import { makeVotesFile, toBytes } from "@/tests/support/study-files";
import { readStudy } from "./read";
import { formatNotes } from "./read.notes";
import { studyInput } from "./schema";
import { importStudy, type StudyNames } from "./write";

const names = (given: Partial<StudyNames> = {}): StudyNames => {
  const { votes: _, ...rest } = studyInput.parse({ votes: new File(["x"], "votes.csv"), titleEn: "A city asks" });
  return { ...rest, ...given };
};
const votesOf = (seed: number, participants = 60) => makeVotesFile({ participants, statements: 12, minds: 2, seed });
const convener = async () => as(await given.convener(await given.organization()));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, reason, facts }: { code?: string; reason?: string; facts?: object }) => ({ code, reason, ...facts }),
  );
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/polis/${name}.csv`));
const filesOf = (name: string) => ({ votes: fixture(`${name}.votes`), comments: fixture(`${name}.comments`) });
const t = async () => translatorIn("en");
const textOf = async (slug: string) =>
  new Map((await db.studyStatement.findMany({ where: { study: { slug } } })).map((it) => [it.key, it] as const));

test.each([
  [
    "c1-control",
    "0",
    "Its a Windows apostrophe".replace("Its", "It[U+0092]s"),
    /^Statement 0 holds control characters/,
  ],
  ["long-2500", "0", /^(word )+wor?d?…$|^(word )+…$/, /^Statement 0 is longer than 2,000 characters/],
])("%s: one odd statement is named and shown as far as it can be, and the rest is taken in", async (name, id, text, note) => {
  const { slug, notes } = await importStudy(await convener(), filesOf(name), names({ titleEn: name }));
  const words = await textOf(slug);
  expect(words.get(id)?.textEn).toEqual(typeof text === "string" ? text : expect.stringMatching(text));
  expect(words.get(id)?.textEn?.length).toBeLessThanOrEqual(2_000);
  expect([...words.values()].filter((it) => it.textEn).length).toBe(6);
  expect(formatNotes(await t(), notes)).toEqual([expect.stringMatching(note)]);
});

test("ids written as 0.0 find their words and their moderation", async () => {
  const { slug, notes } = await importStudy(await convener(), filesOf("id-as-float"), names({ titleEn: "Floats" }));
  const words = await textOf(slug);
  expect([words.get("0")?.textEn, words.get("2")?.moderatedOut, words.get("3")?.moderatedOut]).toEqual([
    "B0",
    true,
    false,
  ]);
  expect(notes).toEqual([]);
});

test("ids that match nothing are counted and said; where none matches, nothing is taken in", async () => {
  const viewer = await convener();
  const votes = toBytes(votesOf(31));
  const comments = "comment-id,moderated,comment-body\n0,1,Here\n40,1,Nowhere\n41,-1,Nowhere either\n";
  const { notes } = await importStudy(viewer, { votes, comments: toBytes(comments) }, names({ titleEn: "Partly" }));
  expect(notes.map(({ kind, ids }) => [kind, ids.length])).toEqual([
    ["wordless", 11],
    ["unmatched", 2],
  ]);
  expect(formatNotes(await t(), notes)).toEqual([
    "11 statements were voted on without words in the file of statements: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more.",
    "2 statements have words and no column of votes: 40, 41.",
  ]);
  const strange = { votes: toBytes(votesOf(32)), comments: toBytes(comments.replace("\n0,", "\n42,")) };
  expect(await refusal(importStudy(viewer, strange, names()))).toMatchObject({
    reason: "statementsNoneMatch",
    count: 3,
  });
});

test("words with commas and without quotation marks are joined where they stand last, and never cut", async () => {
  const viewer = await convener();
  const votes = toBytes(votesOf(33));
  const comments = (text: string) => ({ votes, comments: toBytes(text) });
  const cut = "comment-id,moderated,comment-body\n0,1,If we agree, we act, together\n1,-1,Plain\n";
  const { slug, notes } = await importStudy(viewer, comments(cut), names({ titleEn: "Joined" }));
  const words = await textOf(slug);
  expect(words.get("0")?.textEn).toBe("If we agree, we act, together");
  expect(notes[0]).toEqual({ kind: "joined", ids: ["0"] });
  const middle = "comment-id,comment-body,moderated\n0,If we agree, we act,1\n";
  expect(await refusal(importStudy(viewer, comments(middle), names()))).toMatchObject({
    reason: "statementsCellTooMany",
    line: 2,
  });
  const broken = "comment-id,moderated,comment-body\n0,1,First line\nand the second\n";
  expect(await refusal(importStudy(viewer, comments(broken), names()))).toMatchObject({
    reason: "statementsLineEndsEarly",
    line: 3,
  });
});

test.each([
  ["signs-turned", "votesSignsTurned", { rows: 12 }],
  ["importance-few-marks", "votesOtherExport", { name: "participant-importance.csv" }],
])("%s is refused by name, and nothing of it is kept", async (name, reason, facts) => {
  const before = await db.study.count();
  const votes = fixture(name);
  expect(await refusal(importStudy(await convener(), { votes }, names()))).toMatchObject({ reason, ...facts });
  expect(await db.study.count()).toBe(before);
});

test("what a spreadsheet made of the votes and the statements is the same consultation", async () => {
  const viewer = await convener();
  const { slug } = await importStudy(viewer, { votes: fixture("resaved-semicolons") }, names({ titleEn: "Resaved" }));
  expect(await readStudy(viewer, slug)).toMatchObject({ participants: 14, statements: 8 });
});

test("French column names: the reader is told, in their language, which columns are expected and which were found", async () => {
  const faultOf = await refusal(importStudy(await convener(), filesOf("french-heads"), names()));
  expect(faultOf).toMatchObject({
    reason: "statementsColumnMissing",
    name: "comment-id",
    found: "id, énoncé, modération",
  });
  const french = await translatorIn("fr");
  expect(french("errors.statementsColumnMissing", { line: 1, name: "comment-id", found: "id, énoncé" })).toMatch(
    /colonnes attendues sont comment-id, moderated et comment-body\. Trouvées\u00a0: id, énoncé/,
  );
});

test("another encoding is told as what it is, for each file", async () => {
  const viewer = await convener();
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
  const faultOf = async (files: Partial<Record<"votes" | "comments" | "summary", Uint8Array>>) =>
    refusal(importStudy(viewer, { votes: toBytes(votesOf(34)), ...files }, names()));
  expect(await faultOf({ votes: latin("participant,été\n1,1\n") })).toMatchObject({
    reason: "studyFileWindows1252",
    which: "votes",
  });
  expect(await faultOf({ votes: latin("participant,0\n1,1\nRené,1\n") })).toMatchObject({ which: "votes", line: 3 });
  const comments = latin("comment-id,moderated,comment-body\n0,1,L’été\n".replace("’", "'"));
  expect(await faultOf({ comments })).toMatchObject({ reason: "studyFileWindows1252", which: "statements", line: 2 });
  expect(await faultOf({ summary: latin("topic,Été") })).toMatchObject({
    reason: "studyFileWindows1252",
    which: "summary",
  });
});

test("what the export declares of its signs is heeded: turned votes are turned back, in a summary or in format.json", async () => {
  const viewer = await convener();
  const votes = fixture("signs-turned");
  const turned = "agree=-1;disagree=+1;pass=0;format=polis-export/1";
  const summary = toBytes(`topic,Turned, and said so\nvote-convention,${turned}\n`);
  const first = await importStudy(viewer, { votes, summary }, names({ titleEn: undefined }));
  expect(first.notes).toEqual([{ kind: "turned", ids: [] }]);
  expect((await readStudy(viewer, first.slug)).title.en).toBe("Turned, and said so");
  const straight = new TextDecoder().decode(votes).replace(/^(\d+,,\d+,\d+,)(\d+),(\d+),/gm, "$1$3,$2,");
  const digestOf = async (slug: string) => (await db.study.findUniqueOrThrow({ where: { slug } })).digest;
  const format = toBytes(JSON.stringify({ format: "polis-export/1", "vote-convention": turned }));
  const second = await importStudy(viewer, { votes, format }, names({ titleEn: "By the side", listing: "public" }));
  expect(await digestOf(second.slug)).toBe(await digestOf(first.slug));
  const plain = await importStudy(
    viewer,
    { votes: toBytes(straight) },
    names({ titleEn: "Unturned", listing: "public" }),
  );
  expect(await digestOf(plain.slug)).not.toBe(await digestOf(first.slug));
  const contradicted = { votes: toBytes(straight), summary };
  expect(await refusal(importStudy(viewer, contradicted, names()))).toMatchObject({ reason: "votesSignsTurned" });
  const odd = { votes, summary: toBytes("vote-convention,agree=yes\n") };
  expect(await refusal(importStudy(viewer, odd, names()))).toMatchObject({
    reason: "conventionUnreadable",
    said: "agree=yes",
  });
});
