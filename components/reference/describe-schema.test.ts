import { expect, test } from "vitest";
import { describeSchema } from "./describe-schema";

test("a list of objects is read line by line", () => {
  const schema = {
    type: "object",
    required: ["items", "nextCursor"],
    properties: {
      items: { type: "array", items: { type: "object", properties: { ref: { type: "string" } }, required: ["ref"] } },
      nextCursor: { anyOf: [{ type: "string" }, { type: "null" }] },
      total: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    },
  };
  expect(describeSchema(schema)).toBe(
    "{\n  items: [{\n    ref: string\n  }]\n  nextCursor: string | null\n  total?: integer\n}",
  );
});

test.each([
  [{ enum: ["support", "oppose"] }, '"support" | "oppose"'],
  [{ type: "integer", minimum: 1, maximum: 100, default: 100 }, "integer from 1 to 100"],
  [{ type: "string", contentMediaType: "text/csv;charset=utf-8" }, "text/csv;charset=utf-8"],
  [{ type: "string", format: "date-time" }, "string, date-time"],
  [{ type: "string", maxLength: 100 }, "string, 100 at most"],
  [{ type: "object" }, "{}"],
  [{}, "anything"],
])("%j is read as %s", (schema, words) => {
  expect(describeSchema(schema)).toBe(words);
});
