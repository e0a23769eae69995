import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { requestLink } from "@/lib/accounts/write";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { createEmptyDatabase } from "./fixtures";

const root = path.resolve(import.meta.dirname, "../../..");
// Each of these makes a database anew, or starts a program or two.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-commands-"));
let file: string;

function run(name: string, args: string[], more: Record<string, string> = {}) {
  const words = ["--conditions=react-server", "--import", "tsx", `bin/cli/${name}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder, ...more },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), readReport());
  await requestLink("192.0.2.1", { email: "rep.red-cedar@demo.example", language: "en" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

test("a backup is made in one command, which says what it wrote in one line", () => {
  const { status, stdout, stderr } = run("backup", ["backups"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const said = /^(\S+)\t(\d+) rows\t(\d+) bytes\tsha256 [0-9a-f]{64}\n$/.exec(stdout);
  file = said?.[1] ?? "";
  expect(path.dirname(file)).toBe(path.join(folder, "backups"));
  expect(readFileSync(file)).toHaveLength(Number(said?.[3]));
  const heads = readFileSync(path.join(env().dataDirectory, "record-heads.jsonl"), "utf8");
  expect(JSON.parse(heads)).toMatchObject({ occasion: "backup", rows: expect.any(Number) });
});

test("it counts after a test restore on a server of its own; with one byte changed, it does not", () => {
  expect(run("backup-verify", [file])).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /^\d+ tables, \d+ rows, chain whole; heads kept outside that agree: \d+ in the backup, \d+ here; sealed with key [0-9a-f]{16}\n$/,
    ),
    stderr: "",
  });
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(`${file}.changed`, bytes);
  expect(run("backup-verify", [`${file}.changed`])).toEqual({
    status: 1,
    stdout: "",
    stderr: `${file}.changed is not what was written: some of it was changed, or its end is missing.\n`,
  });
});

test("restored elsewhere, everybody signs in again, the work waits, and the record says what happened", async () => {
  const { appUrl, ownerUrl } = await createEmptyDatabase(inject("database"), `restored_${process.pid}`);
  const place = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, CONCERTED_DATA_DIR: path.join(folder, "data") };
  mkdirSync(place.CONCERTED_DATA_DIR);
  const { status, stdout, stderr } = run("restore", [file], place);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(
    /^\d+ tables, \d+ rows, chain whole; heads .* here; sealed with key [0-9a-f]{16}; jobs that wait for the worker: 3\nEveryone signs in again/,
  );

  await withClient(appUrl, async (client) => {
    const { rows } = await client.query(`SELECT (SELECT count(*)::int FROM "Session") AS sessions,
      (SELECT count(*)::int FROM "Person") AS people, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs,
      (SELECT kind FROM "Activity" ORDER BY id DESC LIMIT 1) AS last`);
    expect(rows[0]).toEqual({ sessions: 0, people: await db.person.count(), jobs: 3, last: "backup.restored" });
  });
  const verdict = run("audit-verify", [], place);
  expect(verdict).toMatchObject({ status: 0, stdout: expect.stringContaining("heads kept outside that agree: 1") });
  expect(run("restore", [file], place)).toMatchObject({ status: 1, stderr: expect.stringContaining("is not empty") });
});

test("with a BACKUP_KEY that is too short no backup is made, and the reason is said in one line", () => {
  expect(run("backup", ["backups"], { BACKUP_KEY: "short" })).toEqual({
    status: 1,
    stdout: "",
    stderr: "Configuration: BACKUP_KEY: must be at least 32 characters\n",
  });
});

test("restoring refuses a file that this key did not seal, unless the operator takes it as it is; the record says which", async () => {
  const { appUrl, ownerUrl } = await createEmptyDatabase(inject("database"), `other_key_${process.pid}`);
  const place = {
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, CONCERTED_DATA_DIR: path.join(folder, "other") },
    BACKUP_KEY: "another-key-than-the-one-it-was-made-with-0123456789",
  };
  mkdirSync(place.CONCERTED_DATA_DIR);
  expect(run("restore", [file], place).stderr).toContain("sealed with another key");
  const { status, stdout } = run("restore", [file, "--without-seal"], place);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("NOT SEALED") });
  await withClient(appUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT kind, facts->'sealed' AS sealed FROM "Activity" ORDER BY id DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ kind: "backup.restored", sealed: false }]);
  });
});
