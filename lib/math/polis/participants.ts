import type { PlanePoints } from "../row-projection";

/** How a participant stands to everybody, and to the own group; null without one. */
type Standing = {
  /** 1 in the middle of everybody, less further out. */
  readonly centricness: number;
  /** 1 in the middle of the group, less further out. */
  readonly coreness: number | null;
  /** How far beyond the middle of the group, in its direction from the middle of everybody. */
  readonly extremeness: number | null;
};

/**
 * @param groupOf per point its group from 0 on, or −1
 * @source polis-math.md, step 18. The middle of everybody is the mean of those in groups
 */
export function describeStandings({ xs, ys }: PlanePoints, groupOf: Int32Array, groups: number): Standing[] {
  const middles = Array.from({ length: groups }, (_, group) => middleOf({ xs, ys }, (at) => groupOf[at] === group));
  const all = middleOf({ xs, ys }, (at) => (groupOf[at] as number) >= 0);
  return Array.from(xs, (x, at) => {
    const y = ys[at] as number;
    const centricness = 1 - Math.hypot(x - all.x, y - all.y);
    const own = middles[groupOf[at] ?? -1];
    if (!own) return { centricness, coreness: null, extremeness: null };
    const [dx, dy] = [own.x - all.x, own.y - all.y];
    const length = Math.hypot(dx, dy);
    const beyond = length > 0 ? ((x - own.x) * dx + (y - own.y) * dy) / length : 0;
    return { centricness, coreness: 1 - Math.hypot(x - own.x, y - own.y), extremeness: beyond };
  });
}

function middleOf({ xs, ys }: PlanePoints, isIn: (at: number) => boolean) {
  let [x, y, count] = [0, 0, 0];
  for (let at = 0; at < xs.length; at++) {
    if (!isIn(at)) continue;
    x += xs[at] as number;
    y += ys[at] as number;
    count += 1;
  }
  return count > 0 ? { x: x / count, y: y / count } : { x: 0, y: 0 };
}
