import { afterAll, afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";

const key = "a-key-for-backups-alone-0123456789-0123456789";
const secret = process.env.AUTH_SECRET ?? "";

/** The configuration is read once: with other words in it everything is asked anew. */
async function withKey(given: string) {
  vi.resetModules();
  vi.stubEnv("BACKUP_KEY", given);
  return import("./seal");
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await db.network.update({ where: { id: 1 }, data: { kind: "undecided" } });
});
afterAll(() => db.$disconnect());

test("a backup is sealed with BACKUP_KEY, whatever the network is", async () => {
  for (const kind of ["demonstration", "real", "undecided"] as const) {
    await db.network.update({ where: { id: 1 }, data: { kind } });
    const { findSealingKey, makeSealKey } = await withKey(key);
    expect(await findSealingKey()).toEqual(makeSealKey(key));
  }
});

test("without it AUTH_SECRET serves in a demonstration; anywhere else somebody has to choose a key", async () => {
  await db.network.update({ where: { id: 1 }, data: { kind: "demonstration" } });
  const { findSealingKey, makeSealKey } = await withKey("");
  expect(await findSealingKey()).toEqual(makeSealKey(secret, { demonstrationOnly: true }));
  for (const kind of ["real", "undecided"] as const) {
    await db.network.update({ where: { id: 1 }, data: { kind } });
    await expect((await withKey("")).findSealingKey()).rejects.toThrow(
      "Configuration: BACKUP_KEY: must be set before a backup is made",
    );
  }
});

test.each([
  ["too short", "short", "must be at least 32 characters"],
  ["one that every server knows", secret, "must be another than AUTH_SECRET"],
  ["a sample", "changeme".repeat(5), "is a sample value"],
])("a key that is %s is refused by name, and not printed", async (_, given, why) => {
  const { listSealKeys } = await withKey(given);
  expect(listSealKeys).toThrow(`Configuration: BACKUP_KEY: ${why}`);
  expect(listSealKeys).not.toThrow(given);
});

test("the name of a key in a file tells nothing of it, and AUTH_SECRET makes another one than BACKUP_KEY would", async () => {
  const { makeSealKey } = await withKey(key);
  const [one, other] = [makeSealKey(key), makeSealKey(key, { demonstrationOnly: true })];
  expect(one.id).not.toBe(other.id);
  expect(one.bytes.equals(other.bytes)).toBe(false);
  expect(one.bytes.toString("hex")).not.toContain(one.id);
});
