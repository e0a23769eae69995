import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { nearest } from "./nearest";

const points = fc.array(fc.record({ x: fc.nat({ max: 9 }), y: fc.nat({ max: 9 }) }), { minLength: 2, maxLength: 30 });
const keys = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"];

test("an arrow leads in its direction and nowhere else", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ];
  expect(nearest(line, 0, "ArrowRight")).toBe(1);
  expect(nearest(line, 1, "ArrowDown")).toBe(2);
  expect(nearest(line, 0, "ArrowLeft")).toBeNull();
  expect(nearest(line, 0, "Enter")).toBeNull();
});

test("every mark can be reached by arrows from every other", () => {
  fc.assert(
    fc.property(points, (given) => {
      const reached = new Set([0]);
      const next = [0];
      for (let at = next.pop(); at !== undefined; at = next.pop()) {
        for (const key of keys) {
          const to = nearest(given, at, key);
          if (to === null || reached.has(to)) continue;
          reached.add(to);
          next.push(to);
        }
      }
      expect(reached.size).toBe(given.length);
    }),
  );
});
