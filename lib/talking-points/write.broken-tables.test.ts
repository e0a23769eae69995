import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { pointWorld } from "@/tests/support/point-world";
import { makeBook, type TableCell } from "@/tests/support/table-files";
import { tableUpload } from "./schema.comment-table";
import { readCommentTable } from "./write.comment-table";

const columns = [
  ...["Organization", "Version", "Clause", "Wording (English)", "Language", "Kind of comment", "Exact wording"],
  ...["Comment", "Proposed wording", "Lead’s observation"],
];
const good: TableCell[] = [null, "1", "1", null, "English", "general", null, "Said.", null, null];

let world: Awaited<ReturnType<typeof pointWorld>>;
beforeAll(async () => {
  world = await pointWorld();
});

const read = (viewer: Viewer, file: File) =>
  readCommentTable(
    viewer,
    tableUpload.parse({
      params: { id: world.point.id },
      query: { preview: "true" },
      body: { organization: world.other.slug, file },
    }),
    "en",
  );

/** The good row in row 2, and below it one with these cells, by their headings. */
const withRow = (cells: Record<string, TableCell>) =>
  makeBook([
    columns,
    good,
    columns.map((name, at) =>
      name in cells ? (cells[name] ?? null) : name === "Comment" ? "Other." : (good[at] ?? null),
    ),
  ]);

const rowFaults: [string, Record<string, TableCell>, string, RegExp][] = [
  ["another organization", { Organization: "Somebody Else" }, "Organization", /names another organization/],
  ["a formula for an organization", { Organization: { formula: "A1" } }, "Organization", /formula/],
  ["a version that is no number", { Version: "latest" }, "Version", /whole number/],
  ["a version that is not there", { Version: "7" }, "Version", /no such version/],
  ["a clause that is no number", { Clause: "one" }, "Clause", /whole number/],
  ["a clause that is not there", { Clause: "9" }, "Clause", /no such clause/],
  ["half a clause", { Clause: "1.5" }, "Clause", /whole number/],
  ["a formula for a clause", { Clause: { formula: "1+0" } }, "Clause", /formula/],
  [
    "words written into the words as they are",
    { "Wording (English)": "Better words." },
    "Wording (English)",
    /as it is/,
  ],
  [
    "words without their clause",
    { Clause: null, "Wording (English)": "Clause 1." },
    "Wording (English)",
    /names no clause/,
  ],
  ["no language", { Language: null }, "Language", /English or French/],
  ["a third language", { Language: "Inuktitut" }, "Language", /English or French/],
  ["a struck language", { Language: { struck: "English" } }, "Language", /struck out/],
  ["a kind that is none", { "Kind of comment": "urgent" }, "Kind of comment", /none of the three/],
  ["a quote that is not there", { "Exact wording": "nowhere" }, "Exact wording", /do not stand/],
  [
    "a quote in the other language",
    { Language: "French", "Exact wording": "Clause 1" },
    "Exact wording",
    /do not stand/,
  ],
  [
    "a quote without its clause",
    { Clause: null, "Exact wording": "Clause 1" },
    "Exact wording",
    /number of its clause/,
  ],
  ["a quote of which nothing is said", { Comment: null, "Exact wording": "Clause 1" }, "Comment", /nothing is said/],
  ["a formula for a comment", { Comment: { formula: 'HYPERLINK("http://x.example","Said.")' } }, "Comment", /formula/],
  ["a fault for a comment", { Comment: { error: "#REF!" } }, "Comment", /formula or a fault/],
  ["words that were struck out", { Comment: { struck: "Said, then taken back." } }, "Comment", /struck out/],
  ["a control character", { Comment: "Said_x0007_." }, "Comment", /control character/],
  ["a comment without end", { Comment: "x".repeat(2_001) }, "Comment", /At most 2,000/],
  ["half a letter", { Comment: "_xD83D_ said" }, "Comment", /broken/],
  ["the same row again", { Comment: "Said." }, "Comment", /Row 2 says the same/],
  ["a formula for proposed words", { "Proposed wording": { formula: "D2" } }, "Proposed wording", /formula/],
  [
    "proposed words without their clause",
    { Clause: null, "Proposed wording": "Words." },
    "Clause",
    /number of the clause/,
  ],
  ["proposed words without end", { "Proposed wording": "x".repeat(1_201) }, "Proposed wording", /At most 1,200/],
  [
    "an observation that is not theirs",
    { "Lead’s observation": "Agreed." },
    "Lead’s observation",
    /lead organizations/,
  ],
  ["a formula for an observation", { "Lead’s observation": { formula: "1" } }, "Lead’s observation", /formula/],
];

