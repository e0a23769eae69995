import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownFolder } from "./digest-files";
import { loadDemonstration } from "./load-demonstration";
import { loadReport } from "./load-report";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";
import { digestTables } from "./table-digests";

let folder = "";
let untouched: Record<string, string>;

beforeAll(async () => {
  untouched = await digestTables();
});

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "concerted-seed-"));
  cpSync(ownFolder, folder, { recursive: true, filter: (from) => !from.endsWith(".ts") });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(await digestTables()).toEqual(untouched);
});

/** Breaks one file as an editor's slip would. */
function spoil(file: string, from: string | RegExp, to: string) {
  const at = path.join(folder, file);
  const before = readFileSync(at, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(at, after);
}

const load = async () => loadReport(readReport(folder));
const loadBoth = async () => loadDemonstration(readDemonstration(folder), readReport(folder));

describe("a broken row names its file, line and column, and nothing is loaded", () => {
  const cases: [string, string, string | RegExp, string, string][] = [
    [
      "a code nobody knows",
      "themes.csv",
      "military,practice",
      "military,x",
      'themes.csv line 8, column regime_area: "x" is not one of',
    ],
    ["an empty text", "themes.csv", ",Codification\n", ",\n", "themes.csv line 6, column title_fr: is empty"],
    [
      "a slug twice",
      "themes.csv",
      "military,",
      "practice,",
      'themes.csv line 8, column slug: "practice" stands on line 7 already',
    ],
    [
      "a name that leads nowhere",
      "propositions.csv",
      "narrow-definition,definition",
      "narrow-definition,x",
      'propositions.csv line 2, column theme_slug: "x" is not in themes.csv',
    ],
    [
      "one of several names",
      "dilemmas.csv",
      "outreach-undecided;",
      "outreach-x;",
      'dilemmas.csv line 2, column proposition_slugs: "outreach-x" is not in propositions.csv',
    ],
    [
      "one of several codes",
      "recommendations.csv",
      "civil_society;dfait",
      "civil_society;y",
      'recommendations.csv line 4, column addressees: "y" is not one of',
    ],
    [
      "a day that is none",
      "timeline.csv",
      "1999-02-12",
      "1999-02-30",
      'timeline.csv line 7, column date: "1999-02-30" is not a date',
    ],
    [
      "a number that is none",
      "propositions.csv",
      ",outreach,27\n",
      ",outreach,0\n",
      'propositions.csv line 28, column sort: "0" is not a whole number',
    ],
    [
      "neither true nor false",
      "library.csv",
      ",report,true,",
      ",report,yes,",
      'library.csv line 2, column in_source: "yes" is not one of true, false',
    ],
    [
      "no web address",
      "library.csv",
      "https://undocs.org/S/RES/1265",
      "javascript:S/RES/1265",
      "library.csv line 7, column url: is not a web address",
    ],
    [
      "a column too few",
      "glossary.csv",
      "genocide,génocide,,,",
      "genocide,génocide,,",
      "glossary.csv line 6: has more or fewer columns than the header",
    ],
    ["an open quote", "glossary.csv", '"R2P is', '"R2P" is', "glossary.csv line 2: has quotes that do not match"],
    [
      "a column without a name",
      "errata.csv",
      "problem_en,",
      "problem,",
      "errata.csv line 1, column problem_en: is missing",
    ],
    [
      "a column that does not belong",
      "actors.csv",
      /\n/g,
      ",stance\n",
      "actors.csv line 1, column stance: does not belong here",
    ],
    [
      "letters that are composed differently",
      "actors.csv",
      "Méndez",
      "Me\u0301ndez",
      "actors.csv line 23, column name_en: is not in Unicode's composed form (NFC)",
    ],
    [
      "letters that nobody sees",
      "actors.csv",
      "Don Hubert",
      "Don\u200b Hubert",
      "actors.csv line 3, column name_en: holds characters that nobody sees, or typed apostrophes and narrow spaces",
    ],
    [
      "a space at the end",
      "actors.csv",
      "Don Hubert,",
      "Don Hubert ,",
      "actors.csv line 3, column name_en: begins or ends with a space",
    ],
  ];
  it.each(cases)("%s", async (_, file, from, to, message) => {
    spoil(file, from, to);
    await expect(load()).rejects.toThrow(`prisma/seed/${message}`);
  });

  const demonstrated: [string, string, string | RegExp, string, string][] = [
    [
      "a real organization",
      "organizations.csv",
      /true$/m,
      "false",
      "organizations.csv line 2, column fictional: must be true",
    ],
    [
      "a code twice",
      "organizations.csv",
      ",NL,",
      ",SW,",
      'organizations.csv line 3, column code: "SW" stands on line 2 already',
    ],
    [
      "a person without authority",
      "demo-people.csv",
      ",Annual assembly,Minute 14",
      ",,Minute 14",
      "demo-people.csv line 3, column authorized_by: is empty",
    ],
    [
      "an address nobody could use",
      "demo-people.csv",
      "guest@",
      "gu est@",
      "demo-people.csv line 32, column email: is not an address in its plain form",
    ],
    [
      "a stance nobody can take",
      "demo-positions.csv",
      "narrow-definition,oppose",
      "narrow-definition,neutral",
      'demo-positions.csv line 2, column stance: "neutral" is not one of',
    ],
    [
      "a reservation without words",
      "demo-positions.csv",
      "narrow-definition,oppose",
      "narrow-definition,support_with_reservation",
      "demo-positions.csv line 2, column reservation_en: is empty",
    ],
    [
      "two words on one matter",
      "demo-positions.csv",
      "still-waters,broad-public-definition",
      "still-waters,narrow-definition",
      'demo-positions.csv line 3, column org_slug + proposition_slug: "still-waters, narrow-definition" stands on line 2 already',
    ],
    [
      "a draft by a stranger",
      "demo-drafts.csv",
      "rapporteur@",
      "stranger@",
      'demo-drafts.csv line 8, column author: "stranger@demo.example" is not in demo-people.csv',
    ],
  ];
  it.each(demonstrated)("%s, in the demonstration", async (_, file, from, to, message) => {
    spoil(file, from, to);
    await expect(loadBoth()).rejects.toThrow(`prisma/seed/${message}`);
  });

  it("names a row by the line it begins on, however many it spans", async () => {
    spoil("themes.csv", "Concept and definition", '"Concept\nand definition"');
    await expect(load()).rejects.toThrow("prisma/seed/themes.csv line 2, column title_en: holds a line break");
    spoil("themes.csv", '"Concept\nand definition"', "Concept");
    spoil("themes.csv", "home-program,none", "home-program,x");
    await expect(load()).rejects.toThrow("prisma/seed/themes.csv line 13, column regime_area");
  });

  it("names the line of bytes that are no text", async () => {
    const at = path.join(folder, "themes.csv");
    writeFileSync(at, Buffer.concat([readFileSync(at), Buffer.from([0x78, 0xff, 0x0a])]));
    await expect(load()).rejects.toThrow("prisma/seed/themes.csv line 14: is not UTF-8");
  });
});
