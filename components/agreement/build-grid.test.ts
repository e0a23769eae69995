import { describe, expect, test } from "vitest";
import { noneStated } from "@/lib/agreement/rules";
import type { Agreement, Assessed } from "@/lib/agreement/schema";
import { hrefOf, readAgreementQuery } from "./agreement-query";
import { buildGrid, countHidden, countSilent } from "./build-grid";

const organization = (slug: string, short: string) => ({
  slug,
  code: slug.slice(0, 2).toUpperCase(),
  name: { en: short, fr: short },
  short: { en: short, fr: short },
});
const proposition = (slug: string, number: number, given: Partial<Assessed>): Assessed => ({
  slug,
  number,
  title: { en: slug, fr: slug },
  theme: "one",
  counts: { ...noneStated(), not_recorded: 0 },
  notShown: "none",
  category: "divided",
  list: "split",
  ...given,
});

const agreement: Agreement = {
  organizations: [organization("one", "Étoile"), organization("two", "Zinc"), organization("three", "Aube")],
  propositions: [
    proposition("first", 1, { counts: { ...noneStated(), support: 1, oppose: 1, no_mandate: 1, not_recorded: 0 } }),
    proposition("second", 2, {
      counts: { ...noneStated(), support: 1, not_recorded: null },
      notShown: "some",
      category: null,
    }),
    proposition("third", 3, { counts: { ...noneStated(), support: 2, not_recorded: 1 } }),
    proposition("fourth", 4, { counts: { ...noneStated(), support: 3, not_recorded: 0 }, category: "broad_agreement" }),
  ],
  cells: [
    { organization: "one", proposition: "first", stance: "support" },
    { organization: "two", proposition: "first", stance: "oppose" },
    { organization: "three", proposition: "first", stance: "no_mandate" },
    { organization: "one", proposition: "second", stance: "support" },
  ],
  members: 3,
  nextCursor: null,
  asOf: null,
};
const as = (query: Record<string, string>, own: string[] = []) =>
  buildGrid(agreement, { choice: readAgreementQuery(query), own: new Set(own), locale: "fr" });

describe("the grid as it is read", () => {
  test("categories stand in their one order, the rows without one last and in their own", () => {
    const { groups } = as({});
    expect(groups.map(({ key, rows }) => [key, rows.map((it) => it.number)])).toEqual([
      ["broad_agreement", [4]],
      ["divided", [3, 1]],
      ["some_not_shown", [2]],
    ]);
  });

  test("by number there is one group", () => {
    expect(as({ rows: "number" }).groups.map(({ key, rows }) => [key, rows.length])).toEqual([["all", 4]]);
  });

  test("names are sorted as the language sorts them; own ones may come first", () => {
    expect(as({ columns: "name" }).columns.map((it) => it.short)).toEqual(["Aube", "Étoile", "Zinc"]);
    expect(as({ columns: "own" }, ["two"]).columns.map((it) => it.short)).toEqual(["Zinc", "Aube", "Étoile"]);
  });

  test("where some are hidden every blank cell bears the same mark, and there is no range", () => {
    const rows = as({ rows: "number", columns: "name" }).groups.flatMap((group) => group.rows);
    expect(rows[1]?.marks).toEqual(["not_shown", "support", "not_shown"]);
    expect(rows[1]?.range).toBeNull();
    expect(rows[2]?.marks).toEqual(["not_recorded", "not_recorded", "not_recorded"]);
  });

  test("the margins count what was stated, and no mandate is not a stance stated", () => {
    const sheet = as({ columns: "name" });
    expect(sheet.columns.map((it) => it.stated)).toEqual([0, 2, 1]);
    expect([sheet.total, sheet.members, sheet.stances]).toEqual([4, 3, 9]);
    expect(countSilent(sheet)).toBeNull();
    expect(countHidden(sheet)).toBe(1);
  });
});

describe("the choice in the address", () => {
  test("what it cannot mean is left out", () => {
    expect(readAgreementQuery({ rows: "x", columns: ["own", "name"], theme: "<b>", cursor: "" })).toEqual({
      rows: "category",
      columns: "own",
    });
  });

  test("leaves no trace of what is as usual", () => {
    expect(hrefOf("/agreement", readAgreementQuery({}))).toBe("/agreement");
    expect(hrefOf("/agreement/table", readAgreementQuery({ rows: "number", theme: "outreach" }))).toBe(
      "/agreement/table?rows=number&theme=outreach",
    );
  });
});
