type MarkPoint = { x: number; y: number };

const inOrder = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** To the right, then down, then as listed: every mark has its turn, also where several share a place. */
function stepAside(places: readonly MarkPoint[], at: number, forth: boolean): number | null {
  const order = [...places.keys()].sort(
    (a, b) => inOrder(places[a]?.x ?? 0, places[b]?.x ?? 0) || inOrder(places[a]?.y ?? 0, places[b]?.y ?? 0) || a - b,
  );
  return order[order.indexOf(at) + (forth ? 1 : -1)] ?? null;
}

/** The nearest above or below, straight ahead before aside. */
function stepUpOrDown(places: readonly MarkPoint[], at: number, down: boolean): number | null {
  const from = places[at];
  let best: number | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [place, to] of places.entries()) {
    if (!from || place === at) continue;
    const along = down ? to.y - from.y : from.y - to.y;
    if (along <= 0) continue;
    const length = along + 2 * Math.abs(to.x - from.x);
    if (length < shortest) [best, shortest] = [place, length];
  }
  return best;
}

const steps: Record<string, (places: readonly MarkPoint[], at: number) => number | null> = {
  ArrowRight: (places, at) => stepAside(places, at, true),
  ArrowLeft: (places, at) => stepAside(places, at, false),
  ArrowDown: (places, at) => stepUpOrDown(places, at, true),
  ArrowUp: (places, at) => stepUpOrDown(places, at, false),
};

/**
 * The mark that an arrow key leads to; null at the end. Sideways leads through all marks in their order from left to
 * right, so that none is beyond reach; up and down lead to the nearest.
 */
export const nearest = (places: readonly MarkPoint[], at: number, key: string): number | null =>
  places[at] ? (steps[key]?.(places, at) ?? null) : null;
