import { expect, test } from "vitest";
import { explainError, UserError } from "./user-error.mjs";

test("a full disk is called that by what the system or a program said, and not by a sentence of ours that speaks of one", () => {
  const full = /^The disk is full\./;
  expect(explainError(Object.assign(new Error("write"), { code: "ENOSPC" }))).toMatch(full);
  expect(explainError(Object.assign(new UserError("It ended."), { output: "No space left on device" }))).toMatch(full);
  expect(explainError(new UserError("usage: disk-full  the disk is full"))).toBe("usage: disk-full  the disk is full");
});
