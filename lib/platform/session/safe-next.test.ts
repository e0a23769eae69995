import { expect, test } from "vitest";
import { safeNext } from "./safe-next";

// Attack 22: a page to go on to that is not ours.
const elsewhere = [
  "https://evil.example/en",
  "//evil.example/en",
  "/\\evil.example/en",
  "/\t/evil.example",
  "/\n//evil.example",
  "/.//evil.example",
  "/en/..//evil.example",
  "/en/%2e%2e//evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  " https://evil.example",
  "http://localhost:3000@evil.example/en",
  "/%2f%2fevil.example",
  "/en//evil.example",
  "/fr/%2f%2Fevil.example",
  "/en/%5Cevil.example",
  "/en/./\\evil.example",
  "en/positions",
  "/api/v1/tokens",
  "/api/sign-out",
  "/english",
  `/en/search?q=${"x".repeat(2_000)}`,
  "",
];

test.each(elsewhere)("%j leads nowhere after signing in", (next) => {
  expect(safeNext(next, "/fr")).toBe("/fr");
});

test.each([
  "/",
  "/en",
  "/fr/positions?theme=x&stance=support#row",
  "/en?x=https://evil.example",
  "/en/library?q=//x",
])("%s is a page of ours", (next) => {
  expect(safeNext(next)).toBe(next);
});

test("nothing asked for is the front page", () => {
  expect(safeNext(null)).toBe("/");
  expect(safeNext(undefined, "/en")).toBe("/en");
});