test.each(rowFaults)("%s is refused by its row and column", async (_, cells, column, reason) => {
  const { rows, counts } = await read(world.signer, withRow(cells));
  expect(rows[0]).toMatchObject({ line: 2, outcome: "comment" });
  expect(rows[1]).toMatchObject({ line: 3, outcome: "refused", column, reason: expect.stringMatching(reason) });
  expect(counts.refused).toBe(1);
  expect(await db.talkingPointComment.count({ where: { talkingPointId: world.point.id } })).toBe(0);
});

test("thirty broken tables, at least, are refused row by row", () => {
  expect(rowFaults.length).toBeGreaterThanOrEqual(30);
});

test("what stands beside the table, under no heading, is refused by its column", async () => {
  const { rows } = await read(world.signer, makeBook([columns, [...good, "a remark in the margin"]]));
  expect(rows[0]).toMatchObject({ line: 2, outcome: "refused", reason: expect.stringContaining("column K") });
});

const body = [columns, good];
const without = (name: string) => body.map((row) => row.filter((_, at) => columns[at] !== name));

test.each<[string, () => File, string, object]>([
  ["a hidden sheet", () => makeBook(body, { hidden: "hidden" }), "hiddenSheet", { sheet: "Notes" }],
  [
    "a sheet that is hidden from menus",
    () => makeBook(body, { hidden: "veryHidden" }),
    "hiddenSheet",
    { sheet: "Notes" },
  ],
  [
    "a link to another workbook",
    () => makeBook(body, { external: "file:///C:/board/budget.xlsx" }),
    "externalLink",
    { target: "file:///C:/board/budget.xlsx" },
  ],
  [
    "a link behind a cell",
    () => makeBook(body, { link: { cell: "H2", target: "https://elsewhere.example/" } }),
    "linkInCell",
    { sheet: "Comments", cell: "H2", target: "https://elsewhere.example/" },
  ],
  [
    "a picture that lies elsewhere",
    () => makeBook(body, { picture: "https://elsewhere.example/pixel.png" }),
    "externalLink",
    { target: "https://elsewhere.example/pixel.png" },
  ],
  ["a program", () => makeBook(body, { macros: true }), "macros", { name: "xl/vbaProject.bin" }],
  ["no workbook", () => new File(["Clause,Language\n"], "a.xlsx"), "notAWorkbook", {}],
  ["half a workbook", () => new File([new Uint8Array([0x50, 0x4b, 3, 4, 9])], "a.xlsx"), "brokenArchive", {}],
  ["a head alone", () => makeBook([columns]), "emptyFile", { sheet: "Comments" }],
  [
    "a heading that means nothing",
    () => makeBook([[...columns, "Vote"], good]),
    "unknownColumn",
    { line: 1, column: "Vote", sheet: "Comments" },
  ],
  [
    "a heading twice",
    () => makeBook([[...columns, "Commentaire"], good]),
    "repeatedColumn",
    { line: 1, column: "Commentaire" },
  ],
  [
    "a formula for a heading",
    () => makeBook([[...columns, { formula: "1" }], good]),
    "unreadableColumn",
    { line: 1, column: "K" },
  ],
  ["no column for the clause", () => makeBook(without("Clause")), "tableColumnMissing", { line: 1, column: "Clause" }],
  ["no column for comments", () => makeBook(without("Comment")), "tableColumnMissing", { line: 1, column: "Comment" }],
  [
    "more rows than a table has",
    () => makeBook([columns, ...Array.from({ length: 1_001 }, () => good)]),
    "tableTooLong",
    { sheet: "Comments", most: 1_000 },
  ],
])("%s is refused by name, and nothing of it is read", async (_, make, reason, facts) => {
  const refused = await read(world.signer, make()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ reason, facts });
});
