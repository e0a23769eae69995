import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tableWorld } from "@/tests/support/table-world";
import { writeCommentTable } from "./read.comment-table";
import { tableUpload } from "./schema.comment-table";
import { readCommentTable } from "./write.comment-table";

const own = { en: "Table Rock Collective", fr: "Collectif de la Table" };
const wordingsOf = (clause: number | null) =>
  clause === null ? [null, null] : [`Clause ${clause} of table-point.`, `Passage ${clause} de table-point.`];

/** What was filled in, as the table has it again: clause, language, kind, exact words, comment, proposed words. */
const english = [
  [null, "English", "technical", null, "The order of the clauses.\nTwo lines.", null],
  [1, "English", "editorial", "Clause 1", "Say “line”.", null],
  [2, "French", "general", null, "Trop long.", "Passage deux."],
  [3, "English", "general", null, null, "Clause three, in other words."],
  [3, "French", "general", null, "=1+1", null],
] as const;
const french = [
  [1, "français", "rédactionnel", "Passage 1", "Dire «\u00a0ligne\u00a0».", null],
  [3, "anglais", "général", null, "Too short.", "Clause three, longer."],
] as const;

/** Both files were made here, filled in by openpyxl 3.0.9; LibreOffice 7.4 opened the French one and saved it. */
test("tables that other programs filled in and saved come back equal, cell by cell", async () => {
  const { other, signer, point } = await tableWorld();
  for (const [name, language, filled] of [
    ["comment-table-openpyxl", "en", english],
    ["comment-table-libreoffice", "fr", french],
  ] as const) {
    const bytes = readFileSync(`tests/fixtures/xlsx/${name}.xlsx`);
    const ask = (preview: "true" | "false", digest?: string) =>
      readCommentTable(
        signer,
        tableUpload.parse({
          params: { id: point.slug },
          query: { preview },
          body: { organization: other.slug, file: new File([bytes], "table.xlsx"), digest },
        }),
        language,
      );
    const { digest, counts } = await ask("true");
    expect(counts).toMatchObject({ refused: 0 });
    expect(counts.comment + counts.amendment).toBe(filled.length);
    await ask("false", digest);
    const { sheets } = await writeCommentTable(signer, { id: point.id, organization: other.slug, language });
    const rows = (sheets[0]?.rows ?? []).map((row) => JSON.stringify(row));
    for (const [clause, ...said] of filled) {
      const row = [own[language], 1, clause, ...wordingsOf(clause), ...said, null];
      expect(rows.filter((it) => it === JSON.stringify(row))).toHaveLength(1);
    }
  }
});
