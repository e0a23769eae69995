import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { correctionObstacle, editableUntil, editObstacle, findQuoted, isResolved, textOf } from "./rules.comments";

const at = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 12, minutes));
const first = { kind: "said" as const, text: "First.", at: at(0) };

test("quoted words are kept as they stand in the clause, however they were copied", () => {
  const clause = "Elle\u00a0: «\u00a0l’aide d’abord\u00a0», dit-elle\u202f!";
  expect(findQuoted([clause], "« l'aide d'abord »")).toBe("«\u00a0l’aide d’abord\u00a0»");
  expect(findQuoted([null, clause], "dit‑elle !")).toBe("dit-elle\u202f!");
  for (const missing of ["", "  ", "l’aide après", "L’AIDE"]) expect(findQuoted([clause, null], missing)).toBeNull();
});

test("any piece of a clause is found in it, letter for letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % text.length;
      const piece = text.slice(start, start + (length % text.length) + 1).trim();
      const found = findQuoted([text], piece);
      if (piece === "") expect(found).toBeNull();
      else expect(text).toContain(found);
    }),
  );
});

test("words are changed for a quarter of an hour and leave no trace; from then on both are shown", () => {
  const edited = { kind: "edited" as const, text: "Second.", at: at(14) };
  const corrected = { kind: "corrected" as const, text: "Third.", at: at(60) };
  expect(textOf([first, edited])).toEqual({ text: "Second.", corrections: [] });
  expect(textOf([first, edited, corrected])).toEqual({
    text: "Second.",
    corrections: [{ text: "Third.", at: at(60) }],
  });
  expect(editableUntil(first.at)).toEqual(at(15));
  const ask = (minutes: number, text: string) =>
    editObstacle({ steps: [first], saidAt: first.at, now: at(minutes), text });
  expect([ask(14, "Other."), ask(15, "Other."), ask(14, "First.")]).toEqual([null, "editOver", "commentUnchanged"]);
  expect(correctionObstacle({ steps: [first, corrected], text: "Third." })).toBe("commentUnchanged");
  expect(correctionObstacle({ steps: [first, corrected], text: "First." })).toBeNull();
});

test("a remark is settled by the last word on it", () => {
  const resolved = { kind: "resolved" as const };
  const reopened = { kind: "reopened" as const };
  expect([[], [first], [resolved], [resolved, reopened], [resolved, reopened, resolved]].map(isResolved)).toEqual([
    ...[false, false, true, false, true],
  ]);
});
