type Place = { x: number; y: number };

const directions: Record<string, (from: Place, to: Place) => [along: number, across: number]> = {
  ArrowRight: (from, to) => [to.x - from.x, to.y - from.y],
  ArrowLeft: (from, to) => [from.x - to.x, to.y - from.y],
  ArrowDown: (from, to) => [to.y - from.y, to.x - from.x],
  ArrowUp: (from, to) => [from.y - to.y, to.x - from.x],
};

/** The mark that an arrow key leads to: the nearest in that direction, straight ahead before aside; null at the end. */
export function nearest(places: readonly Place[], at: number, key: string): number | null {
  const direction = directions[key];
  const from = places[at];
  if (!direction || !from) return null;
  let best: number | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [place, to] of places.entries()) {
    if (place === at) continue;
    const [along, across] = direction(from, to);
    // Two at the same place stand side by side, in their order.
    const beside = along === 0 && across === 0 && key === (place > at ? "ArrowRight" : "ArrowLeft");
    if (along <= 0 && !beside) continue;
    const length = along + 2 * Math.abs(across);
    if (length < shortest) [best, shortest] = [place, length];
  }
  return best;
}
