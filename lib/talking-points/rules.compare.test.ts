import { expect, test } from "vitest";
import { clauseOf } from "@/tests/support/clause-texts";
import { fc } from "@/tests/support/fast-check";
import { compareClauses } from "./rules.compare";
import { changedKeys } from "./rules.text";

const before = [
  clauseOf("duty", "Governments have the primary responsibility to protect their populations."),
  clauseOf("spectrum", "The measures run from prevention to rebuilding."),
  clauseOf("force", "Force is the last of them and nobody has to advocate it."),
  clauseOf("ask", "Canada should say so each year.", { kind: "ask" }),
];
const at = (key: string) => before.find((it) => it.key === key) ?? clauseOf(key, "");
const statesOf = (after: typeof before) =>
  compareClauses(before, after).map(({ key, state, moved, number, was, into }) => [
    key,
    state,
    moved,
    number,
    was,
    into,
  ]);

test("a moved clause is no new one, and one that only changed its number was not moved", () => {
  const added = clauseOf("crimes", "The four crimes are named.");
  expect(statesOf([added, at("duty"), at("ask"), at("spectrum"), at("force")])).toEqual([
    ["crimes", "added", false, 1, null, null],
    ["duty", "kept", false, 2, 1, null],
    ["ask", "kept", true, 3, 4, null],
    ["spectrum", "kept", false, 4, 2, null],
    ["force", "kept", false, 5, 3, null],
  ]);
});

test("a dropped clause whose words went into another was merged there; any other one was removed", () => {
  const merged = clauseOf("spectrum", `${at("spectrum").en} ${at("force").en}`);
  expect(statesOf([at("duty"), merged, at("ask")])).toEqual([
    ["duty", "kept", false, 1, 1, null],
    ["spectrum", "changed", false, 2, 2, null],
    ["force", "merged", false, null, 3, "spectrum"],
    ["ask", "kept", false, 3, 4, null],
  ]);
  expect(statesOf([at("duty"), at("spectrum"), at("ask")])[2]).toEqual(["force", "removed", false, null, 3, null]);
});

test("a changed kind, source, addressee or question is a change, in either language", () => {
  for (const more of [
    { kind: "proof" as const },
    { source: "S/RES/1674, 4" },
    { addresseeFr: "Ministre" },
    { questionEn: "Is it force?" },
    { fr: "Les gouvernements" },
  ]) {
    const after = [{ ...at("duty"), ...more }, ...before.slice(1)];
    expect(compareClauses(before, after)[0]).toMatchObject({ state: "changed", moved: false });
  }
});

const clause = fc.record({
  key: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  en: fc.constantFrom(
    "Prevention comes first in this.",
    "Force is the last of them.",
    "The four crimes are named.",
    "No.",
  ),
});
const text = fc
  .uniqueArray(clause, { selector: ({ key }) => key, minLength: 1, maxLength: 6 })
  .map((clauses) => clauses.map(({ key, en }) => clauseOf(key, en)));

test("each clause of either version is told once, in order, and what differs is what changed", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const compared = compareClauses(one, other);
      const keys = new Set([...one, ...other].map(({ key }) => key));
      expect(compared.map(({ key }) => key).sort()).toEqual([...keys].sort());
      expect(compared.flatMap(({ number }) => number ?? [])).toEqual(other.map((_, place) => place + 1));
      expect(compared.flatMap(({ was }) => was ?? []).sort()).toEqual(one.map((_, place) => place + 1));
      const differs = compared.filter(({ state, moved }) => state !== "kept" || moved).map(({ key }) => key);
      expect(new Set(differs)).toEqual(changedKeys(one, other));
      for (const { into } of compared) if (into !== null) expect(other.some(({ key }) => key === into)).toBe(true);
      expect(compareClauses(other, other).every(({ state, moved }) => state === "kept" && !moved)).toBe(true);
    }),
  );
});
