import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { describe as describeFile } from "./describe";
import { InputError } from "./fault";
import { formatReport } from "./format-report";
import { readCommandOptions } from "./options";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-votes-"));
let files = 0;

/** A file in a folder of its own, so that nothing lies beside it. */
function write(text: string | Uint8Array, name = "votes.csv", at = path.join(folder, String(files++))): string {
  const file = path.join(mkdtempSync(`${at}-`), name);
  writeFileSync(file, text);
  return file;
}

const head = "participant,group-id,n-comments,n-votes,n-agree,n-disagree";

/** Thirty people of two minds on eight statements, as Polis would export them. */
function makeVotes(order: (rows: string[][]) => string[][] = (rows) => rows): string {
  const rows = Array.from({ length: 30 }, (_, who) => {
    const votes = Array.from({ length: 8 }, (_, statement) =>
      (who + statement) % 9 === 0 ? "" : (who % 2) ^ (statement % 2) ? "1" : "-1",
    );
    const count = (of: string) => String(votes.filter((vote) => vote === of).length);
    return [String(who), "", "0", String(votes.filter(Boolean).length), count("1"), count("-1"), ...votes];
  });
  const table = order([[...head.split(","), ...Array.from({ length: 8 }, (_, at) => String(at))], ...rows]);
  return `${table.map((row) => row.join(",")).join("\n")}\n`;
}

const describe = async (file: string, ...args: string[]) =>
  (await describeFile(readCommandOptions([file, ...args]), {})).report;

async function faultOf(text: string | Uint8Array, ...args: string[]): Promise<string> {
  const file = write(text);
  const fault = await describe(file, ...args).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(InputError);
  return (fault as InputError).message.replace(`${file}: `, "");
}

test("a Polis export is described in the shape that was agreed on", async () => {
  const report = await describe(write(makeVotes()));
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining([
      ...["rows", "columns", "votes", "center", "components", "explained", "points", "groups", "k"],
      ...["consensus", "representative", "groupInformedConsensus"],
    ]),
  );
  expect(report.coalition).toBeUndefined();
  expect([report.rows, report.columns, report.k]).toEqual([30, 8, 2]);
  expect(Object.keys(report.points[0] ?? {})).toEqual(["id", "x", "y", "group"]);
  expect(report.components.map((it) => Object.keys(it).length)).toEqual([8, 8]);
  const [one, other] = report.groups;
  expect(new Set(one?.members.map((id) => Number(id) % 2)).size).toBe(1);
  expect((one?.size ?? 0) + (other?.size ?? 0)).toBe(30);
  expect(report.representative["0"]?.every(({ side }) => side === "agree" || side === "disagree")).toBe(true);
});

test("the order of lines and of columns changes not a byte", async () => {
  const expected = JSON.stringify(await describe(write(makeVotes())));
  const turned = makeVotes(([names = [], ...rows]) => [names, ...rows.toReversed()]);
  const mirrored = makeVotes((rows) => rows.map((row) => [row[0] ?? "", ...row.slice(1).toReversed()]));
  for (const text of [turned, mirrored]) expect(JSON.stringify(await describe(write(text)))).toBe(expected);
});

test("groups that are given are described as they are, and whoever is in none is in none", async () => {
  const groups = write(JSON.stringify({ 0: "north", 1: "north", 2: "south" }), "groups.json");
  const report = await describe(write(makeVotes()), "--groups", groups);
  expect(report.groups).toEqual([
    { id: "north", size: 2, members: [0, 1] },
    { id: "south", size: 1, members: [2] },
  ]);
  expect(report.points[3]?.group).toBeNull();
  expect(Object.keys(report.representative)).toEqual(["north", "south"]);
});

test("moderation stands in comments.csv beside the file, or in the file that is named", async () => {
  const file = write(makeVotes());
  const comments = 'comment-id,moderated,comment-body\n3,-1,"a line,\nand another"\n4,1,kept\n';
  const before = await describe(file);
  const named = await describe(file, "--comments", write(comments, "others.csv"));
  writeFileSync(path.join(path.dirname(file), "comments.csv"), comments);
  expect(await describe(file)).toEqual(named);
  expect(before.center[3]).not.toBe(0);
  expect([named.center[3], named.components[0]?.[3], named.extremity[3]]).toEqual([0, 0, 0]);
});

