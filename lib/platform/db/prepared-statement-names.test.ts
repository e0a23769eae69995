import { expect, test } from "vitest";
import { namePreparedStatements } from "./prepared-statement-names";

test("a statement has a name from its second time on, always the same, and no other has it", () => {
  const nameOf = namePreparedStatements();
  const ask = (sql: string) => nameOf({ sql });
  expect([ask("SELECT 1"), ask("SELECT 2")]).toEqual(["", ""]);
  const [one, two] = [ask("SELECT 1"), ask("SELECT 2")];
  expect(one).not.toBe("");
  expect(two).not.toBe(one);
  expect([ask("SELECT 1"), ask("SELECT 2")]).toEqual([one, two]);
});

test("however many statements there are, no more than a thousand have names", () => {
  const nameOf = namePreparedStatements();
  const named = new Set<string>();
  for (let round = 0; round < 3; round++)
    for (let n = 0; n < 5_000; n++) {
      const name = nameOf({ sql: `SELECT ${n}` });
      if (name) named.add(name);
    }
  expect(named.size).toBe(1_000);
});
