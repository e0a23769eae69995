import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocx } from "@/lib/platform/files/docx-read";
import { toFlow } from "@/lib/platform/files/docx-streams";
import { fixtureSince, fixtureVersion } from "@/tests/support/word-fixture";
import { labels, toComplete } from "@/tests/support/word-texts";
import { judgeMarkedText } from "./rules.marked-rows";
import { readMarkedText } from "./rules.marked-text";
import type { WordVersion } from "./rules.word";

const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/docx/${name}`));
const docxOf = (name: string) => readDocx(bytesOf(`${name}.docx`));
const english = { language: "en" as const, kinds: labels, toComplete };
const changesIn = (name: string, version = fixtureVersion) => readMarkedText(docxOf(name), version, english).changes;

const judge = (name: string, current: WordVersion = fixtureVersion) =>
  judgeMarkedText(docxOf(name), { ...english, of: fixtureVersion, current, notes: new Map() });
const textsOf = (name: string, side: "earlier" | "later") =>
  toFlow(docxOf(name).paragraphs, side).map(({ text }) => text);

const reworded = {
  kind: "words",
  clause: "duty",
  words: { en: "Governments have the first responsibility to protect their populations." },
};
const dropped = { kind: "drop", clause: "proof" };
const added = {
  kind: "new_clause",
  after: "duty",
  clauses: [{ kind: "key_message", text: { en: "Words are no deeds." } }],
};

test.each([
  "exported-libreoffice",
  "exported-libreoffice-python-docx",
  "exported-since-libreoffice",
  "exported-since-libreoffice-python-docx",
])("%s: opened and saved it says what it said, and changes nothing", (name) => {
  const { rows, returned, known } = judge(name);
  expect({ rows, returned, known }).toEqual({ rows: [], returned: 1, known: true });
});

test("what LibreOffice saved is read by python-docx as we read it, but for the no-break hyphen that it leaves out", () => {
  const theirs = readFileSync("tests/fixtures/docx/exported-libreoffice.python-docx.json", "utf8");
  const ours = textsOf("exported-libreoffice", "later").map((it) => it.replaceAll("\u2011", ""));
  expect(JSON.parse(theirs)).toEqual(ours);
});

test("every change accepted or rejected by LibreOffice leaves the text that we read on that side", () => {
  expect(textsOf("accepted-libreoffice", "later")).toEqual(textsOf("exported-since-libreoffice", "later"));
  expect(textsOf("rejected-libreoffice", "later")).toEqual(textsOf("exported-since-libreoffice", "earlier"));
  const said = textsOf("rejected-libreoffice", "later");
  for (const clause of fixtureSince.clauses) expect(said).toContain(clause.en);
});

test.each([
  [
    "marked-libreoffice",
    [reworded, added, dropped, { kind: "words", clause: "licence", question: { en: "Is it a licence for war?" } }],
  ],
  [
    "marked-libreoffice-python-docx",
    [reworded, added, dropped, { kind: "words", clause: "licence", question: { en: "Is it a licence for war?" } }],
  ],
  [
    "marked-python-docx",
    [
      reworded,
      dropped,
      {
        kind: "new_clause",
        after: "ask",
        clauses: [
          { kind: "if_asked", text: { en: "Each organization for itself." }, question: { en: "Who decides?" } },
        ],
      },
    ],
  ],
  ["untracked-libreoffice", [reworded, added]],
  ["moved-libreoffice", [{ kind: "move", clause: "ask", after: "spectrum" }]],
])("%s: its changes are these amendments and no others", (name, amendments) => {
  const changes = changesIn(name);
  expect(changes.map(({ amendment }) => amendment)).toEqual(amendments);
  expect(changes.every(({ reason }) => reason === null)).toBe(true);
});

test("a clause that was moved and changed is both; what has no place is listed with its words", () => {
  expect(changesIn("moved-python-docx").map(({ amendment, reason, after }) => amendment ?? [reason, after])).toEqual([
    ["titleChanged", "No licence at all"],
    ["frameChanged", "Speaks for 3 organizations. And for us."],
    { kind: "words", clause: "ask", words: { en: "Canada should say so once each year." } },
    { kind: "move", clause: "ask", after: null },
    ["inTable", "In a table."],
    ["inMargin", "In the margin."],
  ]);
});

test.each([
  [
    "split-libreoffice",
    [
      ["split", "No. It gives no legal"],
      ["split", "for force — and Nisg̱a’a"],
    ],
  ],
  ["joined-libreoffice", [["joined", "The measures run"]]],
  ["pasted-libreoffice", [["joined", "Governments have"]]],
])("%s: joins and splits are asked about, and are no amendments", (name, expected) => {
  const changes = changesIn(name);
  expect(changes.map(({ amendment }) => amendment)).toEqual(expected.map(() => null));
  expect(changes.map(({ reason, after }) => [reason, after])).toEqual(
    expected.map(([reason, begin]) => [reason, expect.stringContaining(begin ?? "")]),
  );
});

test("a remark stands at the words that it is about; a comment of ours that came back is none", () => {
  const { rows, returned } = judge("marked-libreoffice");
  expect(returned).toBe(1);
  expect(rows.filter(({ what }) => what === "comment")).toMatchObject([
    {
      clause: 5,
      after: "How often?",
      quote: "each year",
      said: { clause: "ask", amendment: null, quote: "each year", text: "How often?" },
    },
  ]);
});

test("words that were changed meanwhile are not amended, and nothing is lost of what was written on them", () => {
  const current = {
    ...{ ...fixtureVersion, number: 3, digest: "c".repeat(64) },
    clauses: fixtureVersion.clauses
      .filter(({ key }) => key !== "proof")
      .map((it) => (it.key === "duty" ? { ...it, en: "Each government protects." } : it)),
  };
  expect(judge("marked-libreoffice", current).rows.map(({ what, reason }) => reason ?? what)).toEqual([
    "changedMeanwhile",
    "new_clause",
    "goneMeanwhile",
    "wording",
    "comment",
  ]);
});

test("who wrote, with what and when is not read", () => {
  for (const name of ["marked-libreoffice", "marked-python-docx", "moved-python-docx"])
    expect(JSON.stringify([docxOf(name), judge(name)])).not.toMatch(
      /Jane|Doe|JD|Unknown|2026-1|T09:30|LibreOffice|Kettle Rapids"/,
    );
});
