import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { loadReport } from "./load-report";
import { readReport } from "./read-report";
import { digestTables } from "./table-digests";

const report = readReport();
const recorded = () => db.activity.count({ where: { kind: "content.loaded" } });
const wordingsOf = (slug: string) =>
  db.propositionVersion.findMany({ where: { proposition: { slug } }, orderBy: { number: "asc" } });

beforeAll(async () => {
  await loadReport(report);
});

describe("the report's content", () => {
  it("is there as its files have it", async () => {
    expect(await db.theme.count()).toBe(12);
    expect(await db.proposition.count()).toBe(40);
    expect(await db.dilemma.count()).toBe(8);
    expect(await db.dilemmaProposition.count()).toBe(24);
    expect(await db.recommendation.count({ where: { standing: true } })).toBe(57);
    expect(await db.recommendation.count({ where: { standing: false } })).toBe(3);
    expect(await db.timelineEvent.count()).toBe(41);
    expect(await db.libraryItem.count()).toBe(29);
    expect(await db.erratum.count()).toBe(34);
    expect(await db.glossaryTerm.count()).toBe(77);
    expect(await db.reportActor.count()).toBe(50);
    expect(await db.theme.count({ where: { regimeArea: "cross_cutting" } })).toBe(4);
    expect(await db.proposition.count({ where: { exclusiveSet: "outreach" } })).toBe(3);
  });

  it("is not changed by loading it again, and nothing is told", async () => {
    const before = await digestTables();
    expect(await loadReport(report)).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await digestTables()).toEqual(before);
    expect(await recorded()).toBe(1);
  });

  it("is loaded once when two load it together", async () => {
    const before = await digestTables();
    await Promise.all([loadReport(report), loadReport(report), loadReport(report)]);
    expect(await digestTables()).toEqual(before);
  });

  it("follows the files: a changed row changes in place, a row that is gone goes", async () => {
    const before = await db.glossaryTerm.findUniqueOrThrow({ where: { en: "peacekeeping" } });
    const glossary = report.glossary
      .filter((row) => row.en !== "embargo")
      .map((row) => (row.en === "peacekeeping" ? { ...row, note_en: "seen", note_fr: "vu" } : row));
    expect(await loadReport({ ...report, glossary })).toEqual({ added: 0, changed: 1, removed: 1 });
    const after = await db.glossaryTerm.findUniqueOrThrow({ where: { en: "peacekeeping" } });
    expect(after).toEqual({ ...before, noteEn: "seen", noteFr: "vu" });
    await loadReport(report);
  });

  it("is left as it was when a file cannot be followed to its end", async () => {
    const before = await digestTables();
    const themes = report.themes.filter((row) => row.slug !== "military").map((row) => ({ ...row, title_en: "Other" }));
    const propositions = report.propositions.filter((row) => row.theme_slug !== "military");
    await expect(loadReport({ ...report, themes, propositions })).rejects.toThrow(
      "prisma/seed/themes.csv slug military: is gone, but propositions or mandates stand under it",
    );
    expect(await digestTables()).toEqual(before);
  });

  it("lets rows change places", async () => {
    const last = report.propositions.length + 1;
    const turned = report.propositions.map((row) => ({ ...row, sort: last - row.sort }));
    await loadReport({ ...report, propositions: turned });
    expect((await db.proposition.findUniqueOrThrow({ where: { slug: "narrow-definition" } })).number).toBe(40);
    await loadReport(report);
    expect((await db.proposition.findUniqueOrThrow({ where: { slug: "narrow-definition" } })).number).toBe(1);
  });
});

describe("a proposition's words", () => {
  const reword = (slug: string, statement: string) => ({
    ...report,
    propositions: report.propositions.map((row) => (row.slug === slug ? { ...row, statement_en: statement } : row)),
  });

  it("become a second version when the file changes them, and the first stays", async () => {
    await loadReport(reword("africa-first", "Other words."));
    const [first, second, third] = await wordingsOf("africa-first");
    expect(first?.statementEn).toMatch(/^In the near term/);
    expect(second?.statementEn).toBe("Other words.");
    expect(third).toBeUndefined();
    const { currentVersion } = await db.proposition.findUniqueOrThrow({ where: { slug: "africa-first" } });
    expect(currentVersion).toBe(2);
  });

  it("are never overwritten beyond version 1", async () => {
    await loadReport(reword("africa-first", "Other words again."));
    expect(await wordingsOf("africa-first")).toHaveLength(2);
  });

  it("stay when the proposition leaves the file, behind the others and without its citation", async () => {
    const gone = { ...report, propositions: report.propositions.filter((row) => row.slug !== "narrow-definition") };
    const dilemmas = report.dilemmas.map((row) => ({
      ...row,
      proposition_slugs: row.proposition_slugs.filter((slug) => slug !== "narrow-definition"),
    }));
    const renumbered = gone.propositions.map((row, i) => ({ ...row, sort: i + 1 }));
    await loadReport({ ...gone, propositions: renumbered, dilemmas });
    const left = await db.proposition.findUniqueOrThrow({ where: { slug: "narrow-definition" } });
    expect(left).toMatchObject({ number: 41, sourceStance: null, locator: null });
    expect(await wordingsOf("narrow-definition")).toHaveLength(1);
    await loadReport(report);
    expect(await db.proposition.findUniqueOrThrow({ where: { slug: "narrow-definition" } })).toMatchObject({
      number: 1,
    });
  });
});
