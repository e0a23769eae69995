import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FileFault } from "@/lib/math/file/fault";
import { toId } from "@/lib/math/file/values";
import { packBallots } from "@/lib/math/polis/ballots";
import { fc } from "@/tests/support/fast-check";
import { makeVotesFile, toBytes } from "@/tests/support/study-files";
import { readConvention, readFormat } from "./convention";
import { findCompanion, findOfKind, nameOtherExport } from "./export-files";
import { readStatements } from "./statements";

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/polis/${name}.csv`));

function faultOf(read: () => unknown) {
  try {
    read();
    return null;
  } catch (error) {
    const { reason, spot, facts } = error as FileFault;
    return { reason, spot, facts };
  }
}

const votes = makeVotesFile({ participants: 40, statements: 9, minds: 2, seed: 3 });
const digestOf = (bytes: Uint8Array) => packBallots(bytes).digest;

test("votes parted by semicolons or tabs, with CRLF, a row of separators at the end, or in UTF-16 are the same votes", () => {
  const expected = digestOf(toBytes(votes));
  const resaved = votes.replaceAll(",", ";").replaceAll("\n", "\r\n");
  const width = votes.split("\n")[0]?.split(",").length ?? 0;
  const variants = [
    toBytes(resaved),
    toBytes(`${resaved}${";".repeat(width - 1)}\r\n`),
    toBytes(votes.replaceAll(",", "\t")),
    toBytes(`\ufeff${votes}`),
    Buffer.from(`\ufeff${resaved}`, "utf16le"),
    Buffer.from(votes, "utf16le"),
    Buffer.from(`\ufeff${resaved}`, "utf16le").swap16(),
    // A table with gaps writes whole numbers as decimals, in French with a comma; and a nameless column at the end.
    toBytes(votes.replace(/,(-?1|0)(?=,|\n)/g, ",$1.0")),
    toBytes(resaved.replace(/;(-?1|0)(?=;|\r)/g, ";$1,0")),
    toBytes(resaved.replaceAll("\r\n", ";\r\n")),
  ];
  for (const [at, bytes] of variants.entries()) expect([at, digestOf(bytes)]).toEqual([at, expected]);
  expect(packBallots(fixture("resaved-semicolons"))).toMatchObject({ participants: 14 });
});

test("a column without a name is passed over while it is empty, and named once it is not", () => {
  expect(faultOf(() => packBallots(toBytes("participant;0;\n1;1;x\n")))).toMatchObject({
    reason: "columnWithoutName",
    spot: { line: 1, column: 3 },
  });
});

test("counts that fit only with turned signs are told with their number, however many fit both ways", () => {
  expect(faultOf(() => packBallots(fixture("signs-turned")))).toMatchObject({
    reason: "signsTurned",
    facts: { rows: 12 },
  });
  const head = "participant,n-agree,n-disagree,0,1,2";
  const found = (rows: string[]) => faultOf(() => packBallots(toBytes([head, ...rows].join("\n"))));
  expect(found(["1,2,1,1,1,-1", "2,1,1,1,-1,0"])).toBeNull();
  expect(found(["1,1,2,1,1,-1", "2,1,1,1,-1,0"])).toMatchObject({ reason: "signsTurned", facts: { rows: 1 } });
  expect(found(["1,2,1,1,1,-1", "2,1,2,1,1,-1"])).toEqual({
    reason: "countsContradict",
    spot: { line: 3, column: 1 },
    facts: { agree: 1, disagree: 2, agrees: 2, disagrees: 1, rows: 1 },
  });
  expect(found(["1,3,0,1,1,-1"])).toMatchObject({ reason: "countsContradict" });
  expect(found(["1,,,1,1,-1", "2,x,y,1,1,1"])).toBeNull();
});

test("whatever was voted, true counts are taken in and turned ones are not", () => {
  const row = fc.array(fc.constantFrom("1", "-1", "0", ""), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const count = (cells: string[], of: string) => cells.filter((it) => it === of).length;
      const file = (agree: string, disagree: string) =>
        toBytes(
          [
            "participant,n-agree,n-disagree,0,1,2,3",
            ...rows.map((it, at) => [at, count(it, agree), count(it, disagree), ...it].join(",")),
          ].join("\n"),
        );
      expect(faultOf(() => packBallots(file("1", "-1")))).toBeNull();
      const turned = rows.filter((it) => count(it, "1") !== count(it, "-1")).length;
      const found = faultOf(() => packBallots(file("-1", "1")));
      expect(found && [found.reason, found.facts]).toEqual(turned === 0 ? null : ["signsTurned", { rows: turned }]);
      expect(faultOf(() => packBallots(file("-1", "1"), undefined, -1))).toBeNull();
    }),
  );
});

test.each([
  ["participant,group-id,n-comments,n-votes,n-important,0,1", "participant-importance.csv"],
  ["timestamp,datetime,comment-id,voter-id,vote", "votes.csv"],
  ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body", "comments.csv"],
  ["comment-id,comment,total-votes,total-agrees", "comment-groups.csv"],
  ["topic,What a town wants", "summary.csv"],
])("%s is refused as the file it is", (head, name) => {
  expect(nameOtherExport(head.split(","))).toBe(name);
  expect(faultOf(() => packBallots(toBytes(`${head}\n`)))).toMatchObject({ reason: "otherExport", facts: { name } });
});

test("importance marks are refused by name, few as they may be", () => {
  expect(faultOf(() => packBallots(fixture("importance-few-marks")))).toMatchObject({
    reason: "otherExport",
    facts: { name: "participant-importance.csv" },
  });
});

test("files are found by the names since 2024 and before, dated, named and downloaded twice", () => {
  const folder = [
    "2026-11-30-1200-abc-participant-votes.csv",
    "2026-11-30-1200-abc-comments.csv",
    "participant-importance.csv",
    "comments.csv",
    "comment-groups.csv",
    "format.json",
    "discomments.csv",
  ];
  const [votesFile = ""] = findOfKind(folder, "votes");
  expect(votesFile).toBe("2026-11-30-1200-abc-participant-votes.csv");
  expect(findCompanion(votesFile, folder, "comments")).toBe("2026-11-30-1200-abc-comments.csv");
  expect(findCompanion("participants-votes.csv", folder, "comments")).toBe("comments.csv");
  expect(findCompanion(votesFile, folder, "format")).toBe("format.json");
  expect(findCompanion(votesFile, folder, "summary")).toBeNull();
  const all = ["participants-votes.csv", "participant-votes (1).csv", "votes.csv", "my_participant-votes.csv"];
  expect(findOfKind(all, "votes")).toEqual([
    "my_participant-votes.csv",
    "participant-votes (1).csv",
    "participants-votes.csv",
  ]);
});

test("a declaration of the signs is read in any order, and one that cannot be read is refused", () => {
  expect(readConvention("agree=+1;disagree=-1;pass=0;format=polis-export/1")).toBe(1);
  expect(readConvention(" pass=0; disagree=1 ;agree=-1;")).toBe(-1);
  expect(readFormat('{"vote-convention":"agree=-1;disagree=+1;pass=0"}')).toBe(-1);
  expect(readFormat('{"format":"polis-export/1"}')).toBeNull();
  for (const odd of [
    "agree=1",
    "agree=1;disagree=1;pass=0",
    "agree=1;agree=1;disagree=-1;pass=0",
    "agree=2;disagree=-2;pass=0",
    "yes",
  ])
    expect(faultOf(() => readConvention(odd))).toMatchObject({ reason: "conventionUnreadable", facts: { said: odd } });
  expect(faultOf(() => readFormat("{"))).toMatchObject({ reason: "conventionUnreadable" });
});

test("an id is the same however a table wrote it", () => {
  expect(["7", "7.0", "7.00", "7,0"].map(toId)).toEqual([7, 7, 7, 7]);
  expect(["07", "7.5", "a", "-1"].map(toId)).toEqual(["07", "7.5", "a", "-1"]);
  expect(faultOf(() => packBallots(toBytes("participant,0,0.0\n1,1,1\n")))).toMatchObject({ reason: "columnTwice" });
});

test("statements are read whole, whatever parts their columns, and another encoding is found", () => {
  const text = "comment-id;moderated;comment-body\r\n0.0;-1;L’eau, l’air\r\n1.0;1;Été\r\n;;\r\n";
  for (const bytes of [toBytes(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
    const { statements, odd } = readStatements(bytes);
    expect(statements.map(({ id, body, moderatedOut }) => [id, body, moderatedOut])).toEqual([
      ["0", "L’eau, l’air", true],
      ["1", "Été", false],
    ]);
    expect(odd).toEqual({ joined: [], control: [], long: [] });
  }
  const latin = Uint8Array.from(Buffer.from(text.replaceAll("’", "'"), "latin1"));
  expect(faultOf(() => readStatements(latin))).toMatchObject({ reason: "windows1252", spot: { line: 3 } });
});

test("a word with commas is joined again exactly, however many it has", () => {
  const words = fc.stringMatching(/^[a-z][a-z, ;]{0,40}[a-z]$/);
  fc.assert(
    fc.property(words, (said) => {
      const { statements } = readStatements(toBytes(`comment-id,moderated,comment-body\n0,1,${said}\n`));
      expect(statements[0]?.body).toBe(said.replace(/\s+/g, " "));
    }),
  );
});
