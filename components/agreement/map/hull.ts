type Point = { x: number; y: number };

const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Andrew's monotone chain, one side at a time. */
function chain(points: readonly Point[]): Point[] {
  const side: Point[] = [];
  for (const point of points) {
    while (side.length >= 2) {
      const [a, b] = side.slice(-2);
      if (a && b && cross(a, b, point) > 0) break;
      side.pop();
    }
    side.push(point);
  }
  return side.slice(0, -1);
}

const corners = Array.from({ length: 16 }, (_, at) => (at / 16) * 2 * Math.PI);

/** A line around all of them at a distance, as the path of a shape. */
export function toHullPath(points: readonly Point[], distance: number): string {
  const around = points
    .flatMap(({ x, y }) => corners.map((at) => ({ x: x + Math.cos(at) * distance, y: y + Math.sin(at) * distance })))
    .sort((one, other) => one.x - other.x || one.y - other.y);
  const outline = [...chain(around), ...chain([...around].reverse())];
  return `M${outline.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}