test("a coalition claims groups only where they are real, and shows its largest coalitions", async () => {
  const report = await describe(write(makeVotes()), "--mode", "coalition");
  expect(report.coalition?.clearGroups).toBe(true);
  expect(report.coalition?.frontier.every(({ proved }) => proved)).toBe(true);
  const one = await describe(write(`${head},0,1\na,,,,,,1,0.5\nb,,,,,,1,\nc,,,,,,1,-1\n`), "--mode", "coalition");
  expect(one.coalition?.clearGroups).toBe(false);
  expect([one.groups, one.k]).toEqual([[], 0]);
  expect(one.coalition?.frontier[0]?.organizations).toEqual(["a", "b", "c"]);
});

const ours = (
  cell: string,
) => `number,slug,title,theme,category,support,Cedar (red-cedar),Reservation of Cedar (red-cedar),Other (other)
1,one,"A title,
on two lines",t,divided,1,support_with_reservation,"in short
lines",oppose
2,two,T,t,divided,1,${cell},,not_recorded
`;

test("our own export is read as it is written, with reservations beside their stances", async () => {
  const report = await describe(write(ours("support")));
  expect([report.rows, report.columns, report.votes]).toEqual([2, 2, 3]);
  expect(report.points.map(({ id }) => id)).toEqual(["other", "red-cedar"]);
  expect(report.center).toEqual({ one: -0.25, two: 1 });
  const resaved = ours("support").replaceAll(",", ";").replace("A title;", "A title,");
  expect(await describe(write(resaved))).toEqual(report);
  expect(await faultOf(Buffer.from(ours("support").replace("Other", "été"), "latin1"))).toContain("Windows-1252");
  const asVotes = await describe(write(ours("undecided")), "--mode", "polis");
  expect(asVotes.center).toEqual({ one: 0, two: 0 });
});

test("a bad file is refused by line and column", async () => {
  expect(await faultOf(`${head},0,1\n1,,,,,,1,0\n2,,,,,,1,yes\n`)).toBe(
    "line 3, column 8: “yes” for statement “1” is not a vote: 1, 0, -1 or nothing.",
  );
  expect(await faultOf(`${head},0\n1,,,,,,0.5\n`)).toContain("line 2, column 7: “0.5”");
  expect(await faultOf(`${head},0,1\n1,,,,,,1\n`)).toContain("line 2, column 8: the line ends");
  expect(await faultOf(`${head},0\n1,,,,,,1,1\n`)).toContain("line 2, column 8: only 7 columns");
  expect(await faultOf(`${head},0\n1,,,,,,1\n1,,,,,,0\n`)).toContain("line 3, column 1: participant “1”");
  expect(await faultOf(`${head},0\n,,,,,,1\n`)).toContain("line 2, column 1");
  expect(await faultOf(`${head},0,0\n`)).toContain("line 1, column 8: “0”");
  expect(await faultOf(`${head},0\n1,,,,,,"1\n`)).toContain("line 2, column 7: a quotation mark");
  expect(await faultOf(`${head},0\n`)).toContain("line 2, column 1: there is no participant");
  expect(await faultOf("")).toContain("line 1, column 1");
  expect(await faultOf("a,b\n1,2\n")).toContain("line 1, column 1");
  expect(await faultOf(ours("suport"))).toBe("line 5, column 7: “suport” is not a stance.");
  const groups = write('{\n  "1": true\n}', "groups.json");
  await expect(describe(write(makeVotes()), "--groups", groups)).rejects.toThrow("line 2, column 3");
  await expect(describe(write(makeVotes()), "--groups", write("[1", "g.json"))).rejects.toThrow("this is not JSON");
});

test("marks, carriage returns, quotes, gaps of a table and an empty last line are no faults", async () => {
  const report = await describe(write(`\uFEFF${head},"0",1\r\n1,,,,,,"1",-1.0\r\n2,,,,,, 0 ,1.0\r\n\r\n`));
  expect([report.rows, report.columns, report.votes]).toEqual([2, 2, 4]);
  expect(report.center).toEqual({ 0: 0.5, 1: 0 });
});

