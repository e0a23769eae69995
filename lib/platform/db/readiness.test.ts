import { afterEach, expect, test, vi } from "vitest";
import { db } from "./client";
import { readReadiness } from "./readiness";

afterEach(() => vi.restoreAllMocks());

// Attack 25: a question that anybody may ask, and that no measure counts.
test("however many ask at once whether the node is ready, the database is asked once", async () => {
  expect(await readReadiness()).toMatchObject({ status: "ready", database: true });
  const { concertedDb } = globalThis as typeof globalThis & { concertedDb: typeof db };
  const queries = vi.spyOn(concertedDb, "$queryRaw");
  const answers = await Promise.all(Array.from({ length: 500 }, () => readReadiness()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["ready"]));
  expect(queries).toHaveBeenCalledTimes(1);
  await readReadiness();
  expect(queries).toHaveBeenCalledTimes(2);
});

test("a database that does not answer is told, and asked again the next time", async () => {
  await db.network.count();
  const { concertedDb } = globalThis as typeof globalThis & { concertedDb: typeof db };
  vi.spyOn(concertedDb, "$queryRaw").mockRejectedValueOnce(new Error("down"));
  expect(await readReadiness()).toMatchObject({ status: "notReady", database: false });
  expect(await readReadiness()).toMatchObject({ status: "ready" });
});
