type GridCell = { row: number; column: number };
type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

const page = 10;

/** How many rows there are, and how many cells one has: asked of the row that is gone to, since there may be thousands of them. */
type Rows = { count: number; widthOf: (row: number) => number };

/** Where a key leads; null where it is not ours. */
export function cellAfter(
  { key, ctrlKey, metaKey, altKey }: Press,
  { row, column }: GridCell,
  { count, widthOf }: Rows,
): GridCell | null {
  if (altKey || metaKey) return null;
  const last = count - 1;
  const inRow = (to: number, wish: number): GridCell => {
    const target = Math.min(Math.max(to, 0), last);
    return { row: target, column: Math.min(Math.max(wish, 0), widthOf(target) - 1) };
  };
  switch (key) {
    case "ArrowRight":
      return inRow(row, column + 1);
    case "ArrowLeft":
      return inRow(row, column - 1);
    case "ArrowDown":
      return inRow(row + 1, column);
    case "ArrowUp":
      return inRow(row - 1, column);
    case "PageDown":
      return inRow(row + page, column);
    case "PageUp":
      return inRow(row - page, column);
    case "Home":
      return inRow(ctrlKey ? 0 : row, 0);
    case "End":
      return inRow(ctrlKey ? last : row, Number.POSITIVE_INFINITY);
    default:
      return null;
  }
}
