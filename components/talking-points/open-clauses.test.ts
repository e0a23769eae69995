import { expect, test } from "vitest";
import type { Endorsement } from "@/lib/talking-points/schema.endorsements";
import type { Clause } from "@/lib/talking-points/schema.text";
import { collectNotes } from "./clause-notes";
import { findOpenClauses } from "./open-clauses";

const clause = (key: string, number: number, state: "equal" | "pending" = "equal") =>
  ({ key, number, text: { en: "Words.", fr: "Mots." }, parity: { state } }) as unknown as Clause;
const text = [clause("one", 1), clause("two", 2), clause("three", 3, "pending")];
const answer = (response: Endorsement["response"], clauses: string[], anchor: string | null = null) =>
  ({ response, clauses, anchor: anchor && { clause: anchor, text: { en: "Words", fr: null } } }) as Endorsement;
const placed = (...answers: Endorsement[]) =>
  collectNotes(text, answers, [], [], []).map((it) => [it.clause, "numbers" in it ? it.numbers : [], it.letter]);

test("an answer to some clauses stands at the first of them with their numbers, and only one to all of it on the whole", () => {
  expect(placed(answer("object", ["two", "three"]))).toEqual([["two", [2, 3], null]]);
  expect(placed(answer("object", ["two"]))).toEqual([["two", [2], null]]);
  expect(placed(answer("object", []))).toEqual([[null, [], null]]);
  expect(placed(answer("stand_aside", ["one", "two", "three"]))).toEqual([[null, [], null]]);
  expect(placed(answer("endorse_with_reservation", ["one", "two"], "two"))).toEqual([["two", [1, 2], "a"]]);
  expect(placed(answer("endorse", ["one"]))).toEqual([]);
});

test("what is still open is where a language waits, where somebody objects, and whatever else of the page waits there", () => {
  const open = (...answers: Endorsement[]) => [...findOpenClauses(text, collectNotes(text, answers, [], [], []), [])];
  expect(open()).toEqual(["three"]);
  expect(open(answer("object", ["one"]))).toEqual(["three", "one"]);
  expect(open(answer("endorse_with_reservation", ["one"]))).toEqual(["three"]);
  expect([...findOpenClauses(text, [], ["two"])]).toEqual(["three", "two"]);
});
