import { expect, test } from "vitest";
import { sourceLineIn, toFrenchSourceLine, toSourceLine } from "./rules.print";

const outcome = { titleEn: "World Summit Outcome", titleFr: "Document final du Sommet mondial", symbol: "A/RES/60/1" };

test("what is signed is the source as it calls itself; readers of French read the title that the library has for them", () => {
  const line = toSourceLine(outcome, "138");
  const source = { line, lineFr: toFrenchSourceLine(outcome, "138") };
  expect(line).toBe("World Summit Outcome (A/RES/60/1), 138");
  expect(sourceLineIn(source, "en")).toBe(line);
  expect(sourceLineIn(source, "fr")).toBe("Document final du Sommet mondial (A/RES/60/1), 138");
});

test("without a French title, or without a document of the library, the line is the same in both languages", () => {
  for (const item of [{ ...outcome, titleFr: "" }, null])
    expect(sourceLineIn({ line: "As it was.", lineFr: toFrenchSourceLine(item, null) }, "fr")).toBe("As it was.");
});
