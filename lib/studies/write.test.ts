import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { makeStatementsFile, makeVotesFile, toBytes } from "@/tests/support/study-files";
import { describeStudies, describeStudy } from "./jobs";
import { listStatements, readProgress, readStudy, writeStudy } from "./read";
import { studyInput } from "./schema";
import { importStudy, removeStudy, type StudyNames } from "./write";

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
const idOf = async (slug: string) => (await db.study.findUniqueOrThrow({ where: { slug } })).id;

test("a convener takes a consultation in, the worker describes it, and its pages tell of groups and not of participants", async () => {
  const viewer = await convener();
  const files = { votes: toBytes(votesOf(1)), comments: toBytes(makeStatementsFile(12, [3])) };
  const { slug } = await importStudy(viewer, files, names());
  expect(slug).toBe("a-city-asks");
  expect(await readStudy(viewer, slug)).toMatchObject({ state: "waiting", findings: null, participants: 60 });
  await describeStudy(await idOf(slug));
  expect(await readProgress(viewer, slug)).toEqual({ state: "ready", done: 100 });
  const { findings } = await readStudy(viewer, slug);
  // Whoever voted fewer than seven times is in no group.
  expect(findings?.groups.map(({ letter }) => letter)).toEqual(["A", "B"]);
  expect(findings?.groups.reduce((sum, { size }) => sum + size, 0)).toBe(findings?.grouped);
  expect(findings?.grouped).toBeGreaterThan(50);
  for (const { representative } of findings?.groups ?? []) {
    expect(representative.length).toBeGreaterThan(0);
    expect(representative.map(({ key }) => key)).not.toContain("3");
  }
  expect(findings?.agreed.map(({ key, side }) => [key, side])).toContainEqual(["11", "agree"]);
  expect(findings?.together[0]).toMatchObject({ key: "11", text: { en: "Statement 11, in its own words", fr: null } });
  const { items, letters, total } = await listStatements(viewer, { slug, order: "together", limit: 5 });
  expect([total, items.length, letters, items[0]?.key]).toEqual([12, 5, ["A", "B"], "11"]);
  const { text } = await writeStudy(viewer, { slug, part: "statements", format: "csv", language: "en" });
  expect(text.split("\r\n")[0]).toContain("group_b_disagree");
  expect(text).toContain("Statement 11, in its own words");
});

test("ids of participants, whoever they name, are nowhere in the database", async () => {
  const secret = "person-who-voted@example.org";
  const votes = votesOf(2).replace("\n100,", `\n${secret},`);
  const { slug } = await importStudy(await convener(), { votes: toBytes(votes) }, names({ titleEn: "Nameless" }));
  await describeStudy(await idOf(slug));
  const [ballots, findings] = await Promise.all([db.studyBallots.findMany({}), db.studyFindings.findMany({})]);
  const { gunzipSync } = await import("node:zlib");
  const kept = ballots.map(({ packed }) => gunzipSync(packed).toString()).join();
  expect(kept).toContain("participant,0,1");
  expect(kept + JSON.stringify(findings)).not.toContain("person-who");
});

test("only the convener and administrators take in and away; whoever may not see a study is told that there is none", async () => {
  const keeper = await convener();
  const member = await as(await given.representative(await given.organization()));
  const votes = toBytes(votesOf(3));
  expect(await refusal(importStudy(member, { votes }, names()))).toMatchObject({ reason: "notStudyKeeper" });
  const { slug } = await importStudy({ ...visitor, administrator: true, personId: null }, { votes }, names());
  expect(await refusal(removeStudy(visitor, slug))).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusal(removeStudy(member, slug))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(readStudy(visitor, slug))).toMatchObject({ code: "NOT_FOUND" });
  const id = await idOf(slug);
  await describeStudy(id);
  const { digest } = await db.study.findUniqueOrThrow({ where: { id } });
  await removeStudy(keeper, slug);
  expect(await refusal(readStudy(keeper, slug))).toMatchObject({ code: "NOT_FOUND" });
  expect(await db.studyBallots.count({ where: { studyId: id } })).toBe(0);
  expect(await db.studyStatement.count({ where: { studyId: id } })).toBe(0);
  expect(await db.studyFindings.count({ where: { digest } })).toBe(0);
  const faultOf = await db.activity.findMany({ where: { subject: `study/${id}` }, orderBy: { id: "asc" } });
  expect(faultOf.map(({ kind }) => kind)).toEqual(["study.imported", "study.removed"]);
});