const fixture = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../../tests/fixtures/polis/${name}.csv`));

test("files that look like votes are told what they are, in sentences", async () => {
  expect(await faultOf(fixture("signs-turned"))).toContain("the counts of 12 rows fit only if the signs are turned");
  expect(await faultOf(fixture("importance-few-marks"))).toContain("this is participant-importance.csv of the export");
  expect(await faultOf("timestamp,datetime,comment-id,voter-id,vote\n")).toContain("this is votes.csv of the export");
  expect(await faultOf(Buffer.from(`${head},été\n1,,,,,,1\n`, "latin1"))).toContain(
    "line 1, column 1: the file is in Windows-1252",
  );
  expect(await faultOf(Buffer.from(`${head},0\n1,,,,,,1\nRené,,,,,,1\n`, "latin1"))).toContain(
    "line 3, column 1: the file is in",
  );
});

test("what a spreadsheet saved anew is read: semicolons, separators at the end, UTF-16", async () => {
  const expected = JSON.stringify(await describe(write(makeVotes())));
  const resaved = `${makeVotes().replaceAll(",", ";").replaceAll("\n", "\r\n")};;;;;;;;;;;;;\r\n`;
  expect(JSON.stringify(await describe(write(resaved)))).toBe(expected);
  const wide = Buffer.from(`\ufeff${resaved}`, "utf16le");
  expect(JSON.stringify(await describe(write(wide)))).toBe(expected);
});

test("statements lie beside the votes by their dated names too, with ids as 0.0, commas and odd words", async () => {
  const file = write(makeVotes(), "2026-11-30-abc-participant-votes.csv");
  const companion = (name: string, text: string) => writeFileSync(path.join(path.dirname(file), name), text);
  companion("comments.csv", "comment-id,moderated,comment-body\n0,1,of another day\n");
  companion(
    "2026-11-30-abc-comments.csv",
    "comment-id,moderated,comment-body\n0.0,1,If we agree, we act\n3.0,-1,C\u0092est\n",
  );
  const { report, comments } = await describeFile(readCommandOptions([file]), {});
  expect([comments.texts.get(0), comments.texts.get(3)]).toEqual(["If we agree, we act", "C[U+0092]est"]);
  expect(report.center[3]).toBe(0);
  companion("2026-11-30-abc-comments.csv", "id,énoncé,modération\n0,B0,1\n");
  await expect(describe(file)).rejects.toThrow(
    "line 1, column 1: there is no column “comment-id”. The columns expected are comment-id, moderated and comment-body. Found: id, énoncé, modération.",
  );
});

test("signs that the export declares beside the votes are heeded", async () => {
  const file = write(makeVotes(), "participant-votes.csv");
  const declare = (name: string, text: string) => writeFileSync(path.join(path.dirname(file), name), text);
  const before = await describe(file);
  declare("summary.csv", "topic,T\nvote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1\n");
  expect(await describe(file)).toEqual(before);
  declare("summary.csv", "topic,T\nvote-convention,agree=-1;disagree=+1;pass=0\n");
  await expect(describe(file)).rejects.toThrow("fit only if the signs are turned");
  declare("summary.csv", "topic,T\n");
  declare("format.json", '{"vote-convention":"agree=yes"}');
  await expect(describe(file)).rejects.toThrow("declares its signs as “agree=yes”");
});

test("a table for people names what was computed", async () => {
  const { report, comments } = await describeFile(readCommandOptions([write(makeVotes())]), {});
  expect(formatReport(report, comments.texts).join("\n")).toMatch(
    /^30 participants, 8 statements, 214 votes[\s\S]*2 groups[\s\S]*Group 0/,
  );
});

test("the command prints JSON alone, tells its progress beside it, and ends with 2 at a bad file", () => {
  const run = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "bin/cli/agreement.ts", ...args], { input, encoding: "utf8" });
  const good = run(makeVotes(), "-", "--json");
  expect([good.status, JSON.parse(good.stdout).rows]).toEqual([0, 30]);
  expect(good.stderr).toContain("map");
  const bad = run(`${head},0\n1,,,,,,2\n`, "-", "--json");
  expect([bad.status, bad.stdout]).toEqual([2, ""]);
  expect(bad.stderr).toContain("-: line 2, column 7");
  expect(run("", "--mode", "other", "x.csv").status).toBe(2);
});
