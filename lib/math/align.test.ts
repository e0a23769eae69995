import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { findTurn, noTurn, turned } from "./align";

/** As fine as a picture can be; numbers whose squares vanish turn nothing. */
const coordinate = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((it) => it / 1_000_000);
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 8 });

test("a map that was turned or mirrored is turned back", () => {
  fc.assert(
    fc.property(points, fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), (before, angle, mirrored) => {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const now = before.map(({ x, y }) => ({ x: c * x - s * y, y: (mirrored ? -1 : 1) * (s * x + c * y) }));
      const turn = findTurn(now, before);
      for (const [at, point] of now.entries()) {
        const back = turned(turn, point);
        expect(back.x).toBeCloseTo(before[at]?.x ?? 0, 6);
        expect(back.y).toBeCloseTo(before[at]?.y ?? 0, 6);
      }
    }),
  );
});

test("no other turn of many brings it nearer", () => {
  fc.assert(
    fc.property(points, points, (now, before) => {
      const apart = (turn: typeof noTurn) =>
        now.reduce((sum, point, at) => {
          const [to, from] = [before[at], turned(turn, point)];
          return to ? sum + (from.x - to.x) ** 2 + (from.y - to.y) ** 2 : sum;
        }, 0);
      const found = apart(findTurn(now, before));
      for (let step = 0; step < 40; step++) {
        const [c, s] = [Math.cos((step * Math.PI) / 20), Math.sin((step * Math.PI) / 20)];
        expect(found).toBeLessThanOrEqual(apart({ a: c, b: -s, c: s, d: c }) + 1e-7);
        expect(found).toBeLessThanOrEqual(apart({ a: c, b: s, c: s, d: -c }) + 1e-7);
      }
    }),
  );
  expect(findTurn([], [])).toEqual(noTurn);
});
