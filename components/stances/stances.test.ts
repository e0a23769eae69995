import { expect, test } from "vitest";
import { stances } from "@/lib/positions/constants";
import { letters } from "./stances";

test("a letter never means two things across the two languages", () => {
  const meaning = new Map<string, string>();
  for (const table of [letters.en, letters.fr])
    for (const stance of stances) {
      expect(meaning.get(table[stance]) ?? stance).toBe(stance);
      meaning.set(table[stance], stance);
    }
});
