import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { makeStatementsFile, makeVotesFile } from "@/tests/support/study-files";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-studies-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

function studies(...args: string[]) {
  const words = ["--conditions=react-server", "--import", "tsx", "bin/cli/studies.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const votes = makeVotesFile({ participants: 60, statements: 12, minds: 2, seed: 81 });

test("a folder from Polis is taken in and described, and listed with its size; a second time it is not", async () => {
  write("participants-votes.csv", votes);
  write("comments.csv", makeStatementsFile(12, [3]));
  write("summary.csv", "topic,What a town wants\nurl,https://pol.example/x\n");
  const first = studies("import", folder, "--listing", "public");
  expect(first).toMatchObject({ status: 0, stdout: "what-a-town-wants: 60 participants, 12 statements\n" });
  expect(first.stderr).toContain("of 100");
  const { stdout } = studies("list");
  expect(stdout.split("\t").slice(0, 4)).toEqual(["what-a-town-wants", "public", "ready", "60"]);
  const again = studies("import", folder, "--listing", "public");
  expect(again).toMatchObject({ status: 1, stdout: "" });
  expect(again.stderr).toContain("“what-a-town-wants”");
  expect(await db.study.count()).toBe(1);
}, 60_000);

test("a bad file is named by line and column on stderr, ends with code 2 and leaves nothing", async () => {
  const before = await db.study.count();
  const lines = votes.split("\n");
  lines[2] = lines[2]?.replace(/,[^,]*$/, ",perhaps") ?? "";
  write("bad.csv", lines.join("\n"));
  const told = studies("import", path.join(folder, "bad.csv"), "--title-en", "Bad");
  expect(told).toMatchObject({ status: 2, stdout: "" });
  expect(told.stderr).toContain("line 3, column 18: “perhaps” for statement “11” is not a vote");
  expect(await db.study.count()).toBe(before);
}, 60_000);

test("an export since 2024 is found by its dated names, and what was odd is told in sentences beside the answer", async () => {
  const dated = mkdtempSync(path.join(folder, "dated-"));
  const put = (name: string, text: string) => writeFileSync(path.join(dated, `2026-11-30-abc-${name}`), text);
  put("participant-votes.csv", makeVotesFile({ participants: 50, statements: 10, minds: 2, seed: 82 }));
  put(
    "comments.csv",
    `comment-id,moderated,comment-body\n0.0,1,If we agree, we act\n1,1,${"word ".repeat(500)}\n77,1,Nowhere\n`,
  );
  put("summary.csv", "topic,Dated\nvote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1\n");
  const { status, stdout, stderr } = studies("import", dated);
  expect([status, stdout]).toEqual([0, "dated: 50 participants, 10 statements\n"]);
  expect(stderr).toContain("Statement 0 has commas without quotation marks around the words.");
  expect(stderr).toContain("Statement 1 is longer than 2,000 characters.");
  expect(stderr).toContain("1 statement has words and no column of votes: 77.");
  put("again-participants-votes.csv", "participant,0\n1,1\n");
  expect(studies("import", dated).stderr).toContain("several files of votes");
  expect(studies("import", mkdtempSync(path.join(folder, "empty-"))).stderr).toContain(
    "there is no participant-votes.csv",
  );
}, 60_000);

test("a refusal is a sentence with its numbers, never a template with its braces", () => {
  const wide = Array.from({ length: 10_001 }, (_, at) => at).join(",");
  write("wide.csv", `participant,${wide}\n1${",".repeat(10_001)}\n`);
  const told = studies("import", path.join(folder, "wide.csv"), "--title-en", "Wide");
  expect(told.stderr).toContain("there are more than 10,000 statements.");
  const language = studies("import", path.join(folder, "wide.csv"), "--language", "de");
  expect(language.stderr).toMatch(/^language: /);
  for (const { stderr } of [told, language]) expect(stderr).not.toMatch(/[{}]/);
}, 60_000);

test("what is no command shows the usage, and a file that is not there says so", () => {
  expect(studies("take")).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("usage: npm run") });
  const absent = studies("import", path.join(folder, "absent.csv"), "--title-en", "Absent");
  expect(absent).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("ENOENT") });
}, 60_000);
