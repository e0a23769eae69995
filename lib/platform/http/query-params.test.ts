import { expect, test } from "vitest";
import { z } from "zod";
import { readQueryParams, toUrlWithParams } from "./query-params";

const shape = { kind: z.enum(["report", "book"]).optional(), q: z.string().max(5).optional() };

test("an address is read as far as it can be", () => {
  expect(readQueryParams(shape, { kind: "book", q: " été ", page: "2" })).toEqual({ kind: "book", q: "été" });
  expect(readQueryParams(shape, { kind: "film", q: "" })).toEqual({});
  expect(readQueryParams(shape, { kind: ["report", "book"], q: "too long" })).toEqual({ kind: "report" });
});

test("what was not chosen leaves no trace in the address", () => {
  expect(toUrlWithParams("/library", { kind: undefined, q: "" })).toBe("/library");
  expect(toUrlWithParams("/library", { kind: "book", q: "a b" })).toBe("/library?kind=book&q=a+b");
});
