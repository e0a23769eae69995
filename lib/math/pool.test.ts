import { expect, test } from "vitest";
import { analyse } from "./analyse";
import type { Stances } from "./analysis";
import { digestOf } from "./digest";
import { compute } from "./pool";
import { Cancelled } from "./progress";
import { seededRandom } from "./random";

function makeStances(seed: number, rows = 20, columns = 30): Stances {
  const random = seededRandom(seed);
  return {
    rows: Array.from({ length: rows }, (_, at) => `o${at}`),
    columns: Array.from({ length: columns }, (_, at) => at),
    values: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => [1, 0.5, 0, -1, null][Math.floor(random() * 5)] ?? null),
    ),
  };
}

test("a thread gives what computing here would give", async () => {
  const stances = makeStances(1);
  const options = { shuffles: 20, resamples: 10 };
  expect(await compute("analyse", { stances, options })).toEqual(analyse(stances, options));
  const supported = [[0, 1], [1], [0, 1, 2]];
  const frontier = await compute("frontier", { supported, propositions: 3 });
  expect(frontier.map(({ organizations }) => organizations.length)).toEqual([3, 2, 1]);
});

test("the same question is computed once, however many ask and whenever", async () => {
  const ask = () => compute("analyse", { stances: makeStances(2), options: { shuffles: 20, resamples: 10 } });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one).toBe(other);
  expect(await ask()).toBe(one);
});

test("whoever gives up is let go, the others get their answer, and what nobody waits for stops", async () => {
  const input = { stances: makeStances(3, 60, 60) };
  const [impatient, alsoImpatient] = [new AbortController(), new AbortController()];
  const stages = new Set<string>();
  const progress = (stage: string) => {
    stages.add(stage);
    impatient.abort();
  };
  const gone = compute("analyse", input, { signal: impatient.signal, progress });
  const stays = compute("analyse", input);
  await expect(gone).rejects.toThrow(Cancelled);
  expect((await stays).rows).toBe(60);
  expect(stages.size).toBeGreaterThan(0);

  const abandoned = compute(
    "analyse",
    { stances: makeStances(4, 60, 60), options: { shuffles: 1_000_000 } },
    { signal: alsoImpatient.signal, progress: () => alsoImpatient.abort() },
  );
  await expect(abandoned).rejects.toThrow(Cancelled);
  // Behind a million shuffles this would never come.
  expect((await compute("analyse", { stances: makeStances(5), options: { shuffles: 5 } })).rows).toBe(20);
});

test("a failure is told, and the thread works on", async () => {
  const wrong = { ...makeStances(6), values: [] };
  await expect(compute("analyse", { stances: wrong })).rejects.toThrow("expected 20 rows of 30 values");
  expect((await compute("frontier", { supported: [], propositions: 0 })).length).toBe(0);
});

test("a digest tells values, types and shapes apart, and not the order of names", () => {
  const all = [
    1,
    "1",
    [1],
    [[1]],
    ["1"],
    { a: 1 },
    { a: "1" },
    null,
    "null",
    new Uint8Array([1]),
    new Int8Array([1]),
    [],
  ];
  expect(new Set(all.map(digestOf)).size).toBe(all.length);
  expect(digestOf({ a: 1, b: [2, null] })).toBe(digestOf({ b: [2, null], a: 1 }));
});
