"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type ConfirmDetailsProps = { label: ReactNode; children: ReactNode };

/**
 * An act that is rarely wanted, folded; opening it states what follows before there is anything to press. What is within is
 * made when it is first opened, and stays with what was typed there: a page of many such acts carries none of their fields.
 */
export function ConfirmDetails({ label, children }: ConfirmDetailsProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  const noteOpening = () => {
    if (details.current?.open) setOpened(true);
  };
  // Opened before this page's program had arrived.
  useEffect(noteOpening, []);
  return (
    <details ref={details} onToggle={noteOpening} className="no-print max-w-[600px] text-table [&[open]>summary]:mb-2">
      <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen">{label}</summary>
      <div className="grid gap-3 border-l border-rule py-1 pl-4">{opened && children}</div>
    </details>
  );
}
