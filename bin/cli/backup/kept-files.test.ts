import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { record } from "@/lib/accounts/activity";
import { db, transact } from "@/lib/platform/db/client";
import { maxFileBytes, storeFile } from "@/lib/platform/files/stored";
import { findConfiguredTarget } from "./configured-target";
import { createBackup } from "./create";
import { createEmptyDatabase } from "./fixtures";
import { readSections } from "./parse";
import { rebuild } from "./rebuild";
import { readLines, readTables } from "./tables";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-kept-files-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

const bytes = new Uint8Array(randomBytes(maxFileBytes));
const lengthOf = (lines: readonly string[]) => lines.reduce((sum, it) => sum + it.length, 0);
/** Of what is in memory at once; a file of ten megabytes is twenty when it is written out. */
const maxAtOnce = 6_000_000;

test("files travel in a backup a few pieces at a time, and come back as they were", async () => {
  const id = await transact(async (tx) => {
    const { id: personId } = await tx.person.create({ data: { email: "files@load.example" } });
    const stored = await storeFile(tx, { name: "a.pdf", type: "pdf", bytes });
    await record(tx, "passkey.added", { personId, token: null }, `person/${personId}`, { passkey: personId });
    return stored;
  });
  const { appUrl } = findConfiguredTarget();
  const atOnce: number[] = [];
  await withClient(appUrl, async (client) => {
    const pieces = (await readTables(client)).find(({ name }) => name === "FilePiece");
    if (!pieces) throw new Error("no table of pieces");
    await client.query("BEGIN");
    for await (const lines of readLines(client, pieces)) atOnce.push(lengthOf(lines));
    await client.query("COMMIT");
  });
  const taken = await createBackup(appUrl, folder);
  for await (const { rows } of readSections(taken.file)) for await (const lines of rows) atOnce.push(lengthOf(lines));
  expect(Math.max(...atOnce)).toBeLessThan(maxAtOnce);
  expect(atOnce.reduce((sum, it) => sum + it, 0)).toBeGreaterThan(4 * maxFileBytes);

  const target = await createEmptyDatabase(inject("database"), `kept_files_${process.pid}`);
  await rebuild(taken.file, target);
  const [row] = await withClient(target.appUrl, async (client) => {
    const { rows } = await client.query<{ digest: string; content: Buffer }>(
      `SELECT "digest", string_agg("content", ''::bytea ORDER BY "number") AS content FROM "StoredFile"
        JOIN "FilePiece" ON "fileId" = "id" WHERE "id" = $1 GROUP BY "digest"`,
      [id],
    );
    return rows;
  });
  expect(
    createHash("sha256")
      .update(row?.content ?? "")
      .digest("hex"),
  ).toBe(row?.digest);
});
