import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { checkFile, readFileLines, writeFile } from "./file";
import { borrowedName, endWithoutSeal, ownKey, strangersKey } from "./fixtures";
import { makeSealKey } from "./seal";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

// A text may hold what some call a line end.
const lines = [
  '#{"a":1}',
  '["é\u2028\u2029\u0085😀"]',
  ...Array.from({ length: 200 }, (_, i) => `["row ${i * 7919}"]`),
];

async function* text() {
  yield* lines.map((line) => `${line}\n`);
}

async function* broken() {
  yield "one\n";
  throw new Error("the server went away");
}

const ours = () => ({ keys: [ownKey()] });

const all = async (file: string) => {
  const found: string[] = [];
  for await (const line of readFileLines(file)) found.push(line);
  return found;
};

test("what was written is read, line by line, and every gzip can unpack it", async () => {
  const { file, bytes, digest } = await writeFile(folder, text(), ownKey());
  expect(path.basename(file)).toMatch(/^concerted-\d{8}T\d{9}Z\.backup$/);
  expect(statSync(file)).toMatchObject({ size: bytes });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await checkFile(file, ours())).toEqual({ digest, sealedWith: ownKey() });
  expect(await all(file)).toEqual(lines);
  const unpacked = gunzipSync(readFileSync(file)).toString();
  expect(unpacked.split("\n").slice(0, -2)).toEqual(lines);
  expect(unpacked).toMatch(/\n#\{"sha256":"[0-9a-f]{64}","key":"[0-9a-f]{16}","hmac":"[0-9a-f]{64}"\}\n$/);
});

test("a bit turned over anywhere is found", async () => {
  const { file } = await writeFile(folder, text(), ownKey());
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += at < 40 || at > whole.length - 260 ? 1 : 9) {
    const other = Buffer.from(whole);
    other[at] = (other[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(file, other);
    await expect(checkFile(file, ours()), `byte ${at}`).rejects.toThrow(/changed|end is missing/);
  }
});

test("a file whose end is missing, or that goes on, is no backup", async () => {
  const { file } = await writeFile(folder, text(), ownKey());
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.concat([whole, Buffer.from("\n")]));
  await expect(checkFile(file, ours())).rejects.toThrow();
  for (const length of [whole.length - 1, whole.length - 60, 200, 10, 0]) {
    writeFileSync(file, whole);
    truncateSync(file, length);
    await expect(checkFile(file, ours()), `${length} bytes`).rejects.toThrow(/end is missing/);
  }
  await expect(checkFile(path.join(folder, "none"), ours())).rejects.toThrow("There is no file");
});

test("a backup that breaks off leaves no file", async () => {
  const before = readdirSync(folder);
  await expect(writeFile(folder, broken(), ownKey())).rejects.toThrow("the server went away");
  expect(readdirSync(folder)).toEqual(before);
});

test("who has the file and no key cannot seal it anew: with another key, under our key's name, or without a seal it is refused", async () => {
  const other = await writeFile(folder, text(), strangersKey());
  await expect(checkFile(other.file, ours())).rejects.toThrow(
    `sealed with another key, ${strangersKey().id}; BACKUP_KEY here is ${ownKey().id}`,
  );
  const borrowed = await writeFile(folder, text(), borrowedName());
  const anew = "changed and sealed anew by somebody who does not have BACKUP_KEY";
  await expect(checkFile(borrowed.file, ours())).rejects.toThrow(anew);
  await expect(checkFile(borrowed.file, { ...ours(), withoutSeal: true })).rejects.toThrow(anew);
  const { file } = await writeFile(folder, text(), ownKey());
  await expect(checkFile(endWithoutSeal(file), ours())).rejects.toThrow("has no seal");
});

test("a backup from before there were seals is read when the operator says so, and nobody is told that it was vouched for", async () => {
  const { file } = await writeFile(folder, text(), ownKey());
  const older = endWithoutSeal(file);
  expect(await checkFile(older, { ...ours(), withoutSeal: true })).toMatchObject({ sealedWith: null });
  expect(await all(older)).toEqual(lines);
});

test("after the key was changed, an earlier backup is checked with the key that it was made with", async () => {
  const earlier = makeSealKey("the-key-of-last-year-0123456789-0123456789");
  const { file, digest } = await writeFile(folder, text(), earlier);
  await expect(checkFile(file, ours())).rejects.toThrow("Give the key that it was made with");
  expect(await checkFile(file, { keys: [earlier] })).toEqual({ digest, sealedWith: earlier });
});
