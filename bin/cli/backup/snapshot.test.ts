import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { record } from "@/lib/accounts/activity";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { removeDemonstration } from "@/prisma/seed/remove-demonstration";
import { findConfiguredTarget } from "./configured-target";
import { createBackup } from "./create";
import { createEmptyDatabase } from "./fixtures";
import { rebuild } from "./rebuild";
import { readSnapshot } from "./snapshot";
import type { Target } from "./target";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-snapshot-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

/** Things that belong together: somebody, their session and token, the record of it and a job, in one transaction. */
const write = () =>
  transact(async (tx) => {
    const email = `${randomUUID()}@load.example`;
    const { id: personId } = await tx.person.create({ data: { email } });
    const expiresAt = new Date(Date.now() + 3_600_000);
    await tx.session.create({ data: { personId, tokenHash: randomUUID(), expiresAt } });
    await enqueue(tx, "send_sign_in_link", { email, language: "en", next: null });
    const token = { personId, name: "t", scope: "read" as const, tokenHash: randomUUID(), expiresAt };
    await tx.accessToken.create({ data: token });
    await record(tx, "passkey.added", { personId, token: null }, `person/${personId}`, { passkey: personId });
  });

type Counts = { people: number; sessions: number; tokens: number; told: number; jobs: number };

const count = ({ appUrl }: Pick<Target, "appUrl">): Promise<Counts> =>
  withClient(appUrl, async (client) => {
    const { rows } = await client.query(`SELECT (SELECT count(*)::int FROM "Person") AS people,
      (SELECT count(*)::int FROM "Session") AS sessions, (SELECT count(*)::int FROM "AccessToken") AS tokens,
      (SELECT count(*)::int FROM "Activity") AS told, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`);
    return rows[0];
  });

const patient = { timeout: 15_000 };

test("a backup taken while others write holds all of each transaction or nothing of it", async () => {
  let writing = true;
  let written = 0;
  const writer = async () => {
    while (writing) {
      await write();
      written += 1;
    }
  };
  const writers = [writer(), writer(), writer(), writer()];
  await expect.poll(() => written, patient).toBeGreaterThan(20);
  const before = written;
  const backups = [
    await createBackup(findConfiguredTarget().appUrl, folder),
    await createBackup(findConfiguredTarget().appUrl, folder),
  ];
  await expect.poll(() => written, patient).toBeGreaterThan(before + 20);
  writing = false;
  await Promise.all(writers);

  for (const [i, { file, opening }] of backups.entries()) {
    const target = await createEmptyDatabase(inject("database"), `load_${process.pid}_${i}`);
    await rebuild(file, target);
    const found = await count(target);
    const { people } = found;
    expect(found).toEqual({ people, sessions: people, tokens: people, told: people, jobs: people });
    expect(opening.record.rows).toBe(people);
    expect(people).toBeGreaterThanOrEqual(before);
    expect(people).toBeLessThan(written);
  }
});

test("tables are not emptied while they are read", async () => {
  await db.network.update({ where: { id: 1 }, data: { kind: "demonstration" } });
  const people = await db.person.count();
  expect(people).toBeGreaterThan(0);
  const { ownerUrl, appUrl } = findConfiguredTarget();
  const snapshot = readSnapshot(appUrl, { rows: 0 });
  await snapshot.next();
  await expect(removeDemonstration(ownerUrl)).rejects.toThrow("at work");
  const ends: Record<string, number> = {};
  for await (const text of snapshot) {
    const said = text.startsWith("#") ? JSON.parse(text.slice(1)) : {};
    if (said.end) ends[said.end] = said.rows;
  }
  expect(ends).toMatchObject({ Person: people, Session: people, Activity: people });
});
