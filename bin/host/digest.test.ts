import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { digestOf, whenChanged } from "./digest.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted digest-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a digest follows names and content, and not dates", () => {
  mkdirSync(path.join(folder, "app"));
  writeFileSync(path.join(folder, "app", "a.ts"), "1");
  const before = digestOf(folder, ["app", "not-there"]);
  writeFileSync(path.join(folder, "app", "a.ts"), "1");
  expect(digestOf(folder, ["app", "not-there"])).toBe(before);
  writeFileSync(path.join(folder, "app", "b.ts"), "");
  expect(digestOf(folder, ["app", "not-there"])).not.toBe(before);
  expect(digestOf(folder, ["app"], (name: string) => name.endsWith("b.ts"))).toBe(before);
});

test("work is done once per digest, and again when it was cut short", async () => {
  const stamp = path.join(folder, "made", "stamp");
  const done: string[] = [];
  const work = (digest: string) => whenChanged(stamp, digest, () => done.push(digest));
  expect([await work("1"), await work("1"), await work("2")]).toEqual([true, false, true]);
  await expect(whenChanged(stamp, "3", () => Promise.reject(new Error("cut short")))).rejects.toThrow();
  expect(await work("2")).toBe(true);
  expect(done).toEqual(["1", "2", "2"]);
});
