import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { db, transact } from "@/lib/platform/db/client";
import { verifyChain } from "./read";
import { recorderOf } from "./record";
import { code, count, id, notified, recorded } from "./schema";

const kinds = {
  "thing.made": recorded({ revision: count, by: code(["hand", "file"]).optional() }),
  "thing.gone": recorded(),
  "thing.opened": notified({ thing: id }),
};
const record = recorderOf(kinds);
const nobody = { personId: null, token: null };
const rowsOf = (subject: string) => db.activity.findMany({ where: { subject }, orderBy: { id: "asc" } });
const jobsOf = (activity: string) => db.$queryRaw<{ task: string; key: string }[]>`
  SELECT t."identifier" AS "task", j."key" FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t."id" = j."task_id" WHERE j."payload"->>'activity' = ${activity}`;

afterAll(() => db.$disconnect());

test("a kind is recorded with its own facts alone: others do not compile, and nothing of them stays", async () => {
  const subject = `thing/${randomUUID()}`;
  await transact(async (tx) => {
    await record(tx, "thing.made", nobody, subject, { revision: 1, by: "hand" });
    await record(tx, "thing.made", nobody, subject, { revision: 2 });
    await record(tx, "thing.gone", nobody, subject);
  });
  const wrong = [
    // @ts-expect-error no noun declares it
    () => transact((tx) => record(tx, "thing.lost", nobody, subject)),
    // @ts-expect-error its facts are missing
    () => transact((tx) => record(tx, "thing.made", nobody, subject)),
    // @ts-expect-error a text is no revision
    () => transact((tx) => record(tx, "thing.made", nobody, subject, { revision: "two" })),
    // @ts-expect-error not one of the codes
    () => transact((tx) => record(tx, "thing.made", nobody, subject, { revision: 1, by: "post" })),
    // @ts-expect-error a fact that the kind does not have
    () => transact((tx) => record(tx, "thing.gone", nobody, subject, { name: "Mireille Aubin" })),
    // The compiler takes any text for an id; the record does not.
    () => transact((tx) => record(tx, "thing.opened", nobody, subject, { thing: "Mireille Aubin" })),
  ];
  for (const attempt of wrong) await expect(attempt()).rejects.toThrow();
  expect((await rowsOf(subject)).map(({ kind, facts }) => [kind, facts])).toEqual([
    ["thing.made", { revision: 1, by: "hand" }],
    ["thing.made", { revision: 2 }],
    ["thing.gone", {}],
  ]);
  expect((await verifyChain()).firstBad).toBeNull();
});

test("a text, a name or an address has no type among the facts", () => {
  // @ts-expect-error a text
  recorded({ title: z.string() });
  // @ts-expect-error an address
  notified({ to: z.email() });
  // @ts-expect-error something that holds more
  recorded({ person: z.object({ name: z.string() }) });
  expect(() => recorded({ revision: count })).not.toThrow();
});

test("what concerns somebody leaves a job with its row, exactly when the row stays; the rest leaves none", async () => {
  const subject = `thing/${randomUUID()}`;
  const open = () =>
    transact(async (tx) => {
      await record(tx, "thing.made", nobody, subject, { revision: 1 });
      await record(tx, "thing.opened", nobody, subject, { thing: randomUUID() });
    });
  await open();
  const undone = transact(async (tx) => {
    await record(tx, "thing.opened", nobody, subject, { thing: randomUUID() });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const [made, opened, ...more] = (await rowsOf(subject)).map((row) => String(row.id));
  expect(more).toEqual([]);
  expect(await jobsOf(made ?? "")).toEqual([]);
  expect(await jobsOf(opened ?? "")).toEqual([{ task: "notify", key: `notify:${opened}` }]);
  expect(await jobsOf(String(Number(opened) + 1))).toEqual([]);
});
