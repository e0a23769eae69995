"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Search, X } from "@/components/ui/icons";
import { IconButton } from "./icon-button";
import { type PaletteGroup, PaletteList, type PaletteRow } from "./palette-list";
import { rowAfter } from "./palette-steps";

type CommandPaletteProps = {
  open: boolean;
  /** Escape, the cross, a press outside, or a row that was chosen. */
  onClose: () => void;
  /** What can be done here; it names the sheet and stands in the empty field. */
  label: string;
  closeLabel: string;
  value: string;
  onValue: (value: string) => void;
  maxLength?: number | undefined;
  groups: readonly PaletteGroup[];
  /** Enter where no row answers to what is typed yet. */
  onEnter: () => void;
  /** How many rows there are, read out as it changes. */
  said: string;
  /** Words in the place of rows: nothing found, no answer. Read out instead of the count. */
  note?: ReactNode;
};

/** A field and the rows that answer to it. Focus stays in the field; arrow keys walk the rows, Enter takes one. */
export function CommandPalette({
  open,
  onClose,
  label,
  closeLabel,
  value,
  onValue,
  maxLength,
  groups,
  onEnter,
  said,
  note,
}: CommandPaletteProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows: readonly PaletteRow[] = groups.flatMap((group) => group.rows);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  );
  const active = rows[at];
  const idOf = (row: PaletteRow) => `${id}-${row.key}`;
  const activeId = active && idOf(active);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  useEffect(() => {
    // Where the field has just been opened or emptied, its own line and the first heading stay in sight.
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (active && !active.stale) document.getElementById(idOf(active))?.click();
      else onEnter();
      return;
    }
    const to = rowAfter(event, at, rows.length);
    if (to === null) return;
    event.preventDefault();
    setChosen(rows[to]?.key ?? null);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={dialog}
      aria-label={label}
      className="dialog palette"
      // The event comes a moment after the closing; by then the sheet may have been opened again.
      onClose={() => dialog.current?.open || onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="palette-field">
        <Search />
        <input
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-rows`}
          aria-activedescendant={activeId}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={label}
          maxLength={maxLength}
          value={value}
          onChange={(event) => {
            setChosen(null);
            onValue(event.target.value);
          }}
          onKeyDown={press}
        />
        <IconButton small label={closeLabel} icon={<X />} onClick={onClose} />
      </div>
      <PaletteList
        id={`${id}-rows`}
        label={label}
        groups={groups}
        active={active}
        idOf={idOf}
        onPoint={setChosen}
        onChosen={onClose}
      />
      <p role="status" className={note ? "palette-note" : "sr-only"}>
        {note ?? said}
      </p>
    </dialog>
  );
}
