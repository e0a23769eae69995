import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { ownerDb } from "@/tests/support/owner-db";
import { loadDemonstration, NoDemonstration } from "./load-demonstration";
import { loadReport } from "./load-report";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";
import { removeDemonstration } from "./remove-demonstration";
import { digestTables } from "./table-digests";

const report = readReport();
const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";

/** The tables that the report fills, beside the network's own row, the record and the schema's history. */
const reported = new Set([
  "Theme",
  "Proposition",
  "PropositionVersion",
  "Dilemma",
  "DilemmaProposition",
  "Recommendation",
  "TimelineEvent",
  "LibraryItem",
  "Erratum",
  "ReportActor",
  "GlossaryTerm",
  "Network",
  "Activity",
  "RowSalt",
  "_prisma_migrations",
]);

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), report);
});

describe("removing the demonstration", () => {
  it("is refused when a real organization is among it, and leaves everything", async () => {
    await ownerDb.organization.updateMany({ where: { slug: "driftwood" }, data: { fictional: false } });
    const before = await digestTables();
    await expect(removeDemonstration(ownerUrl)).rejects.toThrow(NoDemonstration);
    expect(await digestTables()).toEqual(before);
    await ownerDb.organization.updateMany({ where: { slug: "driftwood" }, data: { fictional: true } });
  });

  it("waits for nobody for long, and says so", async () => {
    const busy = new pg.Client({ connectionString: ownerUrl });
    await busy.connect();
    await busy.query('BEGIN; SELECT FROM "Position" LIMIT 1');
    await expect(removeDemonstration(ownerUrl)).rejects.toThrow("The database is at work: nothing is removed.");
    await busy.end();
    expect(await db.position.count()).toBeGreaterThan(0);
  });

  it("leaves the report, a database that is nobody's, and a record that begins with it", async () => {
    await removeDemonstration(ownerUrl);
    await loadReport(report);
    const filled = Object.entries(await digestTables()).filter(([, digest]) => !digest.startsWith("0:"));
    expect(new Set(filled.map(([table]) => table))).toEqual(reported);
    expect(await db.proposition.count()).toBe(40);
    expect((await db.network.findUniqueOrThrow({ where: { id: 1 } })).kind).toBe("undecided");
    const [first] = await db.activity.findMany({ orderBy: { id: "asc" } });
    expect(first).toMatchObject({ id: 1n, kind: "demonstration.removed", previousHash: "0".repeat(64) });
  });

  it("keeps history unchangeable afterwards, for the owner as well", async () => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await expect(owner.query('DELETE FROM "Activity"')).rejects.toThrow("append-only");
    await expect(owner.query('TRUNCATE "PropositionVersion" CASCADE')).rejects.toThrow("append-only");
    await owner.end();
  });

  it("finds nothing to remove a second time", async () => {
    await expect(removeDemonstration(ownerUrl)).rejects.toThrow("nothing is removed");
  });

  it("lets the demonstration come back", async () => {
    expect(await loadDemonstration(readDemonstration(), report)).toMatchObject({ organizations: 14, positions: 553 });
  });
});