test("a bad file names line and column, and nothing of it is kept", async () => {
  const viewer = await convener();
  const votes = votesOf(4);
  const before = await db.study.count();
  const faultOf = async (files: { votes: string; comments?: string; summary?: string }, given = names()) =>
    refusal(
      importStudy(
        viewer,
        {
          votes: toBytes(files.votes),
          comments: files.comments === undefined ? undefined : toBytes(files.comments),
          summary: files.summary === undefined ? undefined : toBytes(files.summary),
        },
        given,
      ),
    );
  const lines = votes.split("\n");
  lines[2] = lines[2]?.replace(/,[^,]*$/, ",yes") ?? "";
  expect(await faultOf({ votes: lines.join("\n") })).toMatchObject({ reason: "votesNotAVote", line: 3, column: 18 });
  expect(await faultOf({ votes: "a,b\n1,2\n" })).toMatchObject({ reason: "votesParticipantColumnMissing", line: 1 });
  expect(await faultOf({ votes: "" })).toMatchObject({ reason: "votesNothing" });
  const statements = makeStatementsFile(12);
  const comments = (from: string, to: string) => ({ votes, comments: statements.replace(from, to) });
  expect(await faultOf(comments("comment-body", "words"))).toMatchObject({
    reason: "statementsColumnMissing",
    line: 1,
  });
  expect(await faultOf(comments("a day,4,", "a day,3,"))).toMatchObject({
    reason: "statementsTwice",
    line: 6,
    column: 3,
  });
  expect(await faultOf(comments('0,0,1,"Statement 5', '0,0,2,"Statement 5'))).toMatchObject({
    reason: "statementsNotModeration",
    line: 7,
    column: 7,
  });
  expect(await faultOf({ votes, summary: 'topic,"open' })).toMatchObject({ reason: "summaryUnreadable" });
  expect(await faultOf({ votes }, names({ titleEn: undefined }))).toMatchObject({ reason: "studyWithoutTitle" });
  expect(await db.study.count()).toBe(before);
});

test("the same votes are taken in once for each readership, described once, and a summary names what nobody named", async () => {
  const viewer = await convener();
  const [votes, summary] = [toBytes(votesOf(5)), toBytes("topic,What a town wants\nurl,https://pol.example/x\n")];
  const { slug } = await importStudy(viewer, { votes, summary }, names({ titleEn: undefined }));
  expect(slug).toBe("what-a-town-wants");
  expect(await refusal(importStudy(viewer, { votes }, names()))).toMatchObject({ reason: "studyIsHere", slug });
  await describeStudy(await idOf(slug));
  const at = async () => (await db.studyFindings.findFirstOrThrow({ orderBy: { at: "desc" } })).at.getTime();
  const first = await at();
  const { slug: open } = await importStudy(
    viewer,
    { votes },
    names({ titleEn: "What a town wants", listing: "public" }),
  );
  expect(open).toBe("what-a-town-wants-2");
  await describeStudy(await idOf(open));
  expect(await at()).toBe(first);
  expect((await readStudy(visitor, open)).findings).not.toBeNull();
});

test("what an earlier engine found is still told until it is described anew", async () => {
  const viewer = await convener();
  const { slug } = await importStudy(viewer, { votes: toBytes(votesOf(7)) }, names({ titleEn: "Described long ago" }));
  await describeStudy(await idOf(slug));
  const { digest } = await db.study.findUniqueOrThrow({ where: { slug } });
  const { findings } = await db.studyFindings.findUniqueOrThrow({ where: { digest } });
  const { apart: _, ...before } = findings as Record<string, Prisma.InputJsonValue>;
  await db.studyFindings.update({ where: { digest }, data: { engine: 1, findings: before } });
  expect((await readStudy(viewer, slug)).findings).toMatchObject({ apart: false, untold: null });
});

test("a lost job is made up for by night", async () => {
  const { slug } = await importStudy(await convener(), { votes: toBytes(votesOf(6)) }, names({ titleEn: "Forgotten" }));
  expect(await describeStudies()).toBeGreaterThan(0);
  expect(await readProgress(await convener(), slug)).toMatchObject({ state: "ready" });
  expect(await describeStudies()).toBe(0);
});
