"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { type Place, placeAfter } from "./grid-steps";

const cellsIn = (part: Element) => [...part.querySelectorAll<HTMLElement>("[data-cell]")];

/** What can be stood on now: on a phone some columns, or the head, may not be there to be seen. */
const rowsOf = (grid: HTMLElement): HTMLElement[][] =>
  [...grid.querySelectorAll("tr")]
    .map((row) => cellsIn(row).filter((cell) => cell.checkVisibility()))
    .filter((cells) => cells.length > 0);

function placeOf(rows: HTMLElement[][], target: EventTarget | null): Place | null {
  const row = rows.findIndex((cells) => cells.includes(target as HTMLElement));
  return row < 0 ? null : { row, column: rows[row]?.indexOf(target as HTMLElement) ?? 0 };
}

/** One tab stop for the whole grid: the cell last stood on. */
function hold(grid: HTMLElement, cell: HTMLElement | undefined) {
  for (const other of cellsIn(grid)) other.tabIndex = other === cell ? 0 : -1;
}

/**
 * Arrow keys over a table rendered on the server. Its cells are links or buttons marked `data-cell`, so Enter opens
 * them by itself, and without script each is simply a link in the tab order.
 */
export function Grid({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!ref.current) return;
    // One begins where the rows do; the head is an arrow away.
    const seen = rowsOf(ref.current).flat();
    hold(ref.current, seen.find((cell) => cell.closest("tbody")) ?? seen[0]);
  });
  const focused = (event: FocusEvent<HTMLElement>) => {
    const cell = event.target as HTMLElement;
    if (cell.matches("[data-cell]")) hold(event.currentTarget, cell);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const rows = rowsOf(event.currentTarget);
    const at = placeOf(rows, event.target);
    const to =
      at &&
      placeAfter(
        event,
        at,
        rows.map((cells) => cells.length),
      );
    if (!to) return;
    event.preventDefault();
    rows[to.row]?.[to.column]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll sideways must be reachable by keyboard
    <section ref={ref} className="scroll" aria-label={label} tabIndex={0} onFocus={focused} onKeyDown={move}>
      {children}
    </section>
  );
}
