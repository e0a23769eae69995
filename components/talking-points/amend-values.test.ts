import { expect, test } from "vitest";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { toRewritten } from "./amend-values";
import { differencesFrom } from "./text-differences";

const clause = (number: number, en: string) => ({
  ...{ key: `clause-${number}`, number, kind: "key_message", text: { en, fr: null } },
  ...{ question: null, source: null, of: null },
});
const point = {
  title: { en: "A line", fr: null },
  text: { clauses: [clause(1, "Prevention first."), clause(2, "And now.")] },
} as unknown as TalkingPointDetail;
const conflictOf = (values: Record<string, string>) => {
  const mine = toRewritten(values, point);
  return mine && differencesFrom(mine, point);
};

test("words typed on a clause before another version was posted are compared with that clause alone", () => {
  const words = { kind: "words", "words.en": "Prevention always.", "words.fr": "" };
  const before = "Prevention always.";
  expect(conflictOf({ ...words, clause: "clause-1" })).toEqual([
    { place: "clause", number: 1, lang: "en", before, after: "Prevention first." },
  ]);
  expect(conflictOf({ ...words, clause: "dropped" })).toEqual([
    { place: "gone", number: 3, lang: "en", before, after: "" },
  ]);
  expect(conflictOf({ kind: "move", clause: "clause-1" })).toBeNull();
});
