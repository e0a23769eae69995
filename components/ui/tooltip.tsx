"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

/** A short gloss on a word or mark. It opens on hover and on focus, stays while pointed at, and Escape closes it. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && close();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the element inside is what is focused; this only listens
    <span
      className="tip"
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={close}
      onFocus={() => setOpen(true)}
      onBlur={close}
      onKeyDown={closeOnEscape}
      aria-describedby={id}
    >
      {children}
      <span role="tooltip" id={id} className="tip-text" hidden={!open}>
        {text}
      </span>
    </span>
  );
}
