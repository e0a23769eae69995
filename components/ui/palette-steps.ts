type Press = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** The row a key leads to, round from the last to the first; null where the key belongs to the field. */
export function rowAfter({ key, ...held }: Press, at: number, count: number): number | null {
  if (count === 0 || held.shiftKey || held.altKey || held.ctrlKey || held.metaKey) return null;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
