import { describe, expect, it } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { letterAt, markAnchors } from "./mark-anchors";

const note = (letter: string, words: string) => ({ letter, words, kind: "reservation" as const });

describe("words that notes are about", () => {
  it("are marked where they stand, and the pieces together are the clause, letter for letter", () =>
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, cuts) => {
        const anchors = cuts.map(([from, length], index) => note(letterAt(index), text.slice(from, from + length)));
        const pieces = markAnchors(text, anchors);
        expect(pieces.map((it) => it.text).join("")).toBe(text);
        const ended = pieces.flatMap(({ ends }) => ends).sort();
        expect(ended).toEqual(
          anchors
            .filter(({ words }) => words !== "")
            .map(({ letter }) => letter)
            .sort(),
        );
      }),
    ));

  it("that are gone from the clause leave it unmarked", () => {
    expect(markAnchors("A clause.", [note("a", "other words")])).toEqual([
      { text: "A clause.", mark: null, washed: false, ends: [] },
    ]);
  });

  it("within others keep their letter and a wash, and the outer ones their line", () => {
    const pieces = markAnchors("the last of the measures", [note("a", "last of the measures"), note("b", "measures")]);
    expect(pieces).toEqual([
      { text: "the ", mark: null, washed: false, ends: [] },
      { text: "last of the ", mark: "reservation", washed: false, ends: [] },
      { text: "measures", mark: "reservation", washed: true, ends: ["a", "b"] },
    ]);
  });

  it("have letters that go on after z", () => {
    expect([0, 25, 26, 27, 51, 52].map(letterAt)).toEqual(["a", "z", "aa", "ab", "az", "ba"]);
  });
});
