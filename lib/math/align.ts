/** A turn of the plane, possibly with a reflection: x′ = a·x + b·y, y′ = c·x + d·y. */
export type Turn = { readonly a: number; readonly b: number; readonly c: number; readonly d: number };
export type Point = { readonly x: number; readonly y: number };

export const noTurn: Turn = { a: 1, b: 0, c: 0, d: 1 };

/**
 * The turn that brings `points` as near as possible to `previous`, pair by pair, in the sum of squared distances. Neither
 * scale nor origin changes: both maps are centred on the mean of their own voices.
 *
 * @param points,previous of equal length, the same voices in the same order
 * @returns no turn where there is nothing to go by
 * @source Schönemann, Psychometrika 31 (1966) 1–10; in the plane the optimum over rotations and over reflections is closed
 */
export function findTurn(points: readonly Point[], previous: readonly Point[]): Turn {
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (const [at, point] of points.entries()) {
    const before = previous[at];
    if (!before) continue;
    xx += before.x * point.x;
    xy += before.x * point.y;
    yx += before.y * point.x;
    yy += before.y * point.y;
  }
  const rotation = Math.hypot(xx + yy, yx - xy);
  const reflection = Math.hypot(xx - yy, yx + xy);
  if (rotation === 0 && reflection === 0) return noTurn;
  if (rotation >= reflection) {
    const [cos, sin] = [(xx + yy) / rotation, (yx - xy) / rotation];
    return { a: cos, b: -sin, c: sin, d: cos };
  }
  const [cos, sin] = [(xx - yy) / reflection, (yx + xy) / reflection];
  return { a: cos, b: sin, c: sin, d: -cos };
}

/** A point after the turn. */
export const turned = ({ a, b, c, d }: Turn, { x, y }: Point): Point => ({ x: a * x + b * y, y: c * x + d * y });
