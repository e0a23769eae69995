import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { prepareCell } from "@/tests/support/matrix/cells";
import { rows, subjects } from "@/tests/support/matrix/table";
import { buildMatrixWorld, type MatrixWorld } from "@/tests/support/matrix/world";
import { watchUnrecordedWrites } from "@/tests/support/record/unrecorded-writes";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
  process.env.RATE_PER_ACCOUNT = "1000000";
});

let world: MatrixWorld;
let watch: Awaited<ReturnType<typeof watchUnrecordedWrites>>;

beforeAll(async () => {
  world = await buildMatrixWorld(subjects);
  watch = await watchUnrecordedWrites();
});
afterAll(() => watch.end());

test("no endpoint changes a row that the record covers without recording it, whoever asks", {
  timeout: 240_000,
}, async () => {
  const unrecorded: Record<string, string[]> = {};
  let asked = 0;
  for (const row of rows) {
    // One who may is enough; of those who are refused, the first: refusing writes nothing either.
    const may = subjects.find((it) => row.expected[it] === "yes");
    const mayNot = subjects.find((it) => row.expected[it] !== "yes");
    for (const subject of [may, mayNot]) {
      if (!subject) continue;
      const send = await prepareCell(world, row, subject);
      await watch.take();
      await send();
      asked += 1;
      const tables = await watch.take();
      if (tables.length > 0) unrecorded[`${row.endpoint} on ${row.caseName}`] = tables;
    }
  }
  expect(unrecorded).toEqual({});
  expect(asked).toBeGreaterThan(rows.length);
});

test("the watch sees what is not recorded", async () => {
  const { given } = await import("@/tests/support/builders");
  await watch.take();
  await given.theme();
  expect(await watch.take()).toEqual(["Theme"]);
});
