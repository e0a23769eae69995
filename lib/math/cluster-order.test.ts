import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { orderByClusters } from "./cluster-order";

const voice = fc.array(fc.constantFrom(1, 0.5, 0, -1, null), { minLength: 6, maxLength: 6 });

test("voices of one mind stand side by side", () => {
  const [one, two, three] = [
    [1, 1, 1, -1, -1],
    [-1, -1, 1, 1, 1],
    [1, -1, -1, -1, 1],
  ];
  const voices = [one, two, three, two, one, three, two, one].map((it) => it ?? []);
  const kinds = orderByClusters(voices).map((at) => voices[at]?.join());
  expect(new Set(kinds).size).toBe(kinds.filter((it, at) => it !== kinds[at - 1]).length);
});

test("nobody is lost", () => {
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 14 }), (voices) => {
      expect(orderByClusters(voices).sort((one, other) => one - other)).toEqual([...voices.keys()]);
    }),
  );
});
