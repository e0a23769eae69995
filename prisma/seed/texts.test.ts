import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { OrganizationType, RegimeArea, SignOffKind } from "@/lib/platform/generated/prisma/enums";
import en from "@/locales/en/codes.json" with { type: "json" };
import fr from "@/locales/fr/codes.json" with { type: "json" };
import { ownFolder } from "./digest-files";

const files = readdirSync(ownFolder).filter((file) => file.endsWith(".csv"));
const rowsOf = (file: string) =>
  parse(readFileSync(path.join(ownFolder, file)), { columns: true }) as Record<string, string>[];

/** An abbreviation and a returned draft's note exist in one language; each of the others in both or in neither. */
const oneLanguage = new Set(["abbr_en", "abbr_fr"]);

describe("what readers see", () => {
  it.each(files)("is written in both languages in %s", (file) => {
    for (const row of rowsOf(file)) {
      // A proposal may wait for its other language, and then says so.
      if (row.parity === "pending") continue;
      for (const column of Object.keys(row).filter((it) => it.endsWith("_en") && !oneLanguage.has(it))) {
        const sibling = column.replace(/_en$/, "_fr");
        expect(row, `${file} ${column}`).toHaveProperty(sibling);
        expect(row[sibling] !== "", `${file} ${sibling} of "${row[column]}"`).toBe(row[column] !== "");
      }
    }
  });

  it.each(files)("keeps French typography in %s: no-break space before : and inside « », none before ; ! ?", (file) => {
    for (const row of rowsOf(file)) {
      for (const [column, text] of Object.entries(row)) {
        if (!column.endsWith("_fr") || text === row[column.replace(/_fr$/, "_en")]) continue;
        expect(text, `${file} ${column}`).not.toMatch(/ [:;!?»]|« |\u00a0[;!?]|'/);
      }
    }
  });

  it.each(files)("writes apostrophes and quotation marks as a printer would in %s", (file) => {
    for (const row of rowsOf(file)) {
      for (const [column, text] of Object.entries(row)) {
        // A locator stands in quotation marks on the page, and those within it are set there.
        expect(text, `${file} ${column}`).not.toMatch(column === "locator" ? /'/ : /['"]/);
      }
    }
  });

  it("speaks of the report, never of the files it came in", () => {
    for (const file of files) expect(readFileSync(path.join(ownFolder, file), "utf8"), file).not.toMatch(/\bseed\b/i);
  });
});

describe("codes", () => {
  const keysOf = (codes: object) => Object.entries(codes).map(([list, words]) => [list, Object.keys(words)]);

  it("have words in both languages", () => {
    expect(keysOf(fr)).toEqual(keysOf(en));
    for (const words of [en, fr].flatMap((it) => Object.values(it))) expect(Object.values(words)).not.toContain("");
  });

  it("cover those that the database knows", () => {
    expect(Object.keys(en.organizationType).sort()).toEqual(Object.keys(OrganizationType).sort());
    expect(Object.keys(en.signOffKind).sort()).toEqual(Object.keys(SignOffKind).sort());
    expect(Object.keys(en.regimeArea).sort()).toEqual(Object.keys(RegimeArea).sort());
  });
});
