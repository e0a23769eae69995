import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { type LabelledMark, layOutLabels } from "./lay-out-labels";

const frame = { left: 0, top: 0, right: 700, bottom: 440 };
const labelledMarks = fc
  .array(fc.record({ x: fc.integer({ min: 20, max: 680 }), y: fc.integer({ min: 20, max: 420 }) }), { maxLength: 40 })
  .map((places) =>
    places.map((it, at): LabelledMark => ({ ...it, key: String(at), radius: 8, label: `Organization ${at}` })),
  );

test("no label covers a mark, another label or the edge", () => {
  fc.assert(
    fc.property(labelledMarks, (given) => {
      const labels = [...layOutLabels(given, frame, [])];
      for (const [key, { box }] of labels) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(700);
        for (const other of given.filter((it) => it.key !== key)) {
          const apart =
            box.right <= other.x - 8 || box.left >= other.x + 8 || box.bottom <= other.y - 8 || box.top >= other.y + 8;
          expect(apart).toBe(true);
        }
        for (const [name, { box: second }] of labels) {
          if (name === key) continue;
          const apart =
            box.right <= second.left ||
            box.left >= second.right ||
            box.bottom <= second.top ||
            box.top >= second.bottom;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("marks with room around them all have a label, and the same ones always the same", () => {
  const given = [40, 240, 440].flatMap((y, row) =>
    [100, 340, 560].map(
      (x, at): LabelledMark => ({ key: `${row}${at}`, x, y: y - 10, radius: 8, label: "Lac-aux-Brumes" }),
    ),
  );
  const labels = layOutLabels(given, frame, []);
  expect(labels.size).toBe(9);
  expect(layOutLabels(given, frame, [])).toEqual(labels);
});
