"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { type Place, placeAfter } from "./grid-steps";

const rowsOf = (grid: HTMLElement): HTMLElement[][] =>
  [...grid.querySelectorAll("tr")]
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")])
    .filter((cells) => cells.length > 0);

function placeOf(rows: HTMLElement[][], target: EventTarget | null): Place | null {
  const row = rows.findIndex((cells) => cells.includes(target as HTMLElement));
  return row < 0 ? null : { row, column: rows[row]?.indexOf(target as HTMLElement) ?? 0 };
}

/** One tab stop for the whole grid: the cell last stood on. */
function hold(rows: HTMLElement[][], cell: HTMLElement | undefined) {
  for (const other of rows.flat()) other.tabIndex = other === cell ? 0 : -1;
}

/**
 * Arrow keys over a table rendered on the server. Its cells are links or buttons marked `data-cell`, so Enter opens
 * them by itself, and without script each is simply a link in the tab order.
 */
export function Grid({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const rows = ref.current ? rowsOf(ref.current) : [];
    hold(rows, rows[0]?.[0]);
  });
  const focused = (event: FocusEvent<HTMLElement>) => {
    const rows = rowsOf(event.currentTarget);
    if (placeOf(rows, event.target)) hold(rows, event.target as HTMLElement);
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
