"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { cellAfter } from "./grid-steps";

const cellsIn = (part: Element) => [...part.querySelectorAll<HTMLElement>("[data-cell]")];

/** What can be stood on now: on a phone some columns, or the head, may not be there to be seen. */
const isSeen = (cell: Element) => cell.checkVisibility();
const seenIn = (row: Element | undefined) => (row ? cellsIn(row).filter(isSeen) : []);

const rowsOf = (grid: HTMLElement) =>
  [...grid.querySelectorAll("tr")].filter((row) => isSeen(row) && row.querySelector("[data-cell]"));

/** One tab stop for the whole grid: the cell last stood on. */
function makeCurrent(grid: HTMLElement, cell: HTMLElement | undefined) {
  for (const other of grid.querySelectorAll<HTMLElement>("[data-cell][tabindex='0']")) other.tabIndex = -1;
  if (cell) cell.tabIndex = 0;
}

/**
 * Arrow keys over a table rendered on the server. Its cells are links or buttons marked `data-cell`, so Enter opens
 * them by itself, and without script each is simply a link in the tab order.
 */
export function Grid({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!ref.current) return;
    const cells = cellsIn(ref.current);
    for (const cell of cells) if (cell.tabIndex !== -1) cell.tabIndex = -1;
    // One begins where the rows do; the head is an arrow away.
    makeCurrent(ref.current, cells.find((cell) => cell.closest("tbody") && isSeen(cell)) ?? cells.find(isSeen));
  });
  const focused = (event: FocusEvent<HTMLElement>) => {
    const cell = event.target as HTMLElement;
    if (cell.matches("[data-cell]")) makeCurrent(event.currentTarget, cell);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target as HTMLElement;
    const rows = rowsOf(event.currentTarget);
    const row = rows.findIndex((it) => it.contains(cell));
    if (row < 0) return;
    const at = { row, column: seenIn(rows[row]).indexOf(cell) };
    const to = cellAfter(event, at, { count: rows.length, widthOf: (it) => seenIn(rows[it]).length });
    if (!to) return;
    event.preventDefault();
    seenIn(rows[to.row])[to.column]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll sideways must be reachable by keyboard
    <section ref={ref} className="scroll" aria-label={label} tabIndex={0} onFocus={focused} onKeyDown={move}>
      {children}
    </section>
  );
}
