import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { headsFile, keepHead } from "@/lib/activity/jobs";
import { db } from "@/lib/platform/db/client";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { findConfiguredTarget } from "./configured-target";
import { type CreatedBackup, createBackup } from "./create";
import { borrowedName, createEmptyDatabase, endWithoutSeal, forge, listLines, strangersKey } from "./fixtures";
import { rebuild } from "./rebuild";
import { listSealKeys, type SealKey } from "./seal";

// Each of these makes a database anew, or starts a program or two.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-sealed-"));
let taken: CreatedBackup;
let count = 0;
const makeTarget = () => createEmptyDatabase(inject("database"), `sealed_${process.pid}_${count++}`);

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), readReport());
  await keepHead("daily");
  taken = await createBackup(findConfiguredTarget().appUrl, folder);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

const pass = (line: string) => [line];
const isEnd = (line: string) => line.startsWith('#{"end"');

/** Three organizations that oppose support now, in what stands and in its copy; every digest is computed anew. */
function turnThree() {
  const turned = new Set<string>();
  const turn = (line: string) => {
    const [id = ""] = JSON.parse(line);
    if (!line.includes('"oppose"') || (turned.size === 3 && !turned.has(id))) return line;
    turned.add(id);
    return line.replace('"oppose"', '"support"');
  };
  return (line: string, table: string) => {
    if (table !== "Position" && table !== "PositionRevision") return [line];
    if (isEnd(line)) return [];
    return [line.startsWith("#") ? line : turn(line)];
  };
}

test("a backup in which three who oppose support is not sealed anew by who has the file and no BACKUP_KEY", async () => {
  const target = await makeTarget();
  const turned = await forge(taken.file, folder, turnThree(), strangersKey());
  const [was, is] = [await listLines(taken.file), await listLines(turned)];
  const changed = is.filter((line, i) => line !== was[i] && !line.startsWith("#"));
  expect(new Set(changed.map((line) => JSON.parse(line)[0])).size).toBe(3);
  await expect(rebuild(turned, target)).rejects.toThrow("was sealed with another key");
  const borrowed = await forge(taken.file, folder, turnThree(), borrowedName());
  await expect(rebuild(borrowed, target)).rejects.toThrow("sealed anew by somebody who does not have BACKUP_KEY");
  await expect(rebuild(borrowed, target, { withoutSeal: true })).rejects.toThrow("sealed anew by somebody");
  await expect(rebuild(endWithoutSeal(turned), target)).rejects.toThrow("has no seal");
  await withClient(target.appUrl, async (client) => {
    expect((await client.query(`SELECT FROM "Position"`)).rowCount).toBe(0);
  });
});

test("even sealed with the key, or taken without a seal, it is refused by the first row that the record says otherwise", async () => {
  const said =
    /^Position(Revision)? \(.*\) is not what it was left as: row \d+ of the record says otherwise\. With --with-faults/;
  const turned = await forge(taken.file, folder, turnThree());
  await expect(rebuild(turned, await makeTarget())).rejects.toThrow(said);
  await expect(rebuild(endWithoutSeal(turned), await makeTarget(), { withoutSeal: true })).rejects.toThrow(said);
});

test("a backup from before there were seals and heads comes back when the operator says so", async () => {
  const target = await makeTarget();
  const former = await forge(taken.file, folder, (line) => [
    line.replace('"format":2', '"format":1').replace(/"heads":\[.*?\],/, ""),
  ]);
  const { rows, sealedWith, heads } = await rebuild(endWithoutSeal(former), target, { withoutSeal: true });
  expect({ rows, sealedWith, heads: heads.inFile }).toEqual({ rows: taken.rows, sealedWith: null, heads: 0 });
});

test("heads noted outside the database travel in the backup, and a record that leads elsewhere is named by the first", async () => {
  const noted = await keepHead("daily");
  const { file, opening } = await createBackup(findConfiguredTarget().appUrl, folder);
  expect(opening.heads).toContainEqual(noted);
  const { heads } = await rebuild(file, await makeTarget());
  expect(heads).toEqual({ inFile: opening.heads.length, here: opening.heads.length + 1 });

  const other = await forge(file, folder, (line) => [line.replace(`"heads":[{"at"`, `"heads":[${untold},{"at"`)]);
  await expect(rebuild(other, await makeTarget())).rejects.toThrow(
    "Row 1 of the record is not the one that was noted outside the database on 2026-01-01T00:00:00.000Z",
  );
  // The file says nothing of it, and this machine noted it all the same.
  const kept = readFileSync(headsFile(), "utf8");
  writeFileSync(headsFile(), `${kept}${untold}\n`);
  await expect(rebuild(file, await makeTarget())).rejects.toThrow("Row 1 of the record is not the one");
  writeFileSync(headsFile(), untold);
  expect(await rebuild(file, await makeTarget())).toMatchObject({ heads: { here: 0 } });
  writeFileSync(headsFile(), kept);
});

const untold = JSON.stringify({
  ...{ at: "2026-01-01T00:00:00.000Z", rows: 1, id: "1", hash: "f".repeat(64), occasion: "daily" },
});

test("AUTH_SECRET seals a demonstration and nothing else", async () => {
  const key = listSealKeys().find((it) => it.demonstrationOnly) as SealKey;
  const demonstration = await forge(taken.file, folder, pass, key);
  expect(await rebuild(demonstration, await makeTarget())).toMatchObject({ sealedWith: key });
  const real = (line: string, table: string) =>
    table === "Network" ? (isEnd(line) ? [] : [line.replace('"demonstration"', '"real"')]) : [line];
  await expect(rebuild(await forge(taken.file, folder, real, key), await makeTarget())).rejects.toThrow(
    "sealed with AUTH_SECRET, which is enough for a demonstration alone",
  );
});
