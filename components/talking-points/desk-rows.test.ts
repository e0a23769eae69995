import { expect, test } from "vitest";
import { compareTexts } from "@/lib/platform/text/compare-texts";
import type { Clause, ClauseComparison } from "@/lib/talking-points/schema.text";
import { deskRows, toClean } from "./desk-rows";

const clauses = ["one", "two", "three"].map((key, at) => ({ key, number: at + 1 }) as Clause);
const change = (key: string, number: number | null, state: ClauseComparison["state"] = "kept") =>
  ({ key, number, state }) as ClauseComparison;
// Three goes to the front, two is dropped, and four comes last.
const changes = [change("three", 1), change("one", 2), change("four", 3, "added"), change("two", null, "removed")];
const shown = (clean: boolean, of: readonly ClauseComparison[] | null = changes) =>
  deskRows(clauses, of, clean).map(({ key, number }) => [key, number]);

test("with changes, the clauses in force keep their order and numbers, and new ones follow", () => {
  expect(shown(false)).toEqual([
    ["one", 1],
    ["two", 2],
    ["three", 3],
    ["four", null],
  ]);
});

test("clean, the next version reads in its own order, and what goes comes after it", () => {
  expect(shown(true)).toEqual([
    ["three", 1],
    ["one", 2],
    ["four", 3],
    ["two", null],
  ]);
});

test("where no version can be made, both looks show the words in force", () => {
  expect(shown(true, null)).toEqual(shown(false, null));
});

test("clean words are those of the next version, letter for letter", () => {
  const [before, after] = ["It is not a licence for any State.", "It gives no State « authority » to use force."];
  expect(toClean(compareTexts(before, after))).toBe(after);
  expect(toClean(compareTexts(before, ""))).toBe("");
});
